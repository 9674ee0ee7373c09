"""Links that name what is defined elsewhere in the file: a card that goes into another file takes it along."""

import pytest

from quizapp.cards.draft import Draft
from quizapp.errors import UsageError
from quizapp.study.editing.files import Target, add, replace
from quizapp.study.editing.own_copy import copied
from quizapp.study.editing.pages import Pages
from quizapp.study.editing.revising import same_text
from quizapp.study.editing.sheet import sheet_of
from quizapp.study.editing.shelf import Shelf
from quizapp.study.editing.taking_out import delete, move
from tests.study.editing.conftest import Learning

LINKED = "## Where? {#where}\n\nIn [the paper][p].\n\n## Else?\n\nNo.\n\n[p]: https://example.org/paper\n"
OTHER = "# Other\n\n## First?\n\n1\n\n[p]: https://example.org/other\n"
ANSWER = "In [the paper][p].\n\n[P]: <https://example.org/paper>"


def _answer(learning: Learning, card: str) -> str:
    (face,) = learning.card(card).faces.values()
    return str(face.model_dump()["answer"])


@pytest.fixture
def linked(learning: Learning) -> Learning:
    (learning.own / "linked.md").write_text(LINKED)
    (learning.own / "other.md").write_text(OTHER)
    learning.read()
    return learning


def test_a_card_that_moves_leads_where_it_led(linked: Learning) -> None:
    move(linked.desk, ["linked/where"], Target("", "mine"), linked.now)
    assert _answer(linked, "linked/where") == ANSWER
    assert linked.text("linked.md").endswith("[p]: https://example.org/paper\n")


def test_where_the_name_is_taken_it_stays(linked: Learning) -> None:
    before = linked.files
    with pytest.raises(UsageError, match="`linked/where` would lead elsewhere"):
        move(linked.desk, ["linked/where"], Target("", "other"), linked.now)
    assert linked.files == before


def test_what_is_thrown_away_says_all_of_it(linked: Learning) -> None:
    delete(linked.desk, ["linked/where"], linked.now)
    (kept,) = linked.desk.places.trash.rglob("*.md")
    assert "[P]: <https://example.org/paper>" in kept.read_text()


def test_a_card_of_a_sheet_takes_it_along() -> None:
    first, second = (piece.draft for piece in sheet_of(LINKED.encode(), "sheet").pieces)
    assert (first and first.answer, second and second.answer) == (ANSWER, "No.")


def test_what_stands_within_the_card_is_not_written_twice() -> None:
    (piece,) = sheet_of(b"## One?\n\n[p]: /p\n\n[It][p].\n", "sheet").pieces
    assert piece.draft
    assert piece.draft.answer == "[p]: /p\n\n[It][p]."


def test_so_does_a_gap_without_an_answer(learning: Learning) -> None:
    (piece,) = sheet_of(b"## ==Here== is [it][p].\n\n[p]: /it\n", "sheet").pieces
    assert piece.draft
    added = add(learning.desk, Target("", "mine"), {"every": piece.draft}, learning.now)
    assert learning.card(added.card).faces["every"].prompt == "## ==Here== is [it][p].\n\n[P]: </it>"


def test_a_card_that_would_lead_elsewhere_is_not_added(linked: Learning) -> None:
    before = linked.files
    draft = Draft(prompt="Where?", answer=ANSWER)
    with pytest.raises(UsageError, match="`where` would lead elsewhere"):
        add(linked.desk, Target("", "other"), {"every": draft}, linked.now)
    assert linked.files == before


def test_an_own_copy_takes_it_along(learning: Learning) -> None:
    bundled = learning.bundled / "06-conv" / "pooling.en.md"
    text = bundled.read_text().replace("The largest value.", "[The largest][p] value.")
    bundled.write_text(f"{text}\n[p]: https://example.org/paper\n")
    learning.read()
    shelf = Shelf(learning.desk, Pages())
    own = copied(shelf, learning.card("pooling/keep"))["en"]
    assert shelf.pages[own].endswith(b"\n[The largest][p] value.\n\n[P]: <https://example.org/paper>\n")


@pytest.mark.parametrize(
    "text",
    [
        "## One? {#one}\n\n[p]: /p\n\n[It][p].\n",
        "## One? {#one}\n\n[p]: /p\n\nmore [it][p]\n\n---\n\nYes.\n",
        "## One? {#one}\n\nmore [it][p]\n\n[p]: /p\n\n---\n\nYes.\n",
        "## One [it][p]? {#one}\n\n[p]: /p\n\n---\n\nYes.\n",
        "## One? {#one}\n\nmore\n\n---\n\n[p]: /p\n\n[It][p].\n",
        "## {{n}} [it][p]? {#one}\n\n[p]: /p\n\n```check\ndraw:\n  n: [2, 3]\nanswer: n\n```\n",
    ],
)
def test_a_definition_within_the_card_stays_where_the_card_is_written_anew(learning: Learning, text: str) -> None:
    (learning.own / "linked.md").write_text(text)
    learning.read()
    before = learning.card("linked/one")
    (extent,) = Pages().cards(learning.own / "linked.md").values()
    replace(learning.desk, before, {"every": extent.draft}, learning.now)
    assert same_text(learning.card("linked/one"), before)
    assert learning.text("linked.md").count("[p]: /p\n") == 1
