"""The schema made where there is none: what the migrations would make, without Alembic, which is slow to import."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Engine, inspect

from quizapp.store.engines.engine import writing
from quizapp.store.schema import revisions
from quizapp.store.schema.append_only import TRIGGERS
from quizapp.store.schema.tables import METADATA

_VERSION = """
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL,
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
)
"""
# Said again, and not taken from the first migration: a migration stays as it was released. A test holds both equal.
_APPEND_ONLY: Mapping[str, Sequence[str]] = {
    "sqlite": TRIGGERS,
    "postgresql": [
        f"""
CREATE FUNCTION log_{verb}() RETURNS trigger LANGUAGE plpgsql
AS 'BEGIN RAISE EXCEPTION ''the log is append only''; END';
CREATE TRIGGER log_{verb} BEFORE {verb} ON log EXECUTE FUNCTION log_{verb}()
"""
        for verb in ("UPDATE", "DELETE")
    ],
}


def make(engine: Engine) -> None:
    """Makes all tables of an empty database in one transaction, unless another program did meanwhile."""
    with writing(engine) as connection:
        if inspect(connection).get_table_names():
            return
        METADATA.create_all(connection, checkfirst=False)
        for trigger in _APPEND_ONLY[connection.dialect.name]:
            connection.exec_driver_sql(trigger)
        connection.exec_driver_sql(_VERSION)
        known = f"INSERT INTO alembic_version VALUES ('{revisions.REVISIONS[-1]}')"  # noqa: S608  a name of our own
        connection.exec_driver_sql(known)
