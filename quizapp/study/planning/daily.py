"""What the day in view means for a day: the limit of new cards, and how the day's cards are arranged."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from quizapp.store.waiting.counts import Done
from quizapp.study.coming.queue import Order
from quizapp.study.planning.pace import new_on, pace

if TYPE_CHECKING:
    from quizapp.config import Settings

LAST_DAYS = 7
"""So long before the day in view a card and its reverse need not be kept apart: it would be too late for some."""


def new_limit(settings: "Settings", new: Mapping[str, int], day: date, done: Iterable[Done]) -> int:
    """How many new cards may come on a day: the usual number, or what the day in view makes of it.

    `new` says how many wait in each deck, `done` what was done with each on the day. Cards of other decks that were
    begun take no place of the wanted ones.
    """
    if settings.interview is None or not is_ahead(settings, day):
        return settings.new_per_day
    unseen = sum(count for deck, count in new.items() if _is_wanted(settings, deck))
    begun, others = 0, 0
    for deck in done:
        if _is_wanted(settings, deck.deck):
            begun += deck.new
        else:
            others += deck.new
    wanted = pace(unseen, day, settings.interview, begun)
    return new_on(wanted + others, settings.new_per_day, settings.interview_most)


def is_ahead(settings: "Settings", day: date) -> bool:
    """True if there is a day in view, and it has not come yet."""
    return settings.interview is not None and day < settings.interview


def order(settings: "Settings", day: date) -> Order:
    """How a day's cards are arranged: those that the day in view is about come before others, until it has come."""
    by_deck = settings.order == "by-deck"
    if settings.interview is None or not is_ahead(settings, day):
        return Order(by_deck)
    is_near = (settings.interview - day).days <= LAST_DAYS
    return Order(
        by_deck,
        first=lambda deck: _is_wanted(settings, deck),
        together=lambda deck: is_near and _is_wanted(settings, deck),
    )


def _is_wanted(settings: "Settings", deck: str | None) -> bool:
    """Whether the day in view is about a deck. Where it is about all, it is about cards that are gone as well."""
    return not settings.interview_decks or deck in settings.interview_decks
