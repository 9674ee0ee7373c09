"""Statements that are put to a database by SQLAlchemy and, where its 350 ms of import are too long, by sqlite3 alone.

They are texts that both engines understand. Standard library only.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple, Protocol


class Statement(NamedTuple):
    """A query: its text, with names for what is given. `days` are the columns that hold days, by their places."""

    text: str
    days: tuple[int, ...] = ()


class Ask(Protocol):
    """Puts a statement to a database and gives its rows; what is given may be days, texts and numbers."""

    def __call__(self, statement: Statement, /, **given: date | str | int) -> Iterable[tuple[Any, ...]]:
        """The rows."""


def with_days(row: Sequence[Any], days: tuple[int, ...]) -> tuple[Any, ...]:
    """A row in which days are days, whatever the driver gave: SQLite's gives texts. Raises ValueError for others."""
    found = list(row)
    for place in days:
        if isinstance(found[place], str):
            found[place] = date.fromisoformat(found[place])
    return tuple(found)
