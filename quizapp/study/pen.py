"""Writes rows of the log: who, when, on which of the learner's days."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from quizapp.scheduling.day import learners_day
from quizapp.scheduling.grades import Grade
from quizapp.scheduling.log import Entry, What
from quizapp.scheduling.uuids import uuid7
from quizapp.store.values import LogRow


@dataclass(frozen=True)
class Pen:
    """One device's hand. `starts_at` is when the learner's day begins, by the clock on the wall."""

    device: str
    starts_at: time

    def day(self, now: datetime) -> date:
        """The learner's day."""
        return learners_day(now, starts_at=self.starts_at)

    def row(self, card: str, what: What, now: datetime, undoes: str | None = None, **given: Any) -> LogRow:
        """A row about `card`; `given` goes into what was answered."""
        return LogRow(Entry(uuid7(now), card, now, self.day(now), what, None, undoes), None, given, self.device)

    def answer(
        self, card: str, what: What, now: datetime, grade: Grade, milliseconds: int, given: Mapping[str, Any]
    ) -> LogRow:
        """A row with a graded answer."""
        entry = Entry(uuid7(now), card, now, self.day(now), what, grade)
        return LogRow(entry, milliseconds, given, self.device)
