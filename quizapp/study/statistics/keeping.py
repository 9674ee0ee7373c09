"""Counts as a text, to be kept: those of each deck, each a list of what was met and how often."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from hashlib import blake2b
from typing import Any

from quizapp.study.statistics.clock import Clock
from quizapp.study.statistics.counting import Counts

_COUNTING = 2
"""The version of what is counted: to be raised where the same answers would be counted in another way."""
_DAYS: Mapping[str, int] = {"answers": 0, "milliseconds": 0, "timed": 0, "mistakes": 2}
"""Where in what was met a day stands."""


def basis(clock: Clock) -> str:
    """What counts depend on beside the log: they are of use only where it is the same."""
    return f"{_COUNTING} {clock.name}"


def written(decks: Mapping[str, Counts]) -> str:
    """The counts as a text."""
    data = {
        deck: {name: list(_plain(counted)) for name, counted in vars(counts).items()} for deck, counts in decks.items()
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
            place = _DAYS.get(name)
            for *met, times in named[name]:
                if place is not None:
                    met[place] = days[met[place]]
                counted[tuple(met) if len(met) > 1 else met[0]] = times
    return found


class _Days(dict[str, date]):
    """Days by how they are written, each made once."""

    def __missing__(self, written: str) -> date:
        day = self[written] = date.fromisoformat(written)
        return day


def _digest(text: str) -> str:
    """SQLite keeps no sums that tell of bits that turned: a figure would be another, and nobody would know."""
    return blake2b(text.encode(), digest_size=16).hexdigest()


def _plain(counted: Mapping[Any, int]) -> Iterable[list[Any]]:
    for met, times in counted.items():
        parts = met if isinstance(met, tuple) else (met,)
        yield [*(part.isoformat() if isinstance(part, date) else part for part in parts), times]
