"""The time, as the interface is given it."""

from collections.abc import Callable
from datetime import datetime

Clock = Callable[[], datetime]


def local_now() -> datetime:
    """The time, where the learner is."""
    return datetime.now().astimezone()
