"""A connection to the database file: how SQLite is told to behave, and how its errors are told to people."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError

from quizapp.errors import StoreError
from quizapp.store.failures import store_error
from quizapp.store.looking import BUSY_SECONDS

_WRITES = "quizapp_writes"
# Longer than a session writes: the log is checkpointed when the learner is idle, not inside an answer.
_CHECKPOINT_PAGES = 20_000


def open_engine(path: Path) -> Engine:
    """An engine on the database file, made readable by its owner only where it is new. Raises StoreError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not path.exists():
            path.touch(mode=0o600)
    except OSError as error:
        raise StoreError(
            f"{path} cannot be opened ({error.strerror})", "check the folder and its permissions"
        ) from error
    url = URL.create("sqlite", database=str(path))  # a path may hold signs that mean something in a URL
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection for one read; it sees one state of the database throughout."""
    with told(engine), engine.begin() as connection:
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A connection for one short transaction, which waits for its turn before it reads anything."""
    with told(engine), engine.connect().execution_options(**{_WRITES: True}) as connection, connection.begin():
        yield connection


@contextmanager
def told(engine: Engine) -> Iterator[None]:
    """Turns the database's errors into ours."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        raise store_error(engine.url.database or "", error) from error


def _prepare(connection: sqlite3.Connection, _: Any) -> None:
    # Nothing here writes: whose database it is, is not known yet. The write-ahead log is switched on in `schema`.
    connection.isolation_level = None  # transactions are begun below, not by the driver
    for pragma in ("synchronous = FULL", "foreign_keys = ON", f"wal_autocheckpoint = {_CHECKPOINT_PAGES}"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    # A transaction that begins by reading and then writes fails at once when another program wrote in between;
    # one that says so at the start waits its turn.
    writes = connection.get_execution_options().get(_WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
