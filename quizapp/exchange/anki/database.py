"""A SQLite file from outside, read with care.

It is opened read-only, as a file that nobody else changes; its schema is not trusted, only plain tables are read, and a
statement that runs for too long is stopped.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

from quizapp.errors import UsageError
from quizapp.i18n import F_

_STEPS, _MOST_TURNS = 100_000, 2_000
"""Instructions of SQLite's machine between two looks, and looks before a statement is stopped: some ten seconds."""

_LEAST_LENGTH = 1_000_000
"""Bytes. No cell is longer than this or the file: one that is computed while it is read could be."""

# A message of SQLite's may quote what is no UTF-8: then Python's reading of it fails, and not the statement.
_BROKEN = (sqlite3.Error, RecursionError, UnicodeDecodeError)


@contextmanager
def opened(name: str, data: bytes) -> Iterator["Database"]:
    """The database in `data`, out of the package `name`. Raises UsageError where it is none, or none of Anki's."""
    with TemporaryDirectory(prefix="quizapp-") as folder:
        file = Path(folder) / "collection"
        file.write_bytes(data)
        connection = sqlite3.connect(f"file:{quote(str(file))}?mode=ro&immutable=1", uri=True)
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, max(len(data), _LEAST_LENGTH))
        try:
            yield Database(name, connection)
        except _BROKEN as error:
            what = F_("the collection in {name} cannot be read", name=name)
            raise UsageError(what, F_("export it from Anki again, after Tools > Check Database")) from error
        finally:
            connection.close()


class Database:
    """An open database. Statements raise sqlite3.Error where it is damaged or too slow."""

    def __init__(self, name: str, connection: sqlite3.Connection) -> None:
        self.name, self._connection, self._turns = name, connection, 0
        connection.text_factory = lambda data: data.decode("utf-8", "replace")
        connection.create_collation("unicase", _compared)
        connection.set_progress_handler(self._turn, _STEPS)
        connection.execute("PRAGMA trusted_schema=OFF")
        connection.execute("PRAGMA query_only=ON")
        rows = connection.execute("SELECT name, type, rootpage FROM sqlite_master").fetchall()
        self._tables = {str(table) for table, kind, page in rows if kind == "table" and page}

    def has(self, table: str) -> bool:
        """True if there is a plain table of this name: no view, no virtual table."""
        return table in self._tables

    def rows(self, table: str, columns: str, order: str = "") -> Iterator[tuple[object, ...]]:
        """The rows of a plain table."""
        if not self.has(table):
            raise sqlite3.DatabaseError(f"no table {table}")
        self._turns = 0
        ordered = f" ORDER BY {order}" if order else ""
        # Names are this program's own, never the file's.
        yield from self._connection.execute(f'SELECT {columns} FROM "{table}"{ordered}')  # noqa: S608

    def _turn(self) -> bool:
        self._turns += 1
        return self._turns > _MOST_TURNS


def _compared(one: str, other: str) -> int:
    one, other = one.casefold(), other.casefold()
    return (one > other) - (one < other)


def whole(value: object) -> int:
    """A cell as an integer; 0 where it is something else."""
    return value if isinstance(value, int) else int(value) if isinstance(value, float) and value == value // 1 else 0


def words(value: object) -> str:
    """A cell as text."""
    return value if isinstance(value, str) else "" if value is None else str(value)
