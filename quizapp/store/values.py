"""What the store gives and takes: plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from quizapp.scheduling.fold import Standing
from quizapp.scheduling.grades import Grade
from quizapp.scheduling.log import Entry, What
from quizapp.scheduling.memory import Memory


@dataclass(frozen=True, slots=True)
class LogRow:
    """A row of the log: the entry that schedules, and what only the record keeps.

    `milliseconds` is the time spent on the card, `answered` what the learner gave, in plain data.
    """

    entry: Entry
    milliseconds: int | None = None
    answered: Mapping[str, Any] = field(default_factory=dict)
    device: str = ""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A card that may come today. `due` is None for a new one; `answered` is the day of its last answer."""

    card: str
    family: str
    deck: str
    deck_position: int
    topic: str
    due: date | None = None
    interval: int = 0
    answered: date | None = None


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
    standing: Standing | None


@dataclass(frozen=True, slots=True)
class DayCounts:
    """What was done on a day: cards seen for the first time, and other cards reviewed."""

    new: int
    reviews: int


@dataclass(frozen=True, slots=True)
class DeckCounts:
    """How much of a deck there is, and how much of it is learned (answered and recalled at least once)."""

    cards: int
    learned: int


@dataclass(frozen=True, slots=True)
class Activity:
    """The past: answers given on each day, and the mean time of an answer, None where none was timed."""

    answers: Mapping[date, int]
    seconds_an_answer: float | None


class Happened(NamedTuple):
    """A row of the log that counts, for statistics. `mistake` names the one that a computed answer was, else empty.

    `quarter` says when: in quarters of an hour since 1970, UTC.
    """

    card: str
    quarter: int
    day: date
    what: What
    grade: Grade | None
    milliseconds: int
    mistake: str
    memory: Memory | None


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
