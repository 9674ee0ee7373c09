"""What is done later counts later, though a clock was put back: the log is folded, and undone, by its instants."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from quizapp.scheduling.fold import Standing
from quizapp.store.collection import Collection
from quizapp.store.values import LogRow

_NEXT = timedelta(microseconds=1)


@dataclass
class Succession:
    """The latest instant of what was done on this device, by the learner's day."""

    _collection: Collection
    _latest: dict[date, datetime | None]

    @classmethod
    def of_day(cls, collection: Collection, day: date) -> "Succession":
        """What the log has of a day; of another, to which a clock is put, it is asked then."""
        return cls(collection, {day: collection.latest(day)})

    def behind(self, rows: Iterable[LogRow], standings: Mapping[str, Standing]) -> list[LogRow]:
        """The rows, none before what was done already on its day, nor before its card's last row.

        They are as they were unless a clock was put back. Their day stays: by it cards are due.
        """
        placed = [self._placed(row, standings.get(row.entry.card)) for row in rows]
        for row in placed:
            self._latest[row.entry.day] = max(row.entry.at, self._latest.get(row.entry.day) or row.entry.at)
        return placed

    def _placed(self, row: LogRow, standing: Standing | None) -> LogRow:
        at, day = row.entry.at, row.entry.day
        if day not in self._latest:
            self._latest[day] = self._collection.latest(day)
        earlier = (self._latest[day], standing.last if standing else None)
        latest = max((instant for instant in earlier if instant), default=at)
        if latest <= at or latest > datetime.max.replace(tzinfo=latest.tzinfo) - _NEXT:
            return row
        return row._replace(entry=row.entry._replace(at=latest + _NEXT))
