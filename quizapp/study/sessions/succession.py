"""What is done later counts later, though a clock was put back: the log is folded, and undone, by its instants."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from quizapp.scheduling.fold import Standing
from quizapp.store.collection import Collection
from quizapp.store.values import LogRow

_NEXT = timedelta(microseconds=1)


@dataclass
class Succession:
    """The latest instant of what was done on this device, by the learner's day."""

    _latest: dict[date, datetime] = field(default_factory=dict)

    @classmethod
    def of_day(cls, collection: Collection, day: date) -> "Succession":
        """What the log has of a day."""
        latest = collection.latest(day)
        return cls({day: latest} if latest else {})

    def behind(self, rows: Iterable[LogRow], standings: Mapping[str, Standing]) -> list[LogRow]:
        """The rows, none before what was done already on its day, nor before its card's last row.

        They are as they were unless a clock was put back. Their day stays: by it cards are due.
        """
        placed = [self._placed(row, standings.get(row.entry.card)) for row in rows]
        for row in placed:
            self._latest[row.entry.day] = max(row.entry.at, self._latest.get(row.entry.day, row.entry.at))
        return placed

    def _placed(self, row: LogRow, standing: Standing | None) -> LogRow:
        at = row.entry.at
        earlier = (self._latest.get(row.entry.day), standing.last if standing else None)
        latest = max((instant for instant in earlier if instant), default=at)
        if latest <= at or latest > datetime.max.replace(tzinfo=latest.tzinfo) - _NEXT:
            return row
        return row._replace(entry=row.entry._replace(at=latest + _NEXT))
