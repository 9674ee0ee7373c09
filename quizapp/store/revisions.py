"""The revisions of the schema that this program knows, and which of them a database has. Standard library only."""

import sqlite3
from pathlib import Path

from quizapp.errors import Damaged, SchemaTooNew

REVISIONS = ("0001", "0002", "0003", "0004")
"""All revisions, oldest first. Kept here as well as in `migrations/`, so that Alembic is imported only to upgrade."""


def revision_of(connection: sqlite3.Connection, path: Path) -> str | None:
    """The revision of the database at `path`, None for an empty one.

    Raises SchemaTooNew for a revision that this program does not know, Damaged for another program's database.
    """
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not tables:
        return None
    known = {"alembic_version", "log", "schedule"} <= tables
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone() if known else None
    if row is None:
        raise Damaged(f"{path} is a database of another program", "name a database of quizapp")
    if row[0] not in REVISIONS:
        raise SchemaTooNew(f"{path} was written by a newer quizapp (schema {row[0]})", "upgrade quizapp to open it")
    return str(row[0])
