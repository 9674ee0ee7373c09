"""What the store gives and takes: plain values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:  # prompts count cards, and know nothing of the log
    from quizapp.scheduling.fold import Standing
    from quizapp.scheduling.log import Entry
    from quizapp.scheduling.memory import Memory


_NOTHING: Mapping[str, Any] = MappingProxyType({})


class LogRow(NamedTuple):
    """A row of the log: the entry that schedules, and what only the record keeps.

    `milliseconds` is the time spent on the card, `answered` what the learner gave, in plain data.
    """

    entry: "Entry"
    milliseconds: int | None = None
    answered: Mapping[str, Any] = _NOTHING
    device: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """A card as lists show it. `titles` are by language; `edited` if it is the learner's own copy of a card."""

    id: str
    deck: str
    topic: str
    kind: str
    tags: tuple[str, ...]
    titles: Mapping[str, str]
    edited: bool
    standing: "Standing | None"


class Happened(NamedTuple):
    """A row of the log that counts, for statistics. `mistake` names the one that a computed answer was, else empty.

    `quarter` says when: in quarters of an hour since 1970, UTC. `what` and `grade` are the values of What and Grade:
    their members are slow to make, and to look up.
    """

    card: str
    quarter: int
    day: date
    what: str
    grade: int | None
    milliseconds: int
    mistake: str
    memory: "Memory | None"


class Held(NamedTuple):
    """A card and where it stands, for statistics; `in_use` is False once its text vanished.

    What the schedule says is None for a card of which nothing was ever logged.
    """

    card: str
    deck: str
    topic: str
    in_use: bool
    due: date | None
    interval: int | None
    easiness: int | None
    repetitions: int | None
    lapses: int | None
    unsettled: bool | None
    suspended: bool | None
    introduced: date | None
    answered: date | None


class Stand(NamedTuple):
    """Where a card of which something was logged stands, for statistics; many stand alike."""

    due: date | None
    interval: int
    easiness: int
    repetitions: int
    unsettled: bool
    suspended: bool


Placed = tuple[str, str, Stand]
"""A card in use of which something was logged: in which deck and topic it is, and where it stands.

A plain one: 100,000 of it are made at once.
"""


class Lapsed(NamedTuple):
    """A card in use, and how often it was forgotten."""

    card: str
    deck: str
    lapses: int


class TopicSize(NamedTuple):
    """A topic, and how many cards in use it has."""

    deck: str
    topic: str
    cards: int
