"""Cards that were written out and come back into their own library bring nothing twice, and what is new."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from quizapp.cards.draft import Draft
from quizapp.exchange.incoming.bringing import Brought, Wish, bring
from quizapp.exchange.notes import OURS, Found, Note, Past, PastAnswer
from quizapp.exchange.outgoing.exporting import Wanted
from quizapp.scheduling.grades import Grade
from quizapp.scheduling.log import What
from quizapp.scheduling.memory import Memory
from quizapp.study.opening import Desk
from tests.exchange.exported import CARDS, MOMENT, all_of, answer, home_with

LATER = MOMENT + timedelta(days=2)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A library in which one card was answered twice, and another was suspended."""
    with home_with(tmp_path, {"nets/nets.md": CARDS}) as opened:
        answer(opened, "nets/keeps", MOMENT - timedelta(days=9), Grade.GOOD)
        answer(opened, "nets/keeps", MOMENT - timedelta(days=8), Grade.GOOD)
        opened.collection.append([opened.pen.row("nets/rf", What.SUSPEND, MOMENT - timedelta(days=1))])
        yield opened


def _bring(desk: Desk, found: Found) -> Brought:
    return bring(desk, found, Wish("anki", "cards"), LATER)


def _changed(found: Found, note: Note) -> Found:
    return replace(found, notes=(note, *found.notes[1:]))


def test_what_comes_back_as_it_was_changes_nothing(desk: Desk) -> None:
    before = {id_: desk.collection.history(id_) for id_ in desk.collection.ids()}
    brought = _bring(desk, all_of(desk))
    assert (brought.added, brought.differing, brought.answers, brought.suspended) == ([], [], 0, 0)
    assert {id_: desk.collection.history(id_) for id_ in desk.collection.ids()} == before


def test_cards_that_one_had_and_that_a_file_knows_more_of_are_named(desk: Desk) -> None:
    found = all_of(desk)
    notes = {note.key: note for note in found.notes}
    assert _bring(desk, found).learned == []
    past = Past(memory=Memory(due=LATER.date(), interval=300), as_of=LATER)
    reverse, other = replace(notes[f"{OURS}nets/rf"], backwards=past), replace(notes[f"{OURS}nets/keeps"], past=past)
    assert reverse.draft.kind == "reverse"
    stranger = replace(other, draft=Draft(prompt="Another", answer="text"), past=replace(past, suspended=True))
    new = replace(stranger, key=f"{OURS}else/new")
    brought = _bring(desk, Found((reverse, stranger, new)))
    assert (brought.learned, len(brought.added)) == (["nets/rf", "nets/keeps"], 1)
    assert _bring(desk, Found((reverse, stranger, new))).learned == []


def test_a_card_that_never_came_from_a_file_is_named_where_one_asks_the_same_and_knows_more(desk: Desk) -> None:
    past = Past(memory=Memory(due=LATER.date(), interval=300), as_of=LATER)
    note = replace(
        next(note for note in all_of(desk).notes if note.key.endswith("keeps")), key="", deck=("nets",), past=past
    )
    for deck in ("nets", "others"):
        brought = bring(desk, Found((replace(note, deck=(deck,)),)), Wish("obsidian", "x"), LATER)
        assert brought.learned == (["nets/keeps"] if deck == "nets" else [])
    later = replace(past, memory=Memory(due=LATER.date(), interval=400))
    assert (
        bring(desk, Found((replace(note, deck=("others",), past=later),)), Wish("obsidian", "x"), LATER).learned == []
    )


def test_both_languages_are_the_same_card(tmp_path: Path) -> None:
    files = {"d/t.en.md": "---\ntopic: t\n---\n\n## a? {#a}\n\nb\n", "d/t.zh.md": "## 甲？ {#a}\n\n乙\n"}
    with home_with(tmp_path, files) as both:
        brought = _bring(both, all_of(both, Wanted("en", both=True)))
    assert (brought.added, brought.there, brought.differing) == ([], ["t/a", "t/a"], [])


def test_what_was_answered_elsewhere_since_is_new(desk: Desk) -> None:
    found = all_of(desk)
    note = found.notes[0]
    given = PastAnswer("1", MOMENT + timedelta(days=1), Grade.AGAIN)
    assert note.past.memory is not None
    memory = note.past.memory._replace(due=LATER.date(), interval=0, lapses=1)
    past = replace(note.past, answers=(*note.past.answers, given), memory=memory, as_of=LATER)
    brought = _bring(desk, _changed(found, replace(note, past=past)))
    assert brought.answers == 1
    assert desk.collection.standing("nets/keeps").memory == memory


def test_what_was_suspended_elsewhere_is_new(desk: Desk) -> None:
    found = all_of(desk)
    note = found.notes[0]
    past = replace(note.past, suspended=True, as_of=LATER)
    assert _bring(desk, _changed(found, replace(note, past=past))).suspended == 1
    assert desk.collection.standing("nets/keeps").suspended


def test_another_spelling_is_no_other_text(desk: Desk) -> None:
    found = all_of(desk)
    note = found.notes[0]
    spelt = {"prompt": "What does __max pooling__ keep?", "answer": note.draft.answer.replace("value of", "value\nof")}
    draft = note.draft.model_copy(update=spelt)
    assert _bring(desk, _changed(found, replace(note, draft=draft))).differing == []
    other = note.draft.model_copy(update={"prompt": "What does min pooling keep?"})
    assert _bring(desk, _changed(found, replace(note, draft=other))).differing == ["nets/keeps"]


def test_what_was_answered_here_since_leaves_nothing_new(desk: Desk) -> None:
    found = all_of(desk)
    answer(desk, "nets/keeps", MOMENT + timedelta(days=1), Grade.AGAIN)
    before = desk.collection.history("nets/keeps")
    assert _bring(desk, found).answers == 0
    assert desk.collection.history("nets/keeps") == before


def test_an_answer_is_new_at_an_instant_at_which_something_else_was_done(desk: Desk) -> None:
    found = all_of(desk)
    note = next(note for note in found.notes if note.place == "nets/rf")
    past = replace(note.past, answers=(PastAnswer("1", MOMENT - timedelta(days=1), Grade.GOOD),))
    assert _bring(desk, replace(found, notes=(replace(note, past=past),))).answers == 1
