"""What waits today, deck by deck, and how the last days went: what the home screen and `quizapp due` tell."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from quizapp.config import Settings
from quizapp.scheduling.day import learners_day
from quizapp.store.collection import Collection
from quizapp.store.values import Waiting
from quizapp.study.today import Today, today

WEEK = 7
SECONDS_A_CARD = 20.0
"""Taken for a card as long as there are no answers from which to know better."""


@dataclass(frozen=True)
class DeckToday:
    """A deck: its titles by language, what would come of it alone today, and how much is learned (0 to 1)."""

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
    day = learners_day(now, starts_at=settings.day_starts_at)
    all_ = today(collection, settings, day)
    whole = all_.plan()
    past = collection.activity()
    week = [past.answers.get(day - timedelta(days=back), 0) for back in reversed(range(WEEK))]
    return Overview(
        due=whole.due,
        new=whole.new,
        seconds=len(whole.waiting) * (past.seconds_an_answer or SECONDS_A_CARD),
        decks=_decks(collection, all_),
        week=week,
        days=len(past.answers),
        answers=sum(past.answers.values()),
        next_due=collection.next_due(day),
    )


def _decks(collection: Collection, all_: Today) -> list[DeckToday]:
    held = collection.deck_counts()
    decks = []
    # Card files may be read meanwhile: a deck that came in between shows from the next look on.
    for deck in (deck for deck in collection.decks() if deck.id in held):
        alone = all_.plan(_of(deck.id))
        mine = held[deck.id]
        decks.append(DeckToday(deck.id, deck.titles, alone.due, alone.new, mine.cards, mine.learned / mine.cards))
    return decks


def _of(deck: str) -> Callable[[Waiting], bool]:
    return lambda card: card.deck == deck
