"""What happened to cards: rows of the log, as values."""

from datetime import date, datetime
from enum import StrEnum
from operator import attrgetter
from typing import NamedTuple

from quizapp.scheduling.grades import Grade
from quizapp.scheduling.memory import Memory


class What(StrEnum):
    """What a row of the log records."""

    ANSWER = "answer"
    PRACTICE = "practice"  # an answer that leaves the schedule alone
    IMPORTED = "imported"  # an answer given in another program
    LEARNED = "learned"  # what another program's schedule said of the card
    SUSPEND = "suspend"
    RESUME = "resume"
    BURY = "bury"
    RESET = "reset"
    UNDO = "undo"

    # An enum's own is written in Python; logs of any length are folded by looking these up.
    __hash__ = str.__hash__


ANSWERS = frozenset({What.ANSWER, What.IMPORTED})
"""The rows that schedule."""


class Entry(NamedTuple):
    """One row: what happened to which card, when, and on which of the learner's days.

    `at` is an aware instant. `day` is kept beside it, so that the schedule does not depend on the time zone in which
    it is folded again. `grade` belongs to answers, `undoes` (a uuid) to undos, `memory` to what was learned elsewhere.
    """

    uuid: str
    card: str
    at: datetime
    day: date
    what: What
    grade: Grade | None = None
    undoes: str | None = None
    memory: Memory | None = None

    @property
    def order(self) -> tuple[datetime, str]:
        """Rows are folded in this order, wherever they came from."""
        return self.at, self.uuid


ORDER = attrgetter("at", "uuid")
"""Gives an entry's `order`: quicker, for sorting many."""
