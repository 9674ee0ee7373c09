"""What a step says to SQLite, said once more by the standard library's sqlite3 alone: the rest is what Python adds."""

import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, Self

from sqlalchemy import Engine, event

from benchmarks.figures import timed

_DATABASE = "quizapp.db"


class _Said(NamedTuple):
    """A statement, and what it was given; many times where `many`."""

    text: str
    given: Any = ()
    many: bool = False


class Statements:
    """All that is said in a home's database while this is listened to, and where its steps begin and end.

    `copy` is the database as it was before, to which it is said again.
    """

    def __init__(self, home: Path) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="quizapp-benchmark-")
        self.copy = Path(self._folder.name) / _DATABASE
        self._said: list[_Said] = []
        self._steps: list[tuple[int, int]] = []
        shutil.copy(home / _DATABASE, self.copy)

    def __enter__(self) -> Self:
        self._folder.__enter__()
        event.listen(Engine, "do_connect", self._listen)
        return self

    def __exit__(self, *error: Any) -> None:
        event.remove(Engine, "do_connect", self._listen)
        self._folder.__exit__(*error)

    @contextmanager
    def step(self) -> Iterator[None]:
        """What is said inside is timed when it is said again."""
        begin = len(self._said)
        yield
        self._steps.append((begin, len(self._said)))

    def again(self) -> list[float]:
        """Says all of it up to the last step once more, and gives the steps' times in milliseconds."""
        times, at = [], 0
        with closing(sqlite3.connect(self.copy, isolation_level=None)) as connection:
            for begin, end in self._steps:
                _say(connection, self._said[at:begin])
                times.append(timed(partial(_say, connection, self._said[begin:end])))
                at = end
        return times

    def _listen(self, _dialect: Any, _record: Any, _given: Any, options: dict[str, Any]) -> None:
        heard = self._said.append

        class Cursor(sqlite3.Cursor):
            def execute(self, text: str, given: Any = ()) -> "Cursor":
                heard(_Said(text, given))
                return super().execute(text, given)

            def executemany(self, text: str, given: Any) -> "Cursor":
                heard(_Said(text, given, many=True))
                return super().executemany(text, given)

        class Connection(sqlite3.Connection):
            def cursor(self, factory: Callable[..., Any] | None = None) -> Any:
                return super().cursor(factory or Cursor)

            def execute(self, text: str, given: Any = ()) -> Any:
                return self.cursor().execute(text, given)

            def commit(self) -> None:
                if self.in_transaction:
                    heard(_Said("COMMIT"))
                super().commit()

            def rollback(self) -> None:
                if self.in_transaction:
                    heard(_Said("ROLLBACK"))
                super().rollback()

        options["factory"] = Connection


def _say(connection: sqlite3.Connection, said: Sequence[_Said]) -> None:
    for text, given, many in said:
        if not many:
            connection.execute(text, given).fetchall()
        else:
            connection.executemany(text, given)
