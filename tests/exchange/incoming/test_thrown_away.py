"""What was thrown away here stays away when its source comes again, is counted, and comes where that is asked."""

from dataclasses import replace

import pytest

from quizapp.exchange.incoming.bringing import Wish
from quizapp.exchange.notes import OURS, Note
from quizapp.study.editing.shelf import Target
from quizapp.study.editing.taking_out import delete, move
from quizapp.study.editing.trash import in_trash, put_back
from tests.exchange.incoming.brought import WISH, brought, note
from tests.study.editing.conftest import Learning

NOTES = [note("a?"), replace(note("b?"), key=""), note("c?")]


@pytest.mark.parametrize("place", [0, 1])
def test_a_card_in_the_trash_stays_there(learning: Learning, place: int) -> None:
    first = brought(learning, *NOTES)
    delete(learning.desk, [first.added[place]], learning.now)
    before = learning.files
    again = brought(learning, *NOTES)
    assert (again.added, again.thrown_away) == ([], [first.added[place]])
    assert len(again.there) == 2
    assert learning.files == before


def test_a_section_that_was_deleted_by_hand_stays_away(learning: Learning) -> None:
    first = brought(learning, *NOTES)
    file = learning.own / "Languages/Spanish/spanish.md"
    text = file.read_text("utf-8")
    file.write_text(text[: text.index("## c?")], "utf-8")
    learning.read()
    assert brought(learning, *NOTES).thrown_away == [first.added[2]]


def test_it_comes_again_where_that_is_asked_with_its_history(learning: Learning) -> None:
    first = brought(learning, *NOTES)
    delete(learning.desk, first.added[:2], learning.now)
    again = brought(learning, *NOTES, wish=replace(WISH, again=True))
    assert (again.added, again.thrown_away) == (first.added[:2], [])
    assert learning.faults == []
    assert brought(learning, *NOTES).thrown_away == []


def test_it_comes_back_from_the_trash_and_is_known(learning: Learning) -> None:
    first = brought(learning, *NOTES)
    delete(learning.desk, first.added, learning.now)
    brought(learning, *NOTES)
    put_back(learning.desk, next(in_trash(learning.desk)).name, learning.now)
    again = brought(learning, *NOTES)
    assert (again.there, again.thrown_away) == (first.added, [])


def test_a_note_of_anki_that_lies_in_another_deck_by_now_stays_away(learning: Learning) -> None:
    (card,) = brought(learning, note("a?")).added
    delete(learning.desk, [card], learning.now)
    assert brought(learning, note("a?", deck=("Elsewhere",))).thrown_away == [card]


def test_a_card_that_was_moved_before_it_was_thrown_away_stays_away(learning: Learning) -> None:
    (card,) = brought(learning, NOTES[1]).added
    move(learning.desk, [card], Target("elsewhere"), learning.now)
    delete(learning.desk, [card], learning.now)
    assert brought(learning, NOTES[1]).thrown_away == [card]


def test_the_same_prompt_in_another_deck_is_another_card(learning: Learning) -> None:
    (card,) = brought(learning, NOTES[1]).added
    delete(learning.desk, [card], learning.now)
    assert len(brought(learning, replace(NOTES[1], deck=("Greek",))).added) == 1


def test_a_card_of_ones_own_that_was_written_out_stays_away(learning: Learning) -> None:
    written: Note = replace(note("One?", deck=("mine",)), key=f"{OURS}mine/one")
    delete(learning.desk, ["mine/one"], learning.now)
    assert brought(learning, written, wish=Wish("anki", "cards")).thrown_away == ["mine/one"]
