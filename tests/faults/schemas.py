"""Databases as earlier versions of the program kept them."""

import sqlite3
from contextlib import closing
from pathlib import Path

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


def _copy(connection: sqlite3.Connection, table: str) -> None:
    columns = [f'"{name}"' for name in _columns(connection, "main", table)]
    today = {f'"{name}"' for name in _columns(connection, "today", table)}
    taken = [name if name in today else _FILLED[table, name.strip('"')] for name in columns]
    into = f"INSERT INTO {table} ({', '.join(columns)})"
    connection.execute(f"{into} SELECT {', '.join(taken)} FROM today.{table}")


def _columns(connection: sqlite3.Connection, database: str, table: str) -> list[str]:
    return [row[1] for row in connection.execute(f"PRAGMA {database}.table_info({table})")]
