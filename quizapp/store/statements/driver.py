"""Rows as the driver gives them: made into SQLAlchemy's, 100,000 take as long again as finding them."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select


def plainly(connection: Connection, statement: Select[Any]) -> list[tuple[Any, ...]]:
    """All rows of a query, no value made into what the program has for it."""
    cursor: Any = connection.execute(statement).cursor
    rows: list[tuple[Any, ...]] = cursor.fetchall()
    cursor.close()
    return rows


def one_by_one(connection: Connection, statement: Select[Any]) -> Iterator[tuple[Any, ...]]:
    """The same, a few in memory at a time where the driver can do so."""
    cursor: Any = connection.execute(statement).cursor
    yield from cursor
    cursor.close()


def as_day(value: Any) -> date:
    """The day that a driver gave: SQLite's gives a text. Raises ValueError and TypeError for what is none."""
    return value if isinstance(value, date) else date.fromisoformat(value)
