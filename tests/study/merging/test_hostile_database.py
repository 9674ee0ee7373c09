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


def _spoilt(desk: Machine, *statements: str) -> Machine:
    """A machine whose database says something more."""
    desk.answer("t/a")
    desk.desk.close()
    with closing(sqlite3.connect(desk.path)) as other, other:
        for statement in statements:
            other.execute(statement)
    return desk


@pytest.mark.parametrize(
    ("told", "statements"),
    [
        ("more is no table in it", ["CREATE VIRTUAL TABLE more USING fts5(text)"]),
        (  # run while the schema is brought up to date, and what it does may be without an end
            "more is no table in it",
            ["CREATE TRIGGER more AFTER UPDATE ON topic BEGIN DELETE FROM deck; END"],
        ),
        ("setting.more is no table in it", ["ALTER TABLE setting ADD COLUMN more AS (hex(zeroblob(100000)))"]),
        ("setting.more is no table in it", ["ALTER TABLE setting ADD COLUMN more AS (hex(zeroblob(300000000)))"]),
        (
            "too big",
            [
                "CREATE TABLE more (i CHECK (length(hex(zeroblob(i))) > 0))",
                "INSERT INTO more VALUES (1)",
                "PRAGMA ignore_check_constraints = ON",
                "UPDATE more SET i = 40000000",
            ],
        ),
    ],
    ids=["virtual table", "trigger", "column", "large column", "large check"],
)
def test_what_works_something_out_is_refused_before_it_does(
    desk: Machine, laptop: Machine, told: str, statements: list[str]
) -> None:
    with pytest.raises(Damaged, match=told):
        laptop.merge(_spoilt(desk, *statements))
    assert laptop.uuids() == set()


def test_a_table_whose_name_is_no_text_harms_nothing(desk: Machine, laptop: Machine, tmp_path: Path) -> None:
    desk.answer("t/a")
    back_up(desk.path, tmp_path / "other.db")
    with closing(sqlite3.connect(tmp_path / "other.db")) as other, other:
        other.execute("CREATE TABLE mangled (x)")
        other.execute("PRAGMA writable_schema = ON")
        other.execute("UPDATE sqlite_master SET name = CAST(X'80FF' AS TEXT), tbl_name = name WHERE name = 'mangled'")
    with suppress(Damaged):  # whether it is sound, is for SQLite to say
        assert laptop.merge(tmp_path / "other.db").new == 1
