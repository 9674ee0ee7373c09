"""A connection that only looks, through the standard library."""

import sqlite3
from pathlib import Path

BUSY_SECONDS = 10
FAILS = (OSError, sqlite3.Error, UnicodeDecodeError)
"""What using a database may raise; the last where the bytes of a name that it tells are no text: see `damage`."""


def look_into(path: Path, patience: float = BUSY_SECONDS) -> sqlite3.Connection:
    """A connection to an existing database that refuses to change it. Raises sqlite3.Error.

    Where another program has locked it, it waits so many seconds.

    It is not opened read-only: a connection that may not write leaves the files of the write-ahead log lying about.
    One that is empty is not opened where its log is not: SQLite removes the log, and all that is left with it.
    """
    file = path.resolve()
    if size(file) == 0 and size(file.with_name(f"{file.name}-wal")) > 0:
        raise sqlite3.DatabaseError("file is not a database: it is empty, and its log is not")
    connection = sqlite3.connect(f"{file.as_uri()}?mode=rw", uri=True, timeout=patience, isolation_level=None)
    connection.execute("PRAGMA query_only = ON")
    return connection


def size(path: Path) -> int:
    """Bytes; -1 for what is not there."""
    try:
        return path.stat().st_size
    except OSError:
        return -1
