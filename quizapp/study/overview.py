"""What waits today, deck by deck, and how the last days went: what the home screen and `quizapp due` tell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from quizapp.config import Settings
from quizapp.store.collection import Collection
from quizapp.store.values import Waiting
from quizapp.study.session import Scope, Session

WEEK = 7
SECONDS_A_CARD = 20.0
"""Taken for a card as long as there are no answers from which to know better."""


@dataclass(frozen=True)
class DeckToday:
    """A deck: its titles by language, what of it waits today, and how much of it is learned (0 to 1)."""

    id: str
    titles: Mapping[str, str]
    due: int
    new: int
    cards: int
    learned: float


@dataclass(frozen=True)
class Overview:
    """Today. `week` holds the answers given on each of the last seven days, today last; `seconds` is an estimate."""

    due: int
    new: int
    seconds: float
    decks: Sequence[DeckToday]
    week: Sequence[int]
    days: int
    answers: int
    next_due: date | None

    @property
    def waiting(self) -> int:
        """How many cards wait."""
        return self.due + self.new


def overview(collection: Collection, settings: Settings, now: datetime) -> Overview:
    """What waits today."""
    session = Session(collection, settings, Scope(), now)
    day = session.pen.day(now)
    waiting = session.waiting
    fresh = [card for card in waiting if card.due is None]
    past = collection.activity()
    week = [past.answers.get(day - timedelta(days=back), 0) for back in reversed(range(WEEK))]
    return Overview(
        due=len(waiting) - len(fresh),
        new=len(fresh),
        seconds=len(waiting) * (past.seconds_an_answer or SECONDS_A_CARD),
        decks=_decks(collection, waiting),
        week=week,
        days=len(past.answers),
        answers=sum(past.answers.values()),
        next_due=collection.next_due(day),
    )


def _decks(collection: Collection, waiting: Sequence[Waiting]) -> list[DeckToday]:
    counts = collection.deck_counts()
    decks = []
    # Card files may be read meanwhile: a deck that came in between shows from the next look on.
    for deck in (deck for deck in collection.decks() if deck.id in counts):
        mine = [card for card in waiting if card.deck == deck.id]
        new = sum(card.due is None for card in mine)
        all_ = counts[deck.id]
        decks.append(DeckToday(deck.id, deck.titles, len(mine) - new, new, all_.cards, all_.learned / all_.cards))
    return decks
