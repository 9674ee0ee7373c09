"""Another machine's database that works something out when it is read: without an end, or without a bound."""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pytest

from quizapp.errors import Damaged
from quizapp.store.copies.backups import back_up
from tests.study.merging.machines import Machine

_ENDLESS = "WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n) SELECT {} FROM n, there"


@pytest.mark.parametrize("name", ["log", "setting", "alembic_version"])
def test_a_view_without_an_end_is_no_log(desk: Machine, laptop: Machine, name: str) -> None:
    desk.answer("t/a")
    desk.desk.close()
    with closing(sqlite3.connect(desk.path)) as other, other:
        columns = ", ".join(f"{name}.{column[1]}" for column in other.execute(f"PRAGMA table_info({name})"))
        other.execute(f"ALTER TABLE {name} RENAME TO there")
        other.execute(f"CREATE VIEW {name} AS {_ENDLESS.format(columns.replace(f'{name}.', 'there.'))}")
    with pytest.raises(Damaged, match=rf"not a sound database \({name} is no table in it\)"):
        laptop.merge(desk)
    assert laptop.uuids() == set()


def test_a_virtual_table_is_no_log(desk: Machine, laptop: Machine) -> None:
    desk.answer("t/a")
    desk.desk.close()
    with closing(sqlite3.connect(desk.path)) as other, other:
        other.execute("CREATE VIRTUAL TABLE more USING fts5(text)")
    with pytest.raises(Damaged, match="more is no table in it"):
        laptop.merge(desk)


def test_a_trigger_is_not_run_when_the_schema_is_brought_up_to_date(desk: Machine, laptop: Machine) -> None:
    """What it does may be without an end."""
    desk.answer("t/a")
    desk.desk.close()
    with closing(sqlite3.connect(desk.path)) as other, other:
        other.execute("CREATE TABLE there (i)")
        other.execute("CREATE TRIGGER more AFTER UPDATE ON topic BEGIN INSERT INTO there VALUES (1); END")
    with pytest.raises(Damaged, match="more is no table in it"):
        laptop.merge(desk)


@pytest.mark.parametrize("large", [100_000, 300_000_000])
def test_a_column_that_is_worked_out_takes_no_memory(desk: Machine, laptop: Machine, large: int) -> None:
    desk.answer("t/a")
    desk.desk.close()
    with closing(sqlite3.connect(desk.path)) as other, other:
        other.execute(f"ALTER TABLE setting ADD COLUMN more AS (hex(zeroblob({large})))")
    with pytest.raises(Damaged, match="setting is no table in it"):
        laptop.merge(desk)


def test_a_value_that_a_check_works_out_is_no_larger_than_ours(desk: Machine, laptop: Machine) -> None:
    desk.answer("t/a")
    desk.desk.close()
    with closing(sqlite3.connect(desk.path)) as other, other:
        other.execute("CREATE TABLE more (i CHECK (length(hex(zeroblob(i))) > 0))")
        other.execute("INSERT INTO more VALUES (1)")
        other.execute("PRAGMA ignore_check_constraints = ON")
        other.execute("UPDATE more SET i = 40000000")
    with pytest.raises(Damaged, match="too big"):
        laptop.merge(desk)


def test_a_table_whose_name_is_no_text_harms_nothing(desk: Machine, laptop: Machine, tmp_path: Path) -> None:
    desk.answer("t/a")
    back_up(desk.path, tmp_path / "other.db")
    with closing(sqlite3.connect(tmp_path / "other.db")) as other, other:
        other.execute("CREATE TABLE mangled (x)")
        other.execute("PRAGMA writable_schema = ON")
        other.execute("UPDATE sqlite_master SET name = CAST(X'80FF' AS TEXT), tbl_name = name WHERE name = 'mangled'")
    with suppress(Damaged):  # whether it is sound, is for SQLite to say
        assert laptop.merge(tmp_path / "other.db").new == 1
