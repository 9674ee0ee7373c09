"""Packages that Anki itself exported: see files/README.md."""

from datetime import date
from pathlib import Path

import pytest

from quizapp.exchange.anki import read_package
from quizapp.exchange.notes import Found
from quizapp.scheduling.grades import Grade
from quizapp.scheduling.memory import Memory
from tests.exchange.anki.reading import LIMIT, told_of
from tests.exchange.drafts import face_of

_FILES = Path(__file__).parent / "files"


@pytest.fixture(params=["legacy.apkg", "latest.apkg", "latest.colpkg"])
def exported(request: pytest.FixtureRequest) -> Found:
    return read_package(_FILES / request.param, LIMIT)


def test_every_stock_note_type_is_read(exported: Found) -> None:
    drafts = [note.draft for note in exported.notes]
    assert all(map(face_of, drafts))
    assert [(draft.kind, draft.prompt, draft.answer) for draft in drafts] == [
        ("basic", "Capital of **France**?", "Paris\\\n![a cat.png](media/a%20cat.png)"),
        ("reverse", "dog", "狗"),
        ("reverse", "cat", "猫"),
        ("basic", "cow", "牛"),
        ("typed", "2+2?", "4"),
        ("cloze", r"==Paris== *(city)* is in France, $\frac{1}{\sqrt{2} }$", "extra"),
        ("cloze", r"Paris is in ==France==, $\frac{1}{\sqrt{2} }$", "extra"),
    ]


def test_decks_tags_and_media_are_read(exported: Found) -> None:
    first, *_others, last = exported.notes
    assert (first.deck, last.deck) == (("Geography", "Europe"), ("Geography",))
    assert first.draft.tags == ("geo", "leech")
    assert [(name, read()[:4]) for name, read in exported.media.items()] == [("a cat.png", b"\x89PNG")]


def test_the_history_is_read(exported: Found) -> None:
    first, second, _third, _fourth, typed, *_others = exported.notes
    assert first.past.memory == Memory(date(2026, 12, 3), 10, 230, 4, 1)
    assert [answer.grade for answer in first.past.answers] == [Grade.AGAIN, Grade.GOOD, Grade.HARD, Grade.EASY]
    assert second.past.memory == Memory(date(2026, 11, 29))
    assert [answer.grade for answer in second.past.answers] == [Grade.GOOD]
    assert (typed.past.suspended, second.backwards.answers) == (True, ())


def test_nothing_else_is_told(exported: Found) -> None:
    (told,) = told_of(exported)
    assert told.endswith(": 1 entry of the review log is no answer, and is left out (nothing)")
