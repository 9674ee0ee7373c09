"""The collection's part that finds cards."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Engine

from quizapp.store.engines.engine import reading
from quizapp.store.engines.pair import reading_in_two
from quizapp.store.searching import browsing
from quizapp.store.searching.wanted import Order, Query
from quizapp.store.values import Listed


class Finding:
    """Searches, and the lists that show what they find."""

    _engine: Engine

    def find(self, query: Query, order: Order, today: date, most: int | None = None) -> list[str]:
        """The ids of the cards that match a search, in order; the first of them, where only so many are wanted."""
        if most is not None:
            with reading(self._engine) as connection:
                return browsing.find(connection, query, order, today, most)
        with reading_in_two(self._engine) as (connection, second):
            return browsing.find(connection, query, order, today, second=second)

    def listed(self, ids: Sequence[str] | None = None) -> list[Listed]:
        """Cards as lists show them, in the order of these ids, those not in use left out.

        Without ids it lists every card, in the decks' order.
        """
        with reading(self._engine) as connection:
            every = browsing.find(connection, Query(), Order(), date.min) if ids is None else ids
            return browsing.listed(connection, every)

    def tags(self) -> list[str]:
        """Every tag that a card has."""
        with reading(self._engine) as connection:
            return browsing.tags(connection)

    def tagged(self, tags: Sequence[str]) -> set[str]:
        """The cards that have one of these tags."""
        with reading(self._engine) as connection:
            return browsing.tagged(connection, tags)
