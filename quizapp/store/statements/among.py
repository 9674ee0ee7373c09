"""What has one of many values, asked a portion at a time of the driver itself.

A statement for each portion, put together by SQLAlchemy with as many places as there are values, takes 1.5 ms to make:
as long as it takes to run.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam

from quizapp.store.statements.portions import MOST_VALUES, portions
from quizapp.store.statements.prepared import Prepared

_FEW = 20


class Among:
    """A selection, of those rows of it that have one of some values in a column."""

    def __init__(self, statement: Select[Any], column: ColumnElement[Any]) -> None:
        self._statement, self._column = statement, column

    def rows(self, connection: Connection, values: Sequence[Any]) -> Iterator[tuple[Any, ...]]:
        """The rows, as the driver gives them; those of a portion of the values in the selection's order."""
        for some in portions(values):
            asked, places = (self._few, _FEW) if len(some) <= _FEW else (self._many, MOST_VALUES)
            filled = [*some, *[some[-1]] * (places - len(some))]
            yield from asked.plainly(connection, **{f"v{place}": value for place, value in enumerate(filled)})

    @cached_property
    def _few(self) -> Prepared:
        return self._with(_FEW)

    @cached_property
    def _many(self) -> Prepared:
        return self._with(MOST_VALUES)

    def _with(self, places: int) -> Prepared:
        there = [bindparam(f"v{place}", type_=self._column.type) for place in range(places)]
        return Prepared(self._statement.where(self._column.in_(there)))
