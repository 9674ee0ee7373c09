"""What waits and what was done, counted: plain values. Light to import: prompts wait for them."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple


class Waiting(NamedTuple):
    """A card that may come today. `due` is None for a new one; `answered` is the day of its last answer.

    `sibling_due` is True for a new one whose sibling is due and was not answered today.
    """

    card: str
    family: str
    deck: str
    deck_position: int
    topic: str
    due: date | None = None
    interval: int = 0
    answered: date | None = None
    sibling_due: bool = False


class DayCounts(NamedTuple):
    """What was done on a day: cards seen for the first time, and other cards reviewed."""

    new: int
    reviews: int

    @classmethod
    def of(cls, decks: Iterable["Done"]) -> "DayCounts":
        """All decks together."""
        done = list(decks)
        return cls(sum(deck.new for deck in done), sum(deck.reviews for deck in done))


class Done(NamedTuple):
    """What was done on a day with the cards of a deck; `deck` is None for cards that are not in use any more."""

    deck: str | None
    new: int
    reviews: int


class DeckCounts(NamedTuple):
    """How much of a deck there is, and how much of it is learned (recalled, and not forgotten since)."""

    cards: int
    learned: int


class Activity(NamedTuple):
    """The past: answers given on each day, and the mean time of an answer, None where none was timed."""

    answers: Mapping[date, int]
    seconds_an_answer: float | None
