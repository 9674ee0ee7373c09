"""Time spent on a card. A learner who does nothing for a minute is somewhere else."""

IDLE_SECONDS = 60.0


class Stopwatch:
    """Counts the time between signs of life, each stretch up to `IDLE_SECONDS`.

    Times are seconds of any steady clock.
    """

    def __init__(self, now: float) -> None:
        self._last = now
        self._seconds = 0.0

    def tick(self, now: float) -> None:
        """The learner did something."""
        self._seconds += min(max(now - self._last, 0.0), IDLE_SECONDS)
        self._last = now

    def milliseconds(self, now: float) -> int:
        """The time spent up to `now`."""
        self.tick(now)
        return round(self._seconds * 1000)
