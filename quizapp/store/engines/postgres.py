"""A collection in a database of a PostgreSQL server, for machines that are always on line.

Who writes waits for a lock that the whole collection has but one of, then sees what the writer before has written. So
two answers to one card at one instant are folded one after the other, as SQLite does it; an answer takes a moment, and
no two writers can block one another, as they could with a lock a card.
"""

import platform
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import NAMESPACE_DNS, uuid5

from sqlalchemy import Engine, PoolProxiedConnection, create_engine, event, text

from quizapp.errors import StoreError
from quizapp.i18n import F_
from quizapp.store.engines.address import Address
from quizapp.store.engines.engine import TELLS, begin_by, reading
from quizapp.store.engines.looking import BUSY_SECONDS
from quizapp.store.engines.postgres_failures import away, store_error
from quizapp.store.schema.revisions import known_revision

_CONNECTING = {"connect_timeout": BUSY_SECONDS, "client_encoding": "utf8", "application_name": "quizapp"}
_TURN = 0x71_75_69_7A
"""The number of the lock of those who write: `quiz`. Locks of one database are not those of another."""
_TABLES = text("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")
_ENCODING = text("SELECT current_setting('server_encoding')")
_VERSION = text("SELECT version_num FROM alembic_version")


@dataclass(frozen=True)
class Server:
    """The database of a server that the address names. It holds nothing but the collection."""

    address: Address

    def open(self) -> Engine:
        """An engine on it; nothing is asked of the server yet. Raises StoreError where there is no driver."""
        try:
            import psycopg  # noqa: F401  asked for here, so that its absence can be told
        except ImportError as error:
            what = F_("{address} cannot be opened: the package psycopg is not installed", address=self.address)
            raise StoreError(what, F_("install it with `pip install 'quizapp[postgres]'`")) from error
        options = {TELLS: self._told}
        # Machines sleep, servers are started anew: a connection is tried before it is used.
        engine = create_engine("postgresql+psycopg://", pool_pre_ping=True, execution_options=options)
        event.listen(engine, "do_connect", self._connect)
        event.listen(engine, "connect", _prepare)
        begin_by(engine, _begin)
        return engine

    def revision(self, engine: Engine) -> str | None:
        """The revision of its schema, None where it is empty. Raises StoreError."""
        with reading(engine) as connection:
            encoding = connection.execute(_ENCODING).scalar()
            if encoding != "UTF8":
                lacking = {"address": self.address, "encoding": encoding}
                what = F_("{address} keeps texts as {encoding}, which lacks most signs", **lacking)
                raise StoreError(what, F_("make a database with `createdb --encoding UTF8 --template template0`"))
            tables = set(connection.execute(_TABLES).scalars())
            return known_revision(tables, lambda: connection.execute(_VERSION).scalar(), str(self.address))

    def settle(self, engine: Engine) -> None:
        """Nothing: the server is settled by who keeps it."""

    def device(self, kept: str) -> str:
        """A name for this machine: all use one database, and an undo is to take back what was done here."""
        return str(uuid5(NAMESPACE_DNS, f"{kept} {platform.node()}"))

    def copy_aside(self, now: datetime, name: str) -> None:
        """Nothing: copies are made by PostgreSQL's own programs. An upgrade is one transaction."""

    def back_up(self, now: datetime) -> None:
        """Nothing, as above."""

    def tidy(self, engine: Engine) -> None:
        """Nothing: the server does so itself."""

    def _connect(self, dialect: Any, record: Any, arguments: list[Any], named: dict[str, Any]) -> None:
        # The driver reads the address itself: it may hold whatever PostgreSQL's own programs understand.
        arguments[:] = [self.address.url]
        named.update(_CONNECTING)

    def _told(self, error: Exception) -> StoreError:
        cause = getattr(error, "orig", None) or error
        return away(self.address, cause) or store_error(self.address, cause)


def _prepare(connection: Any, _: Any) -> None:
    connection.execute(f"SET lock_timeout = '{BUSY_SECONDS}s'")
    connection.commit()


def _begin(engine: Engine, pooled: PoolProxiedConnection, writes: bool, much: bool) -> None:
    from psycopg import IsolationLevel

    driver: Any = pooled.driver_connection
    driver.read_only = not writes
    if writes:
        driver.isolation_level = IsolationLevel.READ_COMMITTED  # so that what follows the lock sees what came before it
        driver.execute(f"SELECT pg_advisory_xact_lock({_TURN})")
    else:
        driver.isolation_level = IsolationLevel.REPEATABLE_READ
