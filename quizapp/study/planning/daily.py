"""What the day in view means for a day: the limit of new cards, and which of them come first."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from quizapp.store.values import Waiting
from quizapp.study.planning.pace import pace

if TYPE_CHECKING:
    from quizapp.config import Settings


def new_limit(settings: "Settings", new: Sequence[Waiting], day: date, begun: int) -> int:
    """How many new cards may come on a day: the usual number, or more where the day in view asks for them.

    `new` are those that wait, `begun` how many came today already.
    """
    if settings.interview is None:
        return settings.new_per_day
    wanted = sum(_is_wanted(settings, card) for card in new)
    return max(settings.new_per_day, pace(wanted, day, settings.interview, begun))


def comes_first(settings: "Settings", day: date) -> Callable[[Waiting], bool]:
    """Which new cards come before the others: those that the day in view is about, until it has come."""
    in_view = settings.interview is not None and day < settings.interview
    return lambda card: in_view and _is_wanted(settings, card)


def _is_wanted(settings: "Settings", card: Waiting) -> bool:
    """Whether a card is of a deck that the day in view is about."""
    return not settings.interview_decks or card.deck in settings.interview_decks
