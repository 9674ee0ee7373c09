"""The schema's version: refused when newer than the program, upgraded after a copy when older."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from quizapp.errors import StoreError
from quizapp.store.engines.database import Database
from quizapp.store.engines.engine import writing
from quizapp.store.schema import revisions
from quizapp.store.schema.making import make

MIGRATIONS = Path(__file__).parents[1] / "migrations"


def bring_up_to_date(engine: Engine, database: Database, now: datetime) -> bool:
    """Makes the schema, or upgrades it if it is behind, a copy made first; True where there was one before.

    The copy goes again where an upgrade fails and all of it was taken back.

    Raises SchemaTooNew or Damaged, the database left untouched, where it is none that this program knows.
    """
    version = database.revision(engine)
    database.settle(engine)
    if version == revisions.REVISIONS[-1]:
        return True
    if version is None:
        make(engine)
        return False
    copy = database.copy_aside(now, f"before-{revisions.REVISIONS[-1]}")
    try:
        upgrade(engine)
    except StoreError:
        if copy and database.revision(engine) == version:  # one more at every start would fill the disk
            with suppress(OSError):
                copy.unlink()
        raise
    return True


def upgrade(engine: Engine, to: str = "head") -> None:
    """Runs the migrations, all of them in one transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    with writing(engine) as connection:
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, to)
        except DBAPIError as error:
            raise _first(error) from None


def _first(error: DBAPIError) -> DBAPIError:
    """What failed first: where SQLite took everything back at that, Alembic fails again, at tidying up after itself."""
    first, raised = error, error.__context__
    while raised is not None:
        first = raised if isinstance(raised, DBAPIError) else first
        raised = raised.__context__
    return first
