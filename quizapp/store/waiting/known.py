"""What is known of cards and progress, asked by statements: of the collection, or at a first look. Light to import."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Protocol

from quizapp.store.statements.texts import Statement
from quizapp.store.waiting import home
from quizapp.store.waiting.counts import Activity, DeckCounts
from quizapp.store.waiting.waits import Waits


class Titled(Protocol):
    """A deck, as far as it is named."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def titles(self) -> Mapping[str, str]:
        """Its titles, by language."""


class Known:
    """What home tells, and what waits."""

    def waits(self, day: date) -> Waits:
        """What waits on `day`, for the rules of the queue."""
        return Waits(self._ask, day)

    def next_due(self, after: date) -> date | None:
        """The first day after `after` on which a card is due: what is not done by then waits the day after it."""
        return self.waits(after).next_due()

    def deck_counts(self) -> dict[str, DeckCounts]:
        """How much there is in each deck, and how much of it is learned."""
        return home.deck_counts(self._ask)

    def activity(self) -> Activity:
        """How much was answered on each day."""
        return home.activity(self._ask)

    def fault_count(self) -> int:
        """How many faults there are in card files, mere notes left out."""
        return home.fault_count(self._ask)

    def decks(self) -> Sequence[Titled]:
        """The decks that have cards, in their order."""
        raise NotImplementedError

    def _ask(self, statement: Statement, /, **given: date | str | int) -> Iterable[tuple[Any, ...]]:
        """As `statements.Ask` has it."""
        raise NotImplementedError
