"""How much of a past a format takes along is counted, and so is what stays behind."""

from dataclasses import replace
from datetime import date

import pytest

from quizapp.cards.draft import Draft
from quizapp.exchange.notes import Found, Note, Past, PastAnswer
from quizapp.exchange.outgoing.carried import Amount, amount_of
from quizapp.exchange.outgoing.writing import FORMATS, Occasion
from quizapp.scheduling.grades import Grade
from quizapp.scheduling.memory import Memory
from tests.exchange.exported import MOMENT

ANSWERS = tuple(PastAnswer(str(number), MOMENT, Grade.GOOD) for number in range(3))
PAST = Past(ANSWERS, Memory(date(2026, 3, 10), 6, 250, 2), True, MOMENT)
LEARNED = Note("t/a", Draft(prompt="a", answer="b", id="a"), "quizapp:t/a", ("d",), past=PAST)
NEW = Note("t/b", Draft(prompt="c", answer="d", id="b"), "quizapp:t/b", ("d",))
BY_NAME = {format_.name: format_ for format_ in FORMATS}
TEXTS = ["anki-text", "csv", "hashcards"]


def _behind(name: str, *notes: Note) -> list[str]:
    output = BY_NAME[name].output(Found(notes), Occasion(MOMENT))
    return [one.what.partition(":")[0] for one in output.told if one.place == name]


@pytest.mark.parametrize("name", TEXTS)
def test_a_past_that_a_text_has_no_place_for_is_counted_as_left_behind(name: str) -> None:
    assert _behind(name, LEARNED, NEW, replace(LEARNED, key="quizapp:t/c")) == [
        "6 answers stay behind",
        "2 schedules stay behind",
        "2 cards that are suspended here will be asked there",
    ]
    assert amount_of(BY_NAME[name].output(Found((LEARNED,)), Occasion(MOMENT)).notes) == Amount(0, 0, 0)
    assert _behind(name, NEW) == []


def test_obsidian_takes_schedules_along_and_no_answers() -> None:
    assert _behind("obsidian", LEARNED) == [
        "3 answers stay behind",
        "1 card that is suspended here will be asked there",
    ]
    output = BY_NAME["obsidian"].output(Found((LEARNED, NEW)), Occasion(MOMENT))
    assert amount_of(output.notes) == Amount(0, 1, 0)


def test_a_package_takes_all_of_it_along() -> None:
    both = replace(LEARNED, draft=LEARNED.draft.model_copy(update={"kind": "reverse"}), backwards=PAST)
    assert _behind("apkg", both) == []
    assert amount_of(BY_NAME["apkg"].output(Found((both,)), Occasion(MOMENT)).notes) == Amount(6, 2, 2)


@pytest.mark.parametrize("name", ["apkg", "anki-text", "hashcards", "obsidian"])
def test_a_note_that_is_left_out_is_in_no_number(name: str) -> None:
    points = replace(LEARNED, draft=Draft(kind="points", prompt="p", answer="- a\n- b"))
    output = BY_NAME[name].output(Found((points, NEW)), Occasion(MOMENT))
    assert output.notes == (NEW,)
    assert _behind(name, points, NEW) == []
