"""Counts as a text, to be kept: those of each deck, each the columns of what was met, and how often that was.

Columns are read in a third of the time of rows.
"""

import json
from collections.abc import Mapping
from datetime import date
from hashlib import blake2b
from typing import Any

from quizapp.study.statistics.clock import Clock
from quizapp.study.statistics.counting import Counts

_COUNTING = 3
"""The version of what is counted: to be raised where the same answers would be counted, or written, in another way."""
_DAYS: Mapping[str, int] = {"answers": 0, "milliseconds": 0, "timed": 0, "mistakes": 2}
"""Where in what was met a day stands. It is written as a number, which is read sooner."""


def basis(clock: Clock) -> str:
    """What counts depend on beside the log: they are of use only where it is the same."""
    return f"{_COUNTING} {clock.name}"


def written(decks: Mapping[str, Counts]) -> str:
    """The counts as a text."""
    data = {
        deck: {name: _columns(name, counted) for name, counted in vars(counts).items()}
        for deck, counts in decks.items()
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"{_digest(text)} {text}"


def read(text: str) -> dict[str, Counts] | None:
    """The counts that a text holds, none where it is empty; None where it is not as it was written."""
    digest, _, counts = text.partition(" ")
    if not text or digest != _digest(counts):
        return None if text else {}
    found, days = {}, _Days()
    for deck, named in json.loads(counts).items():
        found[deck] = Counts()
        for name, counted in vars(found[deck]).items():
            *columns, times = named[name]
            if columns and name in _DAYS:
                columns[_DAYS[name]] = map(days.__getitem__, columns[_DAYS[name]])
            met = columns[0] if len(columns) == 1 else zip(*columns, strict=True)
            dict.update(counted, zip(met, times, strict=True))
    return found


class _Days(dict[int, date]):
    """Days by how they are written, each made once."""

    def __missing__(self, written: int) -> date:
        day = self[written] = date.fromordinal(written)
        return day


def _digest(text: str) -> str:
    """SQLite keeps no sums that tell of bits that turned: a figure would be another, and nobody would know."""
    return blake2b(text.encode(), digest_size=16).hexdigest()


def _columns(name: str, counted: Mapping[Any, int]) -> list[list[Any]]:
    columns = [
        list(column) for column in zip(*(met if isinstance(met, tuple) else (met,) for met in counted), strict=True)
    ]
    if columns and name in _DAYS:
        columns[_DAYS[name]] = [day.toordinal() for day in columns[_DAYS[name]]]
    return [*columns, list(counted.values())]
