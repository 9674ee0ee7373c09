"""Rows put in, and removed by their values, however many there are."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import Column, Connection, Table, bindparam, delete, insert

from quizapp.store.statements.prepared import Prepared


def put(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Puts rows in, each with the same columns."""
    if rows:
        _into(table, tuple(rows[0])).change(connection, rows)


def put_columns(connection: Connection, table: Table, rows: Sequence[Sequence[Any]]) -> None:
    """The same for rows of all columns of the table, in its order, whose values are as the driver takes them."""
    _into(table, tuple(table.c.keys())).change_plainly(connection, rows)


def remove(connection: Connection, table: Table, column: Column[Any], values: Sequence[str]) -> None:
    """Removes the rows that have one of these values in a column."""
    _out_of(table, column.name).change_plainly(connection, [(value,) for value in values])


@cache
def _into(table: Table, columns: tuple[str, ...]) -> Prepared:
    return Prepared(insert(table).values({name: bindparam(name, type_=table.c[name].type) for name in columns}))


@cache
def _out_of(table: Table, column: str) -> Prepared:
    return Prepared(delete(table).where(table.c[column] == bindparam("value", type_=table.c[column].type)))
