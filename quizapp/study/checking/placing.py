"""Flaws of a computed card told as faults of its files: at the line and column of the character that is meant."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from pathlib import Path
from typing import Any

from quizapp.cards.faces import CheckFace, ExerciseFace
from quizapp.cards.faults import Fault
from quizapp.cards.models import Card
from quizapp.checks.flaws import Flaw

Where = tuple[int, int]


def lines_of(file: str) -> list[str]:
    """A file's lines; none where it cannot be read."""
    try:
        return Path(file).read_text(encoding="utf-8-sig", errors="replace").split("\n")
    except OSError:
        return []


def faults_of(card: Card, flaws: Iterable[Flaw], lines: Callable[[str], list[str]] = lines_of) -> Iterator[Fault]:
    """The faults of a computed card's files, whose `lines` are as given."""
    read = cache(lines)
    for flaw in flaws:
        language = flaw.language or next(iter(card.faces))
        face, place = card.faces[language], card.places[language]
        assert isinstance(face, CheckFace | ExerciseFace), "only computed cards have flaws"
        line, column = _place(flaw, face, partial(read, place.file))
        yield Fault(file=place.file, line=line, column=column, what=flaw.what, mend=flaw.mend, note=flaw.note)


def _place(flaw: Flaw, face: CheckFace | ExerciseFace, lines: Callable[[], list[str]]) -> Where:
    at = _position(flaw.path, face.positions)
    line, column = at or (face.line, 1)
    if flaw.quote and (found := _find(flaw.quote, lines()[line - 1 :], line)):
        return found
    value = _value(flaw.path, face.check if isinstance(face, CheckFace) else face.exercise)
    if flaw.offset is None or not column or not isinstance(value, str) or at is None:
        return line, max(column, 1)
    before = value[: flaw.offset].split("\n")
    return line + len(before) - 1, column + len(before[-1])


def _position(path: tuple[str | int, ...], positions: Mapping[str, Where]) -> Where | None:
    """Where the value stands, or the nearest thing around it; None for the texts beside the block."""
    if path[:1] in (("prompt",), ("solution",)):
        return None
    places = (positions.get(".".join(map(str, path[:length]))) for length in range(len(path), -1, -1))
    return next((place for place in places if place), None)


def _value(path: Iterable[str | int], inside: Any) -> Any:
    """The value at the path; None where nothing stands there."""
    for key in path:
        if isinstance(inside, Mapping):
            inside = inside.get(key)
        elif isinstance(inside, list):
            inside = inside[key] if isinstance(key, int) and key < len(inside) else None
        else:
            inside = getattr(inside, str(key), None)
    return inside


def _find(quote: str, lines: list[str], first: int) -> Where | None:
    before, found, _ = "\n".join(lines).partition(quote)
    above = before.split("\n")
    return (first + len(above) - 1, len(above[-1]) + 1) if found else None
