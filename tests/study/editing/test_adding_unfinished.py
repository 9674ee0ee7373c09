"""What stands in the form outlives the program."""

from pathlib import Path

from quizapp.paths import Places
from quizapp.study.editing.form import Form, Texts
from quizapp.study.editing.unfinished import LARGEST, keep_form, kept_form

FORM = Form(kind="cloze", deck="d", tags=("x",), texts={"zh": Texts(prompt="==空==", answer="")})


def _only(where: Places) -> Path:
    (file,) = (where.data / "drafts").iterdir()
    return file


def test_a_form_that_was_kept_comes_back(where: Places) -> None:
    keep_form(FORM, where)
    assert kept_form(where) == FORM


def test_the_form_of_a_card_is_kept_apart(where: Places) -> None:
    keep_form(FORM, where, card="../../up/card")
    assert kept_form(where) is None
    assert kept_form(where, card="../../up/card") == FORM
    assert _only(where).parent == where.data / "drafts"


def test_a_file_that_is_no_form_is_passed_over(where: Places) -> None:
    keep_form(FORM, where)
    huge = _only(where).read_bytes() + b" " * LARGEST
    for broken in (b"{", b"\xff", b'{"kind": "nope"}', huge):
        _only(where).write_bytes(broken)
        assert kept_form(where) is None


def test_a_disk_that_takes_nothing_costs_only_the_draft(where: Places) -> None:
    where.data.mkdir(parents=True)
    (where.data / "drafts").write_text("no folder", encoding="utf-8")
    keep_form(FORM, where)
    assert kept_form(where) is None
