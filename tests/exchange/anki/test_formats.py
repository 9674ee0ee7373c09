"""The formats of packages, old and new: the same collection gives the same notes."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from quizapp.exchange.anki import read_package
from quizapp.exchange.notes import Found, Past, PastAnswer
from quizapp.scheduling.grades import Grade
from quizapp.scheduling.memory import Memory
from tests.exchange.anki.building import BASIC, CLOZE, OPTIONAL, REVERSED, TYPING, Building, zipped
from tests.exchange.anki.reading import LIMIT

Writer = Callable[[Building, Path], Path]
_FORMATS = [
    pytest.param(Building.oldest, id="anki2"),
    pytest.param(Building.legacy, id="anki21"),
    pytest.param(Building.latest, id="anki21b"),
]


def _collection() -> Building:
    building = Building(media={"cat.png": b"\x89PNG a cat"})
    (card,) = building.note(
        BASIC, "What is <b>it</b>?", '<img src="cat.png">', deck="Animals::Pets", tags=" pet leech "
    )
    building.schedule(card, type=2, queue=-1, due=40, ivl=12, factor=2300, reps=7, lapses=1)
    building.answer(card, 1_700_000_000_123, 3)
    building.note(REVERSED, "dog", "狗", cards=(0, 1))
    building.note(OPTIONAL, "cat", "猫", "", cards=(0,))
    building.note(TYPING, "2 + 2", "4")
    building.note(CLOZE, "{{c1::Paris}} in {{c2::France}}", "extra", cards=(0, 1))
    return building


@pytest.mark.parametrize("write", _FORMATS)
@pytest.mark.parametrize("name", ["deck.apkg", "collection.colpkg"])
def test_every_format_gives_the_notes(write: Writer, name: str, tmp_path: Path) -> None:
    found = read_package(write(_collection(), tmp_path / name), LIMIT)
    assert [(note.draft.kind, note.draft.prompt, note.draft.answer) for note in found.notes] == [
        ("basic", "What is **it**?", "![cat.png](media/cat.png)"),
        ("reverse", "dog", "狗"),
        ("basic", "cat", "猫"),
        ("typed", "2 + 2", "4"),
        ("cloze", "==Paris== in France", "extra"),
        ("cloze", "Paris in ==France==", "extra"),
    ]
    assert [note.key for note in found.notes] == ["guid0", "guid1", "guid2", "guid3", "guid4", "guid4-c2"]
    assert not found.told


@pytest.mark.parametrize("write", _FORMATS)
def test_every_format_gives_deck_tags_media_and_past(write: Writer, tmp_path: Path) -> None:
    found = read_package(write(_collection(), tmp_path / "deck.apkg"), LIMIT)
    note = found.notes[0]
    assert (note.place, note.deck) == ("note 1700000000001 (What is it?)", ("Animals", "Pets"))
    assert (note.draft.tags, note.media) == (("pet", "leech"), ("cat.png",))
    assert {name: read() for name, read in found.media.items()} == {"cat.png": b"\x89PNG a cat"}
    answer = PastAnswer("1700000000123", datetime(2023, 11, 14, 22, 13, 20, 123000, tzinfo=UTC), Grade.GOOD, 5000)
    memory = Memory(date(2023, 12, 24), 12, 230, 6, 1)
    assert note.past == Past((answer,), memory, True, datetime(2023, 12, 14, 9, tzinfo=UTC))
    assert found.notes[1].past == found.notes[1].backwards == Past(as_of=note.past.as_of)


@pytest.mark.parametrize("write", _FORMATS)
def test_reading_twice_gives_the_same(write: Writer, tmp_path: Path) -> None:
    path = write(_collection(), tmp_path / "deck.apkg")
    assert _values(read_package(path, LIMIT)) == _values(read_package(path, LIMIT))


def test_a_package_with_no_notes_is_empty(tmp_path: Path) -> None:
    assert read_package(Building().latest(tmp_path / "deck.apkg"), LIMIT).notes == ()


def test_a_package_without_a_list_of_media_is_read(tmp_path: Path) -> None:
    path = zipped(tmp_path / "deck.colpkg", {"collection.anki2": _collection().old()})
    assert len(read_package(path, LIMIT).notes) == 6


def _values(found: Found) -> tuple[object, ...]:
    return found.notes, found.told, sorted(found.media)
