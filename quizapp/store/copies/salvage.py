"""What can still be read of the log in a damaged database, as a small sound one. Standard library only.

The damaged files are copied and never opened themselves. Rows are looked up one by one: a scan would end at the first
damaged page. They were only ever appended, so that their numbers leave no gaps: 200,000 take a second.
"""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from quizapp.errors import StoreError
from quizapp.i18n import F_
from quizapp.store.engines.looking import FAILS
from quizapp.store.schema.revisions import REVISIONS

_COLUMNS = "uuid, card, at, day, what, grade, undoes, milliseconds, answered, device"
_PLACES = ", ".join("?" * len(_COLUMNS.split(", ")))
_LEAST = 64
"""Bytes of a row: a file holds no more rows than this lets it."""
_HEAD, _VALID_FOR = 100, slice(92, 96)
"""Of the first page (SQLite, "Database File Format", 1.3): the header, and the field by which its size is trusted."""


def salvage(path: Path, sound: Path, to: Path) -> int:
    """Writes what is left of the log at `path` into a new database `to`; how many rows. Raises StoreError.

    `sound`, an earlier copy or a new database, lends its first page, where the tables are named, if that of `path`
    cannot be read.
    """
    try:
        with TemporaryDirectory(prefix="quizapp-") as folder, closing(sqlite3.connect(to)) as target:
            copy = _copied(path, sound, Path(folder))
            rows = _rows(copy) or _rows(_with_head_of(sound, copy))
            with target:
                _make(target)
                target.executemany(f"INSERT INTO log VALUES ({_PLACES})", rows)  # noqa: S608  question marks
    except FAILS as error:
        what = F_("{path} cannot be read ({why})", path=path, why=error)
        raise StoreError(what, F_("look whether its disk is there")) from error
    return len(rows)


def _copied(path: Path, sound: Path, folder: Path) -> Path:
    """Where there is nothing but a log, `sound` lends all its pages: SQLite removes a log that stands beside none."""
    copy, log = folder / "damaged.db", folder / "damaged.db-wal"
    copy.touch()
    for ending in ("", "-wal"):
        with suppress(FileNotFoundError):
            shutil.copyfile(path.with_name(path.name + ending), copy.with_name(copy.name + ending))
    if log.exists() and not copy.stat().st_size:
        shutil.copyfile(sound, copy)
    return copy


def _rows(copy: Path) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("PRAGMA writable_schema = ON")  # a table that makes no sense hides no other
        connection.text_factory = _text
        held = sum(path.stat().st_size for path in copy.parent.glob(f"{copy.name}*"))
        return list(_found(connection, held // _LEAST))


def _found(connection: sqlite3.Connection, most: int) -> Iterator[tuple[Any, ...]]:
    for number in range(1, _last(connection, most) + 1):
        with suppress(sqlite3.Error, UnicodeDecodeError):
            yield from connection.execute(f"SELECT {_COLUMNS} FROM log WHERE rowid = ?", (number,))  # noqa: S608


def _last(connection: sqlite3.Connection, most: int) -> int:
    with suppress(sqlite3.Error, UnicodeDecodeError):
        return min(most, connection.execute("SELECT max(rowid) FROM log").fetchone()[0] or 0)
    return most


def _with_head_of(sound: Path, copy: Path) -> Path:
    """The copy with another's first page. What the page says of the file's size is of the other, so it is disowned."""
    with sound.open("rb") as stream:
        head = bytearray(stream.read(_HEAD))
        size = int.from_bytes(head[16:18], "big")
        head += stream.read(max(size, 512) - _HEAD)
    head[_VALID_FOR] = b"\xff\xff\xff\xff"
    with copy.open("r+b") as stream:
        stream.write(head)
    return copy


def _make(target: sqlite3.Connection) -> None:
    """The tables by which a merge knows a database of ours."""
    for table in (_COLUMNS.join(("log (", ")")), "schedule (card)", "setting (key, value)"):
        target.execute(f"CREATE TABLE {table}")
    target.execute("CREATE TABLE alembic_version (version_num)")
    target.execute("INSERT INTO alembic_version VALUES (?)", (REVISIONS[-1],))


def _text(raw: bytes) -> str:
    """What is no UTF-8 is told by the merge, row by row."""
    return raw.decode("utf-8", "replace")
