"""The log in another machine's database, as plain columns that nobody has judged yet.

That database is only looked at: what is read is a copy, which is upgraded where it is of an older schema.
"""

import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from quizapp.errors import Damaged, StoreError
from quizapp.i18n import F_
from quizapp.store.copies.idle import LARGEST_VALUE, refuse_work
from quizapp.store.engines.looking import BUSY_SECONDS, FAILS
from quizapp.store.engines.soundness import unsound
from quizapp.store.schema.revisions import REVISIONS, revision_of

MAGIC = b"SQLite format 3\x00"
"""How every SQLite file begins."""
_text = partial(str, encoding="utf-8", errors="surrogateescape")
"""What is no UTF-8 stays telling: it makes the row one that is refused."""
STRETCH = 5_000
"""Rows."""
COLUMNS = ("uuid", "card", "at", "day", "what", "grade", "undoes", "milliseconds", "answered", "device")


@dataclass(frozen=True)
class Stretch:
    """Rows of another database's log that lie card by card in a file of ours: those from `first` up to `last`."""

    path: Path
    first: int
    last: int

    def rows(self) -> list[tuple[Any, ...]]:
        """All columns of the log, in the table's order. `at` is in microseconds since 1970, `answered` JSON text."""
        asked = "SELECT * FROM log WHERE rowid BETWEEN ? AND ? ORDER BY rowid", (self.first, self.last)
        with closing(_opened(self.path)) as connection:
            connection.text_factory = str  # a third quicker than by a function
            try:
                return connection.execute(*asked).fetchall()
            except sqlite3.OperationalError:  # something is no UTF-8
                connection.text_factory = _text
                return connection.execute(*asked).fetchall()


@dataclass(frozen=True)
class Foreign:
    """What another database has: its log of so many rows, and JSON texts that it keeps, by their keys.

    The log's stretches, card by card, are made when the first of them is taken.
    """

    length: int
    log: Iterator[Stretch]
    kept: Mapping[str, Any]


@contextmanager
def foreign_log(path: Path, now: datetime, longest: int) -> Iterator[Foreign]:
    """The log in the database at `path`, whatever it holds, and who wrote it.

    What was answered is None where it is longer than `longest`. Raises StoreError (SchemaTooNew, Damaged), where there
    is no log that this program can read.
    """
    with TemporaryDirectory(prefix="quizapp-") as folder:
        copy = Path(folder) / "other.db"
        try:
            _copy(path, copy)
        except FAILS as error:
            what = F_("{path} cannot be read ({why})", path=path, why=error)
            mend = F_("look whether it is a database of quizapp, and whether you may read it")
            raise StoreError(what, mend) from error
        _bring_up_to_date(path, copy, now)
        try:
            with closing(_opened(copy)) as connection:
                kept = dict(connection.execute("SELECT key, value FROM setting").fetchall())
                (length,) = connection.execute("SELECT count(*) FROM log").fetchone()
                yield Foreign(length, _sorted(connection, Path(folder) / "sorted.db", longest), kept)
        except (sqlite3.Error, UnicodeDecodeError) as error:
            if "full" in str(error):
                what = F_("there is no room in {folder} for a copy of {path}", folder=folder, path=path)
                raise StoreError(what, F_("make room there, or set TMPDIR to a folder that has it")) from error
            raise _unsound(path, error) from error


def _copy(path: Path, copy: Path) -> None:
    """A copy with what the write-ahead log beside the file holds, and nothing left behind beside it.

    Where somebody has it open, SQLite itself copies. Else the files are copied: opening it would make files there.
    """
    log, memory = (path.with_name(path.name + ending) for ending in ("-wal", "-shm"))
    if log.exists() and memory.exists():
        source = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=BUSY_SECONDS)
        with closing(source), closing(sqlite3.connect(copy)) as target:
            source.backup(target)
        return
    shutil.copyfile(path, copy)
    if log.exists():
        shutil.copyfile(log, copy.with_name(copy.name + "-wal"))


def _bring_up_to_date(path: Path, copy: Path, now: datetime) -> None:
    """Raises StoreError, naming the database itself.

    Whether its indexes agree with its tables, which takes ten times as long to find out, is left: rows are read past
    them.
    """
    with closing(_opened(copy)) as connection:
        try:
            refuse_work(connection, path)
            problem = unsound(connection)
        except (sqlite3.Error, UnicodeDecodeError) as error:
            problem = str(error)
        if problem:
            raise _unsound(path, problem)
        revision = revision_of(connection, path)
    if revision is None:
        raise StoreError(F_("{what} is empty", what=path), F_("name a database of quizapp"))
    if revision != REVISIONS[-1]:
        from quizapp.store.collection import Collection

        try:
            Collection(copy, copy.parent / "backups", now).close()
        except StoreError as error:
            what = F_("{path} cannot be upgraded", path=path)
            raise Damaged(what, F_("start quizapp on the machine that it came from")) from error


def _sorted(connection: sqlite3.Connection, path: Path, longest: int) -> Iterator[Stretch]:
    """The log, card by card, in a file of its own: so that any stretch of it is found at once, in any process."""
    columns = ", ".join(
        "CASE WHEN length(answered) <= ? THEN answered END AS answered" if name == "answered" else name
        for name in COLUMNS
    )
    connection.execute("ATTACH ? AS sorted", (str(path),))
    connection.execute("PRAGMA sorted.journal_mode = OFF")
    connection.execute("PRAGMA sorted.synchronous = OFF")
    # Not by the index on cards: each row would be fetched from elsewhere in the file, which takes longer than to sort.
    statement = f"SELECT {columns} FROM main.log ORDER BY +card, at, uuid"  # noqa: S608  put together from the constants above
    connection.execute(f"CREATE TABLE sorted.log AS {statement}", (longest,))
    connection.commit()
    (last,) = connection.execute("SELECT coalesce(max(rowid), 0) FROM sorted.log").fetchone()
    yield from (Stretch(path, first, first + STRETCH - 1) for first in range(1, last + 1, STRETCH))


def _opened(copy: Path) -> sqlite3.Connection:
    """A connection to the copy that makes no value which is larger than any of ours: what its SQL works out may be."""
    connection = sqlite3.connect(copy)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST_VALUE)
    connection.text_factory = _text
    return connection


def _unsound(path: Path, why: object) -> Damaged:
    what = F_("{path} is not a sound database ({what})", path=path, what=why)
    return Damaged(what, F_("take another copy of it"))
