"""Schedules are written below their cards, as the plugin writes them, and come back."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.cards.draft import Draft
from quizapp.cards.faces import Kind
from quizapp.exchange.notes import Note, Past
from quizapp.exchange.obsidian import notes_of
from quizapp.exchange.obsidian.writing import text_of
from quizapp.scheduling.memory import Memory

FIRST = Past(memory=Memory(date(2026, 1, 1), 3, 250, 1))
SECOND = Past(memory=Memory(date(2026, 12, 2), 38, 236, 4, 2))
BASIC, REVERSE = Draft(prompt="q", answer="a"), Draft(kind="reverse", prompt="q", answer="a")


def _text(*notes: Note) -> str:
    text, told, written = text_of(notes)
    assert (told, len(written)) == ((), len(notes))
    return text.removeprefix("#flashcards\n\n")


@pytest.mark.parametrize(
    ("note", "text"),
    [
        (Note("", BASIC, past=FIRST), "q::a\n<!--SR:!2026-01-01,3,250-->\n"),
        (
            Note("", Draft(prompt="q", answer="```\na\n```"), past=FIRST),
            "q\n?\n```\na\n```\n<!--SR:!2026-01-01,3,250-->\n",
        ),
        (Note("", REVERSE, past=FIRST, backwards=SECOND), "q:::a\n<!--SR:!2026-01-01,3,250!2026-12-02,38,236-->\n"),
        (Note("", REVERSE, past=FIRST), "q:::a\n<!--SR:!2026-01-01,3,250!2000-01-01,1,250-->\n"),
        (Note("", REVERSE, backwards=SECOND), "q:::a\n<!--SR:!2000-01-01,1,250!2026-12-02,38,236-->\n"),
        (Note("", Draft(kind="cloze", prompt="==a== b"), past=SECOND), "==a== b\n<!--SR:!2026-12-02,38,236-->\n"),
        (Note("", BASIC, past=Past(suspended=True)), "q::a\n"),
        (Note("", BASIC, past=Past(memory=Memory())), "q::a\n"),
    ],
)
def test_a_card_has_its_schedule_below_it_forwards_first(note: Note, text: str) -> None:
    assert _text(note) == text


def _schedules(notes: Sequence[Note]) -> list[tuple[object, ...]]:
    memories = [past.memory or Memory() for note in notes for past in (note.past, note.backwards)]
    return [(memory.due, memory.interval, memory.easiness) for memory in memories]


def _pasts() -> st.SearchStrategy[Past]:
    days = st.dates(date(2010, 1, 1), date(2100, 1, 1))
    memories = st.builds(Memory, days, st.integers(0, 10_000), st.integers(130, 1_000), st.integers(1, 9))
    return st.just(Past()) | st.builds(Past, memory=memories)


def _card(number: int, kind: Kind, past: Past, backwards: Past) -> Note:
    prompt, answer = (f"==q== {number}", "") if kind == "cloze" else (f"q {number}", "a")
    draft = Draft(kind=kind, prompt=prompt, answer=answer)
    return Note("", draft, past=past, backwards=backwards if kind == "reverse" else Past())


@given(st.lists(st.tuples(st.sampled_from(["basic", "reverse", "cloze"]), _pasts(), _pasts()), min_size=1, max_size=4))
def test_due_date_interval_and_ease_come_back(cards: list[tuple[Kind, Past, Past]]) -> None:
    notes = [_card(number, *card) for number, card in enumerate(cards)]
    assert _schedules(notes_of(text_of(notes).text)) == _schedules(notes)


def _gaps(*prompts: str, answer: str = "") -> list[Note]:
    return [
        Note(f"t/{number}", Draft(kind="cloze", prompt=prompt, answer=answer), past=FIRST if number % 2 else SECOND)
        for number, prompt in enumerate(prompts)
    ]


@pytest.mark.parametrize(
    ("prompts", "text"),
    [
        (("==a== b c", "a b ==c=="), "==a== b ==c==\n<!--SR:!2026-12-02,38,236!2026-01-01,3,250-->\n"),
        (("a b ==c==", "==a== b c"), "==a== b ==c==\n<!--SR:!2026-01-01,3,250!2026-12-02,38,236-->\n"),
        (
            ("==a== b ==c==", "a ==b== c"),
            "==1;;a== ==2;;b== ==1;;c==\n<!--SR:!2026-12-02,38,236!2026-01-01,3,250-->\n",
        ),
        (
            ("==a== *(first)* b ==c==", "a ==b== *(second)* c"),
            "==1;;a;;first== ==2;;b;;second== ==1;;c==\n<!--SR:!2026-12-02,38,236!2026-01-01,3,250-->\n",
        ),
        (
            ("==a== *(first)* b", "a ==b=="),
            "==a;;first== ==b==\n<!--SR:!2026-12-02,38,236!2026-01-01,3,250-->\n",
        ),
        (
            ("==a b== c", "==a== b c"),
            "==a b== c\n<!--SR:!2026-12-02,38,236-->\n\n==a== b c\n<!--SR:!2026-01-01,3,250-->\n",
        ),
        (
            ("==a==b", "a==b=="),
            "==a==b\n<!--SR:!2026-12-02,38,236-->\n\na==b==\n<!--SR:!2026-01-01,3,250-->\n",
        ),
    ],
)
def test_clozes_of_one_text_are_one_paragraph_with_a_schedule_for_each(prompts: tuple[str, ...], text: str) -> None:
    notes = _gaps(*prompts)
    assert _text(*notes) == text
    read = {note.draft.prompt: note for note in notes_of(text)}
    assert {prompt: _schedules([read[prompt]]) for prompt in prompts} == {
        note.draft.prompt: _schedules([note]) for note in notes
    }


def test_what_a_cloze_loses_is_told_of_each() -> None:
    _text, told, written = text_of(_gaps("==a== b", "a ==b==", answer="explained"))
    assert [(one.place, one.what) for one in told] == [
        ("t/0", "its explanation is left out"),
        ("t/1", "its explanation is left out"),
    ]
    assert len(written) == 2
