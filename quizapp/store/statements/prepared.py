"""Statements put to the driver itself, for what nobody should wait for: SQLAlchemy takes 20 µs to run one, a driver 3.

They are built with SQLAlchemy as all others are, and made into the text of the engine at hand once.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from sqlalchemy import Dialect, PoolProxiedConnection, Select, TextClause
from sqlalchemy.sql.dml import UpdateBase

_Make = Callable[[Any], Any] | None
"""Makes a value into another; None where it may stay as it is."""


class Through(Protocol):
    """What a statement is put through: a connection of SQLAlchemy's, or one past it."""

    @property
    def connection(self) -> PoolProxiedConnection:
        """The driver's connection."""

    @property
    def dialect(self) -> Dialect:
        """The engine's."""


class Prepared:
    """A statement; what it is given has plain names."""

    def __init__(self, statement: Select[Any] | TextClause | UpdateBase) -> None:
        self._statement = statement
        self._ready: dict[str, _Ready] = {}

    def plainly(self, connection: Through, **given: Any) -> list[tuple[Any, ...]]:
        """The rows that a selection finds, as the driver gives them."""
        ready = self._for(connection)
        cursor: Any = connection.connection.cursor()
        cursor.execute(ready.text, ready.sent(given))
        rows: list[tuple[Any, ...]] = cursor.fetchall()
        cursor.close()
        return rows

    def change(self, connection: Through, given: Sequence[Mapping[str, Any]]) -> int:
        """Runs a statement that changes rows, for each of what is given; how many rows it changed."""
        ready = self._for(connection)
        return ready.run(connection, [ready.sent(one) for one in given])

    def change_plainly(self, connection: Through, rows: Sequence[Sequence[Any]]) -> int:
        """The same for rows whose values are as the driver takes them, in the statement's order."""
        ready = self._for(connection)
        return ready.run(connection, rows if ready.is_placed else [ready.named(row) for row in rows])

    def _for(self, connection: Through) -> "_Ready":
        dialect = connection.dialect
        if dialect.name not in self._ready:
            self._ready[dialect.name] = _Ready(self._statement, dialect)
        return self._ready[dialect.name]


class _Ready:
    """A statement in an engine's own text, and what is done to values on their way to the driver."""

    def __init__(self, statement: Select[Any] | TextClause | UpdateBase, dialect: Dialect) -> None:
        compiled: Any = statement.compile(dialect=dialect)
        self.text = str(compiled)
        self._fixed = {name: value for name, value in compiled.params.items() if value is not None}
        self._sends: Mapping[str, _Make] = {
            name: bind.type.dialect_impl(dialect).bind_processor(dialect) for bind, name in compiled.bind_names.items()
        }
        self._placed = [(name, self._sends[name]) for name in compiled.positiontup] if compiled.positional else None

    @property
    def is_placed(self) -> bool:
        """True if values are told by their places, not by their names."""
        return self._placed is not None

    def named(self, row: Sequence[Any]) -> Mapping[str, Any]:
        """Values in the statement's order, by their names."""
        return dict(zip(self._sends, row, strict=True))

    def run(self, connection: Through, rows: Sequence[Any]) -> int:
        """Runs the statement for each of these rows; how many it changed."""
        if not rows:
            return 0
        cursor = connection.connection.cursor()
        cursor.executemany(self.text, rows)
        changed: int = cursor.rowcount
        cursor.close()
        return changed

    def sent(self, given: Mapping[str, Any]) -> Any:
        """What is given, as the driver takes it."""
        all_ = {**self._fixed, **given} if self._fixed else given
        if self._placed is not None:
            return [make(all_[name]) if make else all_[name] for name, make in self._placed]
        return {name: make(all_[name]) if make else all_[name] for name, make in self._sends.items()}
