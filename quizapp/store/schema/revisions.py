"""The revisions of the schema that this program knows, and which of them a database has. Standard library only."""

import sqlite3
from collections.abc import Callable, Set
from pathlib import Path

from quizapp.errors import Damaged, SchemaTooNew
from quizapp.i18n import F_

REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008")
"""All revisions, oldest first. Kept here as well as in `migrations/`, so that Alembic is imported only to upgrade."""


def revision_of(connection: sqlite3.Connection, path: Path) -> str | None:
    """The revision of the database at `path`, None for an empty one.

    Raises SchemaTooNew for a revision that this program does not know, Damaged for another program's database.
    """
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}

    def version() -> str | None:
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        return None if row is None else str(row[0])

    return known_revision(tables, version, str(path))


def known_revision(tables: Set[str], version: Callable[[], str | None], name: str) -> str | None:
    """The revision of a database that has these tables, None where it has none; `version` reads what ours say.

    Raises SchemaTooNew or Damaged, as above. `name` is how people know the database.
    """
    if not tables:
        return None
    found = version() if {"alembic_version", "log", "schedule"} <= tables else None
    if found is None:
        raise Damaged(F_("{name} is a database of another program", name=name), F_("name a database of quizapp"))
    if found not in REVISIONS:
        raise SchemaTooNew(
            F_("{name} was written by a newer quizapp (schema {found})", name=name, found=found),
            F_("upgrade quizapp to open it"),
        )
    return found
