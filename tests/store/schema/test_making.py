"""A new database: made by the program itself, as the migrations would make it."""

import re
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, inspect, text

from quizapp.paths import Places
from quizapp.store.collection import Collection
from quizapp.store.engines.database import Place
from quizapp.store.engines.engine import reading, writing
from quizapp.store.schema import upgrading
from quizapp.store.schema.tables import METADATA
from tests.conftest import ENGINES, NOW

BESIDE = {
    "sqlite": [
        "SELECT type, name, replace(replace(replace(sql, '\"', ''), char(10), ''), char(9), '') FROM sqlite_master"
    ],
    "postgresql": [
        "SELECT table_name, column_name, collation_name FROM information_schema.columns WHERE table_schema = 'public'",
        "SELECT trigger_name, event_manipulation, action_timing, prosrc FROM information_schema.triggers"
        " JOIN pg_proc ON proname = trigger_name",
    ],
}
"""What SQLAlchemy does not tell of a database."""


def described(connection: Connection) -> list[str]:
    """Everything that a database says of its tables."""
    inspector = inspect(connection)
    queries = BESIDE[connection.dialect.name]
    found = [repr(row).replace(" ", "") for query in queries for row in connection.execute(text(query))]
    for table in inspector.get_table_names():
        found += [repr((table, at, column)) for at, column in enumerate(inspector.get_columns(table))]
        found += [re.sub(r" at 0x\w+", "", repr((table, index))) for index in inspector.get_indexes(table)]
        found += [repr((table, check)) for check in inspector.get_check_constraints(table)]
        found += [repr((table, inspector.get_pk_constraint(table), inspector.get_foreign_keys(table)))]
    return sorted(found)


@pytest.mark.parametrize("place", ENGINES, indirect=True)
def test_a_new_database_is_made_as_the_migrations_would_make_it(
    place: Place, where: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Collection(place, where.backups, NOW) as made:
        with reading(made._engine) as connection:
            new = described(connection)
        if not isinstance(place, Path):
            with writing(made._engine) as connection:
                connection.execute(text("DROP SCHEMA public CASCADE"))
                connection.execute(text("CREATE SCHEMA public"))
    other = where.data / "migrated.db" if isinstance(place, Path) else place
    monkeypatch.setattr(upgrading, "make", upgrading.upgrade)
    with Collection(other, where.backups, NOW) as migrated, reading(migrated._engine) as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []
        assert described(connection) == new
    assert len(new) > 90
    assert any("appendonly" in line for line in new)


@pytest.mark.parametrize("place", ["postgresql"], indirect=True)
def test_a_server_orders_texts_and_keeps_numbers_as_a_file_does(collection: Collection) -> None:
    columns = "SELECT data_type, collation_name, is_nullable FROM information_schema.columns"
    with reading(collection._engine) as connection:
        found = set(
            connection.execute(text(f"{columns} WHERE table_schema = 'public' AND table_name <> 'alembic_version'"))
        )
    kinds = {kind: collation for kind, collation, _ in found}
    assert kinds == {"text": "C", "bigint": None, "smallint": None, "boolean": None, "date": None}
