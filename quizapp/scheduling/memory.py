"""What a scheduler remembers of a card, and what every scheduler offers."""

from datetime import date
from typing import NamedTuple, Protocol

from quizapp.scheduling.grades import Grade


class Memory(NamedTuple):
    """The state of one card.

    `interval` is in days, `easiness` in exact hundredths (250 is 2.50). `due` is a date in the learner's day, None
    for a card never answered. `unsettled` marks a card that was recalled with effort and comes again on the same day
    until it gets a 4.
    """

    due: date | None = None
    interval: int = 0
    easiness: int = 250
    repetitions: int = 0
    lapses: int = 0
    unsettled: bool = False


class Scheduler(Protocol):
    """An algorithm: the memory of a new card, and the memory after an answer. Pure."""

    def first(self) -> Memory:
        """The memory of a card never answered."""
        ...

    def next(self, memory: Memory, grade: Grade, day: date) -> Memory:
        """The memory after an answer of `grade`, given on the learner's `day`."""
        ...
