"""The same source once more, when it or the cards here have changed since."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from quizapp.exchange.incoming.bringing import Brought, Wish, bring
from quizapp.exchange.notes import Past, PastAnswer
from quizapp.exchange.obsidian import read as read_obsidian
from quizapp.scheduling.fold import Standing
from quizapp.scheduling.grades import Grade
from quizapp.scheduling.log import What
from quizapp.scheduling.memory import Memory
from quizapp.study.editing.shelf import Target
from quizapp.study.editing.taking_out import delete, move
from tests.exchange.incoming.brought import brought, note
from tests.study.editing.conftest import Learning

LEARNED = Memory(date(2026, 1, 20), 10, 250, 3, 0)


def _answer(learning: Learning, card: str) -> Memory:
    """The card's schedule after it was answered here."""
    desk = learning.desk
    desk.collection.append([desk.pen.answer(card, What.ANSWER, learning.now, Grade.GOOD, 1000, {})])
    return desk.collection.standing(card).memory


@pytest.mark.parametrize("thrown_away", [False, True])
def test_what_was_learned_here_outlasts_what_the_source_says_again(learning: Learning, thrown_away: bool) -> None:
    past = Past(memory=LEARNED, as_of=learning.now - timedelta(days=9))
    (card,) = brought(learning, note("a?", past=past)).added
    here = _answer(learning, card)
    if thrown_away:
        delete(learning.desk, [card], learning.now)
    brought(learning, note("a?", past=replace(past, as_of=learning.now)))
    assert learning.desk.collection.standing(card).memory == here


def test_what_was_learned_there_since_holds(learning: Learning) -> None:
    past = Past(memory=LEARNED, as_of=learning.now - timedelta(days=9))
    (card,) = brought(learning, note("a?", past=past)).added
    _answer(learning, card)
    further = LEARNED._replace(due=date(2026, 9, 1), interval=90)
    brought(learning, note("a?", past=Past(memory=further, as_of=learning.now)))
    assert learning.desk.collection.standing(card).memory == further


def test_a_card_that_was_resumed_here_is_not_suspended_again(learning: Learning) -> None:
    past = Past(suspended=True, as_of=learning.now - timedelta(days=9))
    (card,) = brought(learning, note("a?", past=past)).added
    learning.desk.collection.append([learning.desk.pen.row(card, What.RESUME, learning.now)])
    again = brought(learning, note("a?", past=replace(past, as_of=learning.now)))
    assert (again.suspended, learning.desk.collection.standing(card).suspended) == (0, False)


def test_what_was_practised_there_leaves_the_schedule_alone(learning: Learning) -> None:
    ago = learning.now - timedelta(days=9)
    (card,) = brought(learning, note("a?", past=Past(memory=LEARNED, as_of=ago))).added
    here = _answer(learning, card)
    practised = PastAnswer("1", learning.now + timedelta(hours=1), Grade.AGAIN, practice=True)
    again = brought(learning, note("a?", past=Past((practised,), LEARNED, as_of=learning.now + timedelta(hours=2))))
    assert (again.answers, learning.desk.collection.standing(card).memory) == (1, here)


def test_a_schedule_that_answers_left_as_it_was_holds(learning: Learning) -> None:
    ago = learning.now - timedelta(days=9)
    step = Memory(ago.date(), 0, 250, 0, 0)  # being learned, in steps within a day
    (card,) = brought(learning, note("a?", past=Past(memory=step, as_of=ago))).added
    answers = tuple(PastAnswer(str(minute), ago + timedelta(minutes=minute), Grade.GOOD) for minute in (1, 2))
    later = Past(answers, step, as_of=ago + timedelta(minutes=9))
    brought(learning, note("a?", past=later))
    assert learning.desk.collection.standing(card).memory == step
    here = _answer(learning, card)
    brought(learning, note("a?", past=replace(later, as_of=learning.now + timedelta(days=1))))
    assert learning.desk.collection.standing(card).memory == here


@pytest.mark.parametrize("known", [False, True])
def test_a_card_that_was_made_new_there_is_new_here_and_once(learning: Learning, known: bool) -> None:
    ago = learning.now - timedelta(days=9)
    past = Past((PastAnswer("1", ago - timedelta(days=30), Grade.EASY),), LEARNED, as_of=ago)
    forgotten = replace(past, memory=Memory(), as_of=ago + timedelta(days=1))
    if known:
        brought(learning, note("a?", past=past))
    first = brought(learning, note("a?", past=forgotten))
    (card,) = first.there if known else first.added
    assert learning.desk.collection.standing(card)[:4] == Standing(Memory())[:4]
    here = _answer(learning, card)
    again = brought(learning, note("a?", past=replace(forgotten, as_of=learning.now + timedelta(days=1))))
    assert (again.answers, learning.desk.collection.standing(card).memory) == (0, here)


def test_a_schedule_of_the_future_does_not_outlast_what_is_answered_here(learning: Learning) -> None:
    past = Past(memory=LEARNED, as_of=learning.now + timedelta(days=900))
    (card,) = brought(learning, note("a?", past=past)).added
    assert learning.desk.collection.standing(card).memory == LEARNED
    assert _answer(learning, card).repetitions == LEARNED.repetitions + 1


def test_a_card_that_was_moved_is_not_brought_twice(learning: Learning) -> None:
    text = replace(note("What is it?"), key="")
    (card,) = brought(learning, text).added
    move(learning.desk, [card], Target("elsewhere"), learning.now)
    again = brought(learning, text)
    assert (again.added, again.there, learning.faults) == ([], [card], [])


