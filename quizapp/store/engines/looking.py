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
    """
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=rw", uri=True, timeout=patience, isolation_level=None)
    connection.execute("PRAGMA query_only = ON")
    return connection
