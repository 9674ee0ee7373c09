"""Whose text changed since a card came: that of its source, that here, or both; and what comes of it."""

from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.cards.draft import Draft
from quizapp.exchange.incoming.alike import Change
from quizapp.exchange.incoming.bringing import Wish
from quizapp.exchange.notes import OURS, Note
from quizapp.study.editing.files import replace as replace_card
from quizapp.study.editing.shelf import Target
from quizapp.study.editing.taking_out import move
from tests.exchange.incoming.brought import WISH, brought, note
from tests.study.editing.conftest import Learning

UPDATE = replace(WISH, update=True)
REWORDED = note("a?", "Otherwise.", tags=("x",))


def _changes(learning: Learning, *notes: Note, wish: Wish = WISH) -> list[Change]:
    return [one.change for one in brought(learning, *notes, wish=wish).differences]


def _change_here(learning: Learning, card: str) -> None:
    replace_card(learning.desk, learning.card(card), {"every": Draft(prompt="a?", answer="Mine.")}, learning.now)


def test_each_is_told_apart_time_and_again(learning: Learning) -> None:
    (card,) = brought(learning, note("a?")).added
    assert _changes(learning, REWORDED) == [Change.THERE]
    assert _changes(learning, REWORDED) == [Change.THERE]
    _change_here(learning, card)
    assert _changes(learning, note("a?")) == [Change.HERE]
    assert _changes(learning, REWORDED) == [Change.BOTH]


def test_what_is_not_remembered_is_only_known_to_differ(learning: Learning) -> None:
    brought(learning, note("a?"))
    (learning.desk.places.data / "imported.json").write_bytes(b'{"spanish": [')
    assert _changes(learning, REWORDED) == [Change.UNKNOWN]
    brought(learning, note("a?"))
    assert _changes(learning, REWORDED) == [Change.THERE]


def test_a_card_that_differs_is_told_with_its_line_here_and_its_place_there(learning: Learning) -> None:
    brought(learning, note("b?"), note("a?"))
    (one,) = brought(learning, note("b?"), REWORDED).differences
    text = learning.text("Languages/Spanish/spanish.md").splitlines()
    assert (one.title, one.place, text[one.line - 1][:5]) == ("a?", "note a?", "## a?")
    assert one.file == learning.own / "Languages/Spanish/spanish.md"


def test_what_changed_at_the_source_alone_is_taken_over_where_that_is_asked(learning: Learning) -> None:
    notes = [note("b?"), note("a?"), note("c?")]
    first = brought(learning, *notes)
    before = learning.text("Languages/Spanish/spanish.md")
    again = brought(learning, notes[0], REWORDED, notes[2], wish=UPDATE)
    assert (again.updated, again.differing, again.added) == ([first.added[1]], [], [])
    card = learning.card(first.added[1])
    assert (card.tags, learning.faults) == (("x",), [])
    after = learning.text("Languages/Spanish/spanish.md")
    assert after.replace("\n\nOtherwise.", "\n\nYes.", 1).replace(' tags="x"', "") == before
    assert _changes(learning, REWORDED) == []


def test_what_was_changed_here_is_never_taken_over(learning: Learning) -> None:
    (card,) = brought(learning, note("a?")).added
    _change_here(learning, card)
    before = learning.files
    assert _changes(learning, REWORDED, wish=UPDATE) == [Change.BOTH]
    assert learning.files == before


def test_a_card_that_was_moved_is_updated_where_it_lies(learning: Learning) -> None:
    (card,) = brought(learning, note("a?")).added
    move(learning.desk, [card], Target("elsewhere"), learning.now)
    assert brought(learning, REWORDED, wish=UPDATE).updated == [card]
    assert (learning.card(card).deck, learning.faults) == ("elsewhere", [])


def test_a_bundled_card_is_never_written_to(learning: Learning) -> None:
    file = learning.bundled / "06-conv/alone.en.md"
    file.write_text("## What is it? {#it}\n\nA kernel.\n", "utf-8")
    learning.read()
    bundled = replace(note("What is it?", "A kernel."), key=f"{OURS}alone/it")
    assert brought(learning, bundled).differing == []
    assert _changes(learning, _reworded(bundled), wish=UPDATE) == [Change.THERE]
    assert file.read_text("utf-8").endswith("A kernel.\n")


def test_a_second_language_does_not_change_what_is_known_of_the_first(learning: Learning) -> None:
    english = replace(
        note("What does max pooling keep?", "The largest value.", tags=("cnn",)), key=f"{OURS}pooling/keep"
    )
    chinese = replace(note("最大池化保留什么？", "最大的值。", tags=("cnn",)), key=f"{OURS}pooling/keep@zh")
    assert brought(learning, english, chinese).differing == []
    assert _changes(learning, _reworded(english), chinese) == [Change.THERE]


def _reworded(one: Note) -> Note:
    return replace(one, draft=one.draft.model_copy(update={"answer": "Otherwise."}))


def test_a_dry_run_remembers_nothing(learning: Learning) -> None:
    brought(learning, note("a?"), wish=replace(WISH, dry_run=True))
    assert not _remembered(learning).exists()
    brought(learning, note("a?"))
    before = _remembered(learning).read_bytes()
    assert brought(learning, REWORDED, wish=replace(UPDATE, dry_run=True)).updated
    assert _remembered(learning).read_bytes() == before


@pytest.mark.parametrize("words", ["", "a \\[b\\]", "x.png"])
def test_a_file_that_names_a_picture_by_its_file_says_nothing_else_than_the_card(
    learning: Learning, words: str
) -> None:
    name = "a\\_b(1).png"
    (card,) = brought(learning, note("a?", f"See ![{name}](media/a_b%281%29.png).")).added
    file = learning.own / "Languages/Spanish/spanish.md"
    file.write_text(file.read_text("utf-8").replace(f"![{name}]", f"![{words}]"), "utf-8")
    learning.read()
    again = brought(learning, note("a?", f"See ![{name}](media/a_b%281%29.png)."))
    assert (again.there, again.differing) == ([card], [])
    assert brought(learning, note("a?", "See ![another](media/a_b%281%29.png).")).differing == [card]
    assert brought(learning, note("a?", f"See ![{name}](media/a_b%281%29.png) and that.")).differing == [card]


def _remembered(learning: Learning) -> Path:
    return learning.desk.places.data / "imported.json"
