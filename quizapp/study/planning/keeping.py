"""The plan that is kept: a day in view and its decks, among the learner's choices; new cards a day follow it."""

from collections.abc import Collection, Sequence
from datetime import date

from quizapp.config import Settings
from quizapp.errors import UsageError
from quizapp.study.opening import Desk

LONGEST = 3 * 366
"""Days. Further ahead nothing can be told of a single day."""


def is_kept(settings: Settings, by: date, decks: Collection[str]) -> bool:
    """True if the plan for this day and these decks (all, where none is named) is the one that is kept."""
    return (settings.interview, {*settings.interview_decks}) == (by, {*decks})


def keep(desk: Desk, by: date, decks: Sequence[str]) -> None:
    """Keeps a plan, in the place of any other. Raises StoreError."""
    desk.choose("interview", by.isoformat())
    desk.choose("interview_decks", [*decks] or None)


def drop(desk: Desk) -> None:
    """Keeps none any more. Raises StoreError."""
    desk.choose("interview", None)
    desk.choose("interview_decks", None)


def to_come(by: date, today: date) -> date:
    """The day, if one can plan for it. Raises UsageError."""
    if not 0 < (by - today).days <= LONGEST:
        raise UsageError(f"{by} is not a day to plan for", "name one within the next three years")
    return by
