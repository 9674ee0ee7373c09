"""Packages read in tests."""

from collections.abc import Sequence
from pathlib import Path

from quizapp.exchange.anki import read_package
from quizapp.exchange.notes import Found, Note
from tests.exchange.anki.building import Building, Type

LIMIT = 2**26


def found(building: Building, folder: Path) -> Found:
    """What is found in the collection, written as Anki does today."""
    return read_package(building.latest(folder / "deck.apkg"), LIMIT)


def notes_of(folder: Path, type_: Type, *values: str, cards: Sequence[int] = (0,)) -> tuple[Note, ...]:
    """The notes that one of Anki's becomes."""
    building = Building()
    building.note(type_, *values, cards=cards)
    return found(building, folder).notes


def told_of(result: Found) -> list[str]:
    """What was told, as `place: what (loss)`."""
    return [f"{told.place}: {told.what} ({told.loss})" for told in result.told]
