"""The schema's version: refused when newer than the program, upgraded after a copy when older."""

from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from quizapp.errors import SchemaTooNew
from quizapp.store.backups import copy_aside
from quizapp.store.engine import reading, writing

REVISIONS = ("0001",)
"""All revisions, oldest first. Kept here as well as in `migrations/`, so that Alembic is imported only to upgrade."""

MIGRATIONS = Path(__file__).parent / "migrations"


def bring_up_to_date(engine: Engine, path: Path, backups: Path, now: datetime) -> None:
    """Upgrades the schema if it is behind, a copy made first. Raises SchemaTooNew for one this program does not know."""
    with reading(engine) as connection:
        version = schema_version(connection)
    if version == REVISIONS[-1]:
        return
    if version is not None and version not in REVISIONS:
        raise SchemaTooNew(f"{path} was written by a newer quizapp (schema {version})", "upgrade quizapp to open it")
    if version is not None:
        copy_aside(path, backups, now, f"before-{REVISIONS[-1]}")
    upgrade(engine)


def schema_version(connection: Connection) -> str | None:
    """The revision of the schema, None for an empty database."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    version = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return None if version is None else str(version)


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Runs the migrations, all of them in one transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    with writing(engine) as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
