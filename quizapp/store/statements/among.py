"""What has one of many values, asked a portion at a time of the driver itself.

A statement for each portion, put together by SQLAlchemy with as many places as there are values, takes 1.5 ms to make:
as long as it takes to run.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam

from quizapp.store.statements.portions import MOST_VALUES, portions
from quizapp.store.statements.prepared import Prepared, Through

_PLACES = (1, 20, MOST_VALUES)
"""How many places the statements have. One value is the way of an answer, which nobody should wait for."""


class Among:
    """A selection, of those rows of it that have one of some values in a column."""

    def __init__(self, statement: Select[Any], column: ColumnElement[Any]) -> None:
        self._statement, self._column = statement, column
        self._made: dict[int, Prepared] = {}

    def rows(self, connection: Through, values: Sequence[Any]) -> Iterator[tuple[Any, ...]]:
        """The rows, as the driver gives them; those of a portion of the values in the selection's order."""
        for some in portions(values):
            places = next(places for places in _PLACES if places >= len(some))
            filled = [*some, *[some[-1]] * (places - len(some))]
            asked = self._made.get(places) or self._with(places)
            yield from asked.plainly(connection, **{f"v{place}": value for place, value in enumerate(filled)})

    def _with(self, places: int) -> Prepared:
        there = [bindparam(f"v{place}", type_=self._column.type) for place in range(places)]
        # Where there is one place it is an equation: SQLite would make a table of a list first.
        found = self._column == there[0] if places == 1 else self._column.in_(there)
        self._made[places] = Prepared(self._statement.where(found))
        return self._made[places]
