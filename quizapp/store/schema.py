"""The schema's version: refused when newer than the program, upgraded after a copy when older."""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine

from quizapp.store import revisions
from quizapp.store.backups import copy_aside
from quizapp.store.engine import told, writing

MIGRATIONS = Path(__file__).parent / "migrations"


def bring_up_to_date(engine: Engine, path: Path, backups: Path, now: datetime) -> None:
    """Upgrades the schema if it is behind, a copy made first.

    Raises SchemaTooNew or Damaged, the file left untouched, where the database is none that this program knows.
    """
    version = revision(engine, path)
    if version == revisions.REVISIONS[-1]:
        return
    if version is not None:
        copy_aside(path, backups, now, f"before-{revisions.REVISIONS[-1]}")
    upgrade(engine)


def revision(engine: Engine, path: Path) -> str | None:
    """The revision of the schema, None for an empty database; from here on the file has a write-ahead log."""
    with told(engine), closing(engine.raw_connection()) as pooled:
        connection = pooled.driver_connection
        assert isinstance(connection, sqlite3.Connection)
        found = revisions.revision_of(connection, path)
        _write_ahead(connection)
    return found


def _write_ahead(connection: sqlite3.Connection) -> None:
    try:
        connection.execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError as error:
        # SQLite does not wait its turn for this. Another program is at it, or at work: then the next start sees to it.
        if "locked" not in str(error):
            raise


def upgrade(engine: Engine, to: str = "head") -> None:
    """Runs the migrations, all of them in one transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    with writing(engine) as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, to)
