"""What stands in the form outlives the program."""

import os
from pathlib import Path

import pytest

from quizapp.paths import Places
from quizapp.study.editing.form import Form, Texts
from quizapp.study.editing.unfinished import LARGEST, keep_form, keep_refused, kept_form
from quizapp.study.exercises.drafts import keep_draft
from tests.conftest import NOW

FORM = Form(kind="cloze", deck="d", tags=("x",), texts={"zh": Texts(prompt="==空==", answer="")})

BEGUN_WITH = Form(kind="cloze", texts={"zh": Texts(prompt="==满==", answer="")})


def _only(where: Places) -> Path:
    (file,) = (where.data / "drafts").iterdir()
    return file


def test_a_form_that_was_kept_comes_back(where: Places) -> None:
    keep_form(FORM, BEGUN_WITH, where)
    left = kept_form(where)
    assert left is not None
    assert left.form == FORM


def test_it_is_known_what_the_form_began_with(where: Places) -> None:
    keep_form(FORM, BEGUN_WITH, where)
    left = kept_form(where)
    assert left is not None
    assert left.began_with(BEGUN_WITH)
    assert not left.began_with(BEGUN_WITH.model_copy(update={"tags": ("y",)}))


def test_the_form_of_a_card_is_kept_apart(where: Places) -> None:
    keep_form(FORM, BEGUN_WITH, where, card="../../up/card")
    assert kept_form(where) is None
    assert kept_form(where, card="../../up/card") is not None
    assert _only(where).parent == where.data / "drafts"


def test_a_file_that_is_no_form_is_passed_over(where: Places) -> None:
    keep_form(FORM, BEGUN_WITH, where)
    huge = _only(where).read_bytes() + b" " * LARGEST
    for broken in (b"{", b"\xff", b'{"kind": "nope"}', b"[]", b'"text"', huge):
        _only(where).write_bytes(broken)
        assert kept_form(where) is None


def test_a_disk_that_takes_nothing_costs_only_the_draft(where: Places) -> None:
    where.data.mkdir(parents=True)
    (where.data / "drafts").write_text("no folder", encoding="utf-8")
    keep_form(FORM, BEGUN_WITH, where)
    assert kept_form(where) is None


def test_what_is_kept_is_on_disk_whole_before_it_takes_its_place(
    where: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: set[int] = set()
    monkeypatch.setattr(os, "fsync", lambda handle: synced.add(os.fstat(handle).st_ino))
    keep_form(FORM, BEGUN_WITH, where)
    keep_draft("t/c", "x = 1\n", where)
    keep_refused("## Why?\n", where, NOW)
    kept = list((where.data / "drafts").iterdir())
    assert len(kept) == 3
    assert {file.stat().st_ino for file in kept} <= synced
    assert {file.stat().st_mode & 0o777 for file in kept} == {0o600}
