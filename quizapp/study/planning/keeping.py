"""The plan that is kept: a day in view and its decks, among the learner's choices; new cards a day follow it."""

from collections.abc import Collection, Sequence
from datetime import date

from quizapp.config import PLAN, Settings
from quizapp.errors import UsageError
from quizapp.i18n import F_
from quizapp.study.opening import Desk

LONGEST = 3 * 366
"""Days. Further ahead nothing can be told of a single day."""


def is_kept(settings: Settings, by: date, decks: Collection[str]) -> bool:
    """True if the plan for this day and these decks (all, where none is named) is the one that is kept."""
    return (settings.interview, {*settings.interview_decks}) == (by, {*decks})


def keep(desk: Desk, today: date, by: date, decks: Sequence[str], most: int | None = None) -> None:
    """Keeps a plan from today on, at most `most` new cards a day, in the place of any other.

    Raises StoreError, and UsageError where the day is no day to come.
    """
    if by == today:
        raise UsageError(F_("{day} is today, too late for new cards", day=by), F_("name a day to come"))
    desk.choose_all(
        {
            "interview": by.isoformat(),
            "interview_decks": [*decks],  # none named means all, whatever the settings file says
            "interview_most": most,
            "interview_since": today.isoformat(),
        }
    )


def drop(desk: Desk) -> bool:
    """Keeps none any more; False where none was kept.

    Raises StoreError, and UsageError where the settings file still has one.
    """
    was_kept = desk.settings.interview is not None
    desk.choose_all(dict.fromkeys(PLAN))
    if desk.settings.interview is not None:
        what = F_("{file} has a plan for {day}", file=desk.places.config_file, day=desk.settings.interview)
        raise UsageError(what, F_("remove the line `interview` there"))
    return was_kept


def is_to_come(by: date, today: date) -> bool:
    """True for a day that one can plan for; today is the last day of a plan."""
    return 0 <= (by - today).days <= LONGEST


def to_come(by: date, today: date) -> date:
    """The day, if one can plan for it. Raises UsageError."""
    if not is_to_come(by, today):
        what = F_("{day} is not a day to plan for", day=by)
        raise UsageError(what, F_("name one within the next three years"))
    return by
