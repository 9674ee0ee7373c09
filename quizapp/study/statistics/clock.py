"""The hour that the learner's clock showed, for many instants."""

import time
from datetime import UTC, datetime, tzinfo

_SECONDS = 15 * 60


class Clock:
    """A clock in a time zone; None is the system's.

    It looks once at each quarter of an hour: no zone's clock is off by other parts of an hour, or was since 1972.
    """

    def __init__(self, zone: tzinfo | None = None) -> None:
        self._zone = zone
        self._known: dict[int, int] = {}

    @property
    def name(self) -> str:
        """What tells it from clocks in other zones."""
        return str(self._zone or (*time.tzname, time.timezone, time.altzone))

    def hour(self, quarter: int) -> int:
        """The hour, 0 to 23, in a quarter of an hour, which is counted from 1970 in UTC."""
        if (hour := self._known.get(quarter)) is None:
            at = datetime.fromtimestamp(quarter * _SECONDS, UTC)
            hour = self._known[quarter] = at.astimezone(self._zone).hour
        return hour
