"""The hour that the learner's clock showed, for many instants."""

from datetime import datetime, tzinfo


class Clock:
    """A clock in a time zone; None is the system's.

    It looks once at each quarter of an hour: no zone's clock is off by other parts of an hour, or was since 1972.
    """

    def __init__(self, zone: tzinfo | None = None) -> None:
        self._zone = zone
        self._known: dict[int, int] = {}

    def hour(self, at: datetime) -> int:
        """The hour, 0 to 23, at an instant, which is given in UTC."""
        quarter = at.toordinal() * 96 + at.hour * 4 + at.minute // 15
        if (hour := self._known.get(quarter)) is None:
            hour = self._known[quarter] = at.astimezone(self._zone).hour
        return hour
