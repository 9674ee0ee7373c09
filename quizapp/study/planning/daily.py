"""What the day in view means for a day: the limit of new cards, and how the day's cards are arranged."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from quizapp.store.values import Waiting
from quizapp.study.planning.pace import new_on, pace
from quizapp.study.queue import Order

if TYPE_CHECKING:
    from quizapp.config import Settings

LAST_DAYS = 7
"""So long before the day in view a card and its reverse need not be kept apart: it would be too late for some."""


def new_limit(settings: "Settings", new: Sequence[Waiting], day: date, begun: int) -> int:
    """How many new cards may come on a day: the usual number, or what the day in view makes of it.

    `new` are those that wait, `begun` how many came today already.
    """
    if settings.interview is None or not day < settings.interview:
        return settings.new_per_day
    wanted = sum(_is_wanted(settings, card) for card in new)
    return new_on(pace(wanted, day, settings.interview, begun), settings.new_per_day, settings.interview_most)


def order(settings: "Settings", day: date) -> Order:
    """How a day's cards are arranged: those that the day in view is about come before others, until it has come."""
    by_deck = settings.order == "by-deck"
    if settings.interview is None or not day < settings.interview:
        return Order(by_deck)
    is_near = (settings.interview - day).days <= LAST_DAYS
    return Order(
        by_deck,
        first=lambda card: _is_wanted(settings, card),
        together=lambda card: is_near and _is_wanted(settings, card),
    )


def _is_wanted(settings: "Settings", card: Waiting) -> bool:
    """Whether a card is of a deck that the day in view is about."""
    return not settings.interview_decks or card.deck in settings.interview_decks
