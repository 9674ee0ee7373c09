"""What waits today, deck by deck, and how the last days went: what the home screen and `quizapp due` tell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from quizapp.scheduling.day import learners_day
from quizapp.study.coming.today import Today, today

if TYPE_CHECKING:
    from quizapp.config import Settings
    from quizapp.store.waiting.known import Known

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


def overview(known: "Known", settings: "Settings", now: datetime) -> Overview:
    """What waits today."""
    day = learners_day(now, starts_at=settings.day_starts_at)
    all_ = today(known.waits(day), settings)
    whole = all_.agenda()
    past = known.activity()
    week = [past.answers.get(day - timedelta(days=back), 0) for back in reversed(range(WEEK))]
    return Overview(
        due=whole.due,
        new=whole.new,
        seconds=len(whole) * (past.seconds_an_answer or SECONDS_A_CARD),
        decks=_decks(known, all_),
        week=week,
        days=len(past.answers),
        answers=sum(past.answers.values()),
        next_due=known.next_due(day),
    )


def _decks(known: "Known", all_: Today) -> list[DeckToday]:
    held = known.deck_counts()
    decks = []
    # Card files may be read meanwhile: a deck that came in between shows from the next look on.
    for deck in (deck for deck in known.decks() if deck.id in held):
        alone = all_.agenda([deck.id])
        mine = held[deck.id]
        decks.append(DeckToday(deck.id, deck.titles, alone.due, alone.new, mine.cards, mine.learned / mine.cards))
    return decks
