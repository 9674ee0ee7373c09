"""Databases as earlier versions of the program kept them."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from quizapp.store.engines.address import Address
from quizapp.store.engines.postgres import Server
from quizapp.store.engines.sqlite import open_engine
from quizapp.store.schema import upgrading
from quizapp.store.schema.revisions import REVISIONS

_FILLED = {
    ("card", "shown"): "1",
    ("listing", "topic"): "(SELECT topic FROM today.card AS known WHERE known.id = listing.card)",
    ("listing", "position"): "(SELECT position FROM today.card AS known WHERE known.id = listing.card)",
    ("listing", "text_folded"): "(SELECT folded FROM today.listing_text AS text WHERE text.card = listing.card)",
}
"""What an earlier schema wants and today's has not, or has elsewhere."""
_NOT_OURS = {"alembic_version", "sqlite_sequence"}


def make_older(path: Path, revision: str = REVISIONS[0]) -> None:
    """Makes today's database at `path` one of an earlier schema, with all that this one could hold."""
    older = path.with_name("older.db")
    engine = open_engine(older)
    upgrading.upgrade(engine, revision)
    engine.dispose()
    with closing(sqlite3.connect(older)) as connection:
        connection.execute("ATTACH ? AS today", (str(path),))
        with connection:
            for (table,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
                if table not in _NOT_OURS:
                    _copy(connection, table)
    for ending in ("-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
    older.replace(path)


def make_older_on_a_server(place: Address, revision: str) -> None:
    """The same of today's database on a server."""
    import psycopg  # where it is missing these tests are skipped

    with closing(psycopg.connect(place.url, autocommit=True)) as connection:
        connection.execute("ALTER SCHEMA public RENAME TO today")
        connection.execute("CREATE SCHEMA public")
        engine = Server(place).open()
        upgrading.upgrade(engine, revision)
        engine.dispose()
        with connection.transaction():
            connection.execute("SET session_replication_role = replica")  # tables refer to each other
            for (table,) in connection.execute(
                "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
            ).fetchall():
                if table not in _NOT_OURS:
                    older, today = (_columns_on_a_server(connection, schema, table) for schema in ("public", "today"))
                    connection.execute(_copied(table, older, today))
        connection.execute("DROP SCHEMA today CASCADE")


def _copy(connection: sqlite3.Connection, table: str) -> None:
    connection.execute(_copied(table, _columns(connection, "main", table), _columns(connection, "today", table)))


def _copied(table: str, older: Sequence[str], today: Sequence[str]) -> str:
    taken = [f'"{name}"' if name in today else _FILLED[table, name] for name in older]
    into = ", ".join(f'"{name}"' for name in older)
    return f"INSERT INTO {table} ({into}) SELECT {', '.join(taken)} FROM today.{table}"


def _columns_on_a_server(connection: Any, schema: str, table: str) -> list[str]:
    asked = "SELECT column_name FROM information_schema.columns WHERE table_schema = %s AND table_name = %s"
    return [name for (name,) in connection.execute(asked, (schema, table))]


def _columns(connection: sqlite3.Connection, database: str, table: str) -> list[str]:
    return [row[1] for row in connection.execute(f"PRAGMA {database}.table_info({table})")]