@pytest.mark.parametrize("moved", [0, 1])
def test_a_card_that_was_moved_is_not_taken_for_another_of_its_new_deck(learning: Learning, moved: int) -> None:
    decks = ("Here", "There")
    notes = [replace(note("What is it?", deck=(deck,)), key="") for deck in decks]
    first = brought(learning, *notes)
    move(learning.desk, [first.added[moved]], Target(decks[1 - moved], "a-topic"), learning.now)
    assert brought(learning, *notes).there == first.added


def test_a_card_that_was_moved_is_known_in_its_new_deck_as_well(learning: Learning) -> None:
    here, there = (replace(note("What is it?", deck=(deck,)), key="") for deck in ("Here", "There"))
    (card,) = brought(learning, here).added
    move(learning.desk, [card], Target("There"), learning.now)
    assert brought(learning, there).there == [card]


def test_a_tag_that_came_there_since_is_told(learning: Learning) -> None:
    (card,) = brought(learning, note("a?", tags=("x",))).added
    assert brought(learning, note("a?", tags=("x", "y"))).differing == [card]


def test_two_sources_may_say_what_the_other_said(learning: Learning) -> None:
    past = Past(memory=LEARNED, as_of=learning.now - timedelta(days=9))
    text = replace(note("What is it?"), key="")
    (card,) = brought(learning, replace(text, past=past)).added
    _answer(learning, card)
    brought(learning, replace(text, past=replace(past, as_of=learning.now)), wish=Wish("obsidian", "Spanish"))
    assert learning.desk.collection.standing(card).memory == LEARNED


def test_what_a_source_takes_back_holds(learning: Learning) -> None:
    further = LEARNED._replace(due=date(2026, 9, 1), interval=90)
    (card,) = brought(learning, note("a?", past=Past(memory=LEARNED, as_of=learning.now))).added
    for memory in (further, LEARNED):
        brought(learning, note("a?", past=Past(memory=memory, as_of=learning.now)))
    assert learning.desk.collection.standing(card).memory == LEARNED


def test_one_key_in_two_decks_is_two_cards(learning: Learning) -> None:
    notes = [replace(note(f"{deck}?", deck=(deck,)), key="k") for deck in ("A", "B")]
    first = brought(learning, *notes)
    again = brought(learning, *notes)
    assert (again.added, again.there, again.differing) == ([], first.added, [])


def test_a_note_of_anki_is_found_in_whatever_deck_it_lies_now(learning: Learning) -> None:
    first = brought(learning, note("a?"))
    again = brought(learning, note("a?", deck=("Elsewhere",)))
    assert (again.added, again.there) == ([], first.added)


def test_rows_of_two_tables_may_have_the_same_number(learning: Learning) -> None:
    for name in ("one", "two"):
        row = replace(note(f"Row of {name}?", deck=()), key="1.1")
        assert len(brought(learning, row, wish=Wish("csv", name)).added) == 1


def test_a_gap_that_is_put_between_others_at_the_source_is_a_new_card(learning: Learning, tmp_path: Path) -> None:
    note = tmp_path / "note.md"
    wish = Wish("obsidian", "note")

    def read(text: str) -> Brought:
        note.write_text(f"#flashcards\n\n{text}\n", encoding="utf-8")
        return bring(learning.desk, read_obsidian(note, 2**20), wish, learning.now)

    first = read("A ==kernel== slides over the ==input==.")
    assert len(first.added) == 2
    again = read("A ==kernel== ==slides== over the ==input==.")
    assert (len(again.added), again.there, again.differing) == (1, first.added, [])
    assert learning.faults == []


def _suspended(learning: Learning, days_ago: int, suspended: bool = True) -> Past:
    return Past(suspended=suspended, as_of=learning.now - timedelta(days=days_ago))


def test_a_card_that_was_resumed_there_since_is_resumed_here(learning: Learning) -> None:
    (card,) = brought(learning, note("a?", past=_suspended(learning, 9))).added
    woken = note("a?", past=_suspended(learning, 3, suspended=False))
    assert brought(learning, woken).resumed == 1
    assert not learning.desk.collection.standing(card).suspended
    assert brought(learning, woken).resumed == 0
    assert brought(learning, note("a?", past=_suspended(learning, 1))).suspended == 1
    assert learning.desk.collection.standing(card).suspended


def test_the_reverse_side_is_resumed_as_well(learning: Learning) -> None:
    (card,) = brought(learning, note("a?", kind="reverse", backwards=_suspended(learning, 9))).added
    assert learning.desk.collection.standing(f"{card}~reverse").suspended
    woken = note("a?", kind="reverse", backwards=_suspended(learning, 3, suspended=False))
    assert brought(learning, woken).resumed == 1
    assert not learning.desk.collection.standing(f"{card}~reverse").suspended


@pytest.mark.parametrize("days_ago", [20, 3])
def test_a_card_that_was_suspended_here_stays_so(learning: Learning, days_ago: int) -> None:
    (card,) = brought(learning, note("a?")).added
    learning.desk.collection.append([learning.desk.pen.row(card, What.SUSPEND, learning.now - timedelta(days=9))])
    woken = note("a?", past=_suspended(learning, days_ago, suspended=False))
    assert (brought(learning, woken).resumed, learning.desk.collection.standing(card).suspended) == (0, True)


def test_an_older_file_resumes_nothing(learning: Learning) -> None:
    (card,) = brought(learning, note("a?", past=_suspended(learning, 9))).added
    assert brought(learning, note("a?", past=_suspended(learning, 20, suspended=False))).resumed == 0
    assert learning.desk.collection.standing(card).suspended
