"""A collection in an SQLite file: how SQLite is told to behave, and what only files need."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Engine, PoolProxiedConnection, create_engine, event

from quizapp.errors import StoreError
from quizapp.i18n import F_
from quizapp.paths import is_gone
from quizapp.store.copies import backups, daily
from quizapp.store.engines.engine import TELLS, begin_by, told
from quizapp.store.engines.failures import store_error
from quizapp.store.engines.looking import BUSY_SECONDS
from quizapp.store.engines.presence import refuse_if_moved, remember
from quizapp.store.engines.soundness import refuse_damaged
from quizapp.store.schema.revisions import revision_of

# 200 answers without a pause: the log is checkpointed when the learner is idle, seldom inside an answer. A longer one
# would grow with each of them: to grow a file takes its disk as long again as to write over what is there.
CHECKPOINT_PAGES = 1_500
_CACHE = "quizapp_cache"
_POOL = "quizapp_pool"
_USUAL, _ROOM = -2_000, -64_000
"""KiB, in SQLite's own way, that a connection keeps of the file in memory. With little of it, pages of indexes are
written again and again while much is put in: 200,000 rows take half as long again."""


@dataclass(frozen=True)
class File:
    """The database file at `path`, copied into the folder `backups`."""

    path: Path
    backups: Path

    def open(self) -> Engine:
        """An engine on the file, made readable by its owner only where it is new. Raises StoreError.

        Damaged is raised where a look at the outside tells, and the file is left as it is.
        """
        refuse_damaged(self.path, self.backups)
        return open_engine(self.path)

    def revision(self, engine: Engine) -> str | None:
        """The revision of its schema, None where it is empty. Raises StoreError."""
        with told(engine), closing(engine.raw_connection()) as pooled:
            return revision_of(_sqlite(pooled.driver_connection), self.path)

    def settle(self, engine: Engine) -> None:
        """Switches the write-ahead log on."""
        with told(engine), closing(engine.raw_connection()) as pooled:
            _write_ahead(_sqlite(pooled.driver_connection))

    def device(self, kept: str) -> str:
        """The name that is kept: a file is one machine's."""
        return kept

    def copy_aside(self, now: datetime, name: str) -> Path:
        """Keeps a copy, named, among the backups."""
        return backups.copy_aside(self.path, self.backups, now, name)

    def back_up(self, now: datetime) -> None:
        """Makes the day's backup."""
        daily.daily_backup(self.path, self.backups, now)

    def tidy(self, engine: Engine) -> None:
        """Moves the write-ahead log into the main file."""
        with told(engine), closing(engine.raw_connection()) as connection:
            connection.cursor().execute("PRAGMA wal_checkpoint(PASSIVE)")


def open_engine(path: Path) -> Engine:
    """An engine on the database file, made readable by its owner only where it is new. Raises StoreError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not path.exists():
            path.touch(mode=0o600)
    except OSError as error:
        raise StoreError(
            F_("{path} cannot be opened ({why})", path=path, why=error.strerror),
            F_("check the folder and its permissions"),
        ) from error
    # A path may hold signs that mean something in a URL. A file that vanished later must not be made anew, and empty.
    url = URL.create("sqlite", database=path.absolute().as_uri(), query={"mode": "rw", "uri": "true"})
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS})
    engine.update_execution_options(**{TELLS: partial(_tell, path, engine)})
    event.listen(engine, "connect", partial(_prepare, path, engine))
    event.listen(engine, "checkin", partial(_close_if_left, engine))
    begin_by(engine, partial(_begin, path))
    return engine


def _tell(path: Path, engine: Engine, error: Exception) -> StoreError:
    if is_gone(path):
        engine.dispose()  # another thread may have it open still: the next try must not be made with that
    return store_error(str(path), error)


def _prepare(path: Path, engine: Engine, connection: sqlite3.Connection, pooled: Any) -> None:
    remember(pooled.info, path)
    pooled.info[_POOL] = engine.pool
    # Nothing here writes: whose database it is, is not known yet. The write-ahead log is switched on in `settle`.
    connection.isolation_level = None  # transactions are begun below, not by the driver
    for pragma in ("synchronous = FULL", "foreign_keys = ON", f"wal_autocheckpoint = {CHECKPOINT_PAGES}"):
        connection.execute(f"PRAGMA {pragma}")


def _close_if_left(engine: Engine, connection: sqlite3.Connection | None, pooled: Any) -> None:
    """What is given back after the engine let go of its connections is not kept open by a pool that nobody has."""
    if pooled.info.get(_POOL) is not engine.pool:
        pooled.invalidate()


def _begin(path: Path, engine: Engine, pooled: PoolProxiedConnection, writes: bool, much: bool) -> None:
    if writes:
        refuse_if_moved(engine, pooled, path)
    # A transaction that begins by reading and then writes fails at once when another program wrote in between;
    # one that says so at the start waits its turn.
    # By the driver itself: SQLAlchemy would take longer than SQLite.
    driver = _sqlite(pooled.driver_connection)
    driver.execute("BEGIN IMMEDIATE" if writes else "BEGIN")
    room = _ROOM if much else _USUAL
    if pooled.info.get(_CACHE, _USUAL) != room:
        driver.execute(f"PRAGMA cache_size = {room}")
        pooled.info[_CACHE] = room


def _write_ahead(connection: sqlite3.Connection) -> None:
    try:
        connection.execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError as error:
        # SQLite does not wait its turn for this. Another program is at it, or at work: then the next start sees to it.
        if "locked" not in str(error):
            raise


def _sqlite(connection: Any) -> sqlite3.Connection:
    assert isinstance(connection, sqlite3.Connection)
    return connection
