"""Which of the cards to measure with are due: the same for us and for Anki's library. Standard library only."""

from enum import Enum


class State(Enum):
    """Due today or overdue; learned and due later; never answered."""

    DUE = "due"
    LATER = "later"
    NEW = "new"


NEW_PER_DAY, REVIEWS_PER_DAY = 20, 9_999
"""The day's limits. Anki allows no more reviews."""
_TWENTY = [State.DUE, State.LATER, State.NEW, State.NEW, State.NEW] * 4
_TWENTY[-1] = State.LATER


def state_of(number: int) -> State:
    """The state of the card of this number."""
    return _TWENTY[number % len(_TWENTY)]
