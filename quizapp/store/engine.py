"""A connection to the database file: how SQLite is told to behave, and how its errors are told to people."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError

from quizapp.errors import Damaged, StoreError

BUSY_SECONDS = 10
_WRITES = "quizapp_writes"
# Longer than a session writes: the log is checkpointed when the learner is idle, not inside an answer.
_CHECKPOINT_PAGES = 20_000

_DAMAGE = ("malformed", "not a database", "disk image")


def open_engine(path: Path) -> Engine:
    """An engine on the database file, made readable by its owner only where it is new. Raises StoreError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.touch(mode=0o600)
    except OSError as error:
        raise StoreError(
            f"{path} cannot be opened ({error.strerror})", "check the folder and its permissions"
        ) from error
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": BUSY_SECONDS})
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


def store_error(path: str, error: Exception) -> StoreError:
    """What a person should hear about a database error."""
    text = str(getattr(error, "orig", None) or error)
    if any(word in text for word in _DAMAGE):
        return Damaged(f"{path} is not a sound database ({text})", "bring back a backup with `quizapp restore`")
    if "locked" in text:
        return StoreError(f"{path} is in use by another program", "close it, or try again")
    if "full" in text:
        return StoreError("there is no room left on the disk", "make room; nothing was half-written")
    if "readonly" in text or "unable to open" in text:
        return StoreError(f"{path} cannot be written", "check its permissions and those of its folder")
    return StoreError(f"{path}: {text}", "`quizapp doctor` looks for the cause")


def _prepare(connection: sqlite3.Connection, _: Any) -> None:
    connection.isolation_level = None  # transactions are begun below, not by the driver
    for pragma in (
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        f"wal_autocheckpoint = {_CHECKPOINT_PAGES}",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    # A transaction that begins by reading and then writes fails at once when another program wrote in between;
    # one that says so at the start waits its turn.
    writes = connection.get_execution_options().get(_WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
