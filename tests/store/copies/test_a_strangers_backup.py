"""A backup that somebody else made brings progress back, and nothing else."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from quizapp.errors import Damaged, StoreError
from quizapp.paths import Places
from quizapp.store.collection import Collection
from quizapp.store.copies.backups import back_up, copy_aside, newest_sound, restore
from quizapp.store.engines.sqlite import open_engine
from quizapp.store.schema import upgrading
from quizapp.store.schema.revisions import REVISIONS
from tests.conftest import NOW
from tests.store.rows import good


def _choose(path: Path, *folders: str) -> None:
    with closing(Collection(path, path.parent / "backups", NOW)) as collection:
        collection.set("trusted", list(folders))
        collection.set("order", "by-deck")


@pytest.mark.parametrize("ours", [("mine",), ()], ids=["chosen", "not chosen"])
def test_whose_code_may_run_is_not_for_it_to_say(where: Places, tmp_path: Path, ours: tuple[str, ...]) -> None:
    theirs = tmp_path / "theirs.db"
    _choose(theirs, "evil")
    if ours:
        _choose(where.database, *ours)
    restore(theirs, where.database)
    with closing(Collection(where.database, where.backups, NOW)) as collection:
        assert collection.settings() == {"order": "by-deck"} | ({"trusted": list(ours)} if ours else {})


@pytest.mark.parametrize(
    "statements",
    [
        ["DROP TABLE setting"],
        [
            "DROP TABLE setting",
            "CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT, CHECK (key <> 'trusted' OR value = '[\"evil\"]'))",
            "INSERT INTO setting VALUES ('trusted', '[\"evil\"]')",
        ],
    ],
    ids=["no table of choices", "a table that takes no other choice"],
)
def test_one_that_cannot_be_made_ready_leaves_everything_as_it_was(
    where: Places, tmp_path: Path, statements: list[str]
) -> None:
    _choose(where.database, "mine")
    back_up(where.database, tmp_path / "theirs.db")
    with closing(sqlite3.connect(tmp_path / "theirs.db")) as connection, connection:
        for statement in statements:
            connection.execute(statement)
    with closing(Collection(where.database, where.backups, NOW)) as collection:
        collection.append([good("t/a")])
        with pytest.raises(StoreError, match="could not be restored"):
            restore(tmp_path / "theirs.db", where.database)
        assert collection.settings()["trusted"] == ["mine"]
        assert len(collection.history("t/a")) == 1


def test_a_copy_that_would_be_refused_is_not_the_newest_sound_one(where: Places) -> None:
    _choose(where.database)
    older = copy_aside(where.database, where.backups, NOW, "manual")
    newer = copy_aside(where.database, where.backups, NOW + timedelta(days=1), "manual")
    assert newest_sound(where.backups) == newer
    with closing(sqlite3.connect(newer)) as connection:
        connection.execute("CREATE VIEW more AS SELECT 1")
    assert newest_sound(where.backups) == older


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER more AFTER INSERT ON log BEGIN DELETE FROM card; END",
        "CREATE TRIGGER more AFTER UPDATE ON schedule BEGIN DELETE FROM card; END",
        "CREATE VIEW more AS SELECT 1",
        "CREATE VIRTUAL TABLE more USING fts5(text)",
        "ALTER TABLE setting ADD COLUMN more AS (hex(zeroblob(100000)))",
        f"CREATE TABLE one (number); INSERT INTO one VALUES ({-(2**63)}); PRAGMA writable_schema = ON;"
        "UPDATE sqlite_master SET sql = 'CREATE TABLE one (number, more AS (abs(number)) CHECK (more > 0))'"
        "WHERE name = 'one'",
    ],
    ids=["trigger on the log", "trigger", "view", "virtual table", "column", "column that fails once worked out"],
)
def test_what_works_by_itself_does_not_come_in(
    collection: Collection, where: Places, tmp_path: Path, statement: str
) -> None:
    collection.append([good("t/a")])
    back_up(where.database, tmp_path / "theirs.db")
    with closing(sqlite3.connect(tmp_path / "theirs.db")) as connection:
        connection.executescript(statement)
    collection.append([good("t/b")])
    with pytest.raises(Damaged, match="more is no table in it"):
        restore(tmp_path / "theirs.db", where.database)
    assert len(collection.history("t/b")) == 1


def test_what_a_rule_works_out_has_no_room(collection: Collection, where: Places, tmp_path: Path) -> None:
    collection.set("order", "by-deck")
    back_up(where.database, tmp_path / "theirs.db")
    with closing(sqlite3.connect(tmp_path / "theirs.db")) as connection:
        connection.execute(f"ALTER TABLE setting ADD COLUMN more CHECK (length(zeroblob({2**26 + 1})) > 1)")
    with pytest.raises(Damaged, match="too big"):
        restore(tmp_path / "theirs.db", where.database)


@pytest.mark.parametrize("revision", REVISIONS)
def test_of_any_schema_our_own_triggers_are_no_work(where: Places, tmp_path: Path, revision: str) -> None:
    engine = open_engine(tmp_path / "older.db")
    upgrading.upgrade(engine, revision)
    engine.dispose()
    restore(tmp_path / "older.db", where.database)
    with closing(Collection(where.database, where.backups, NOW)) as collection:
        collection.append([good("t/a")])
    back_up(where.database, tmp_path / "upgraded.db")
    restore(tmp_path / "upgraded.db", where.database)
    with closing(Collection(where.database, where.backups, NOW)) as collection:
        assert len(collection.history("t/a")) == 1
