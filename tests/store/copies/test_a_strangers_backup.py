"""A backup that somebody else made brings progress back, and nothing else."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from quizapp.errors import Damaged
from quizapp.paths import Places
from quizapp.store.collection import Collection
from quizapp.store.copies.backups import back_up, restore
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
    "statement",
    [
        "CREATE TRIGGER more AFTER INSERT ON log BEGIN DELETE FROM card; END",
        "CREATE TRIGGER more AFTER UPDATE ON schedule BEGIN DELETE FROM card; END",
        "CREATE VIEW more AS SELECT 1",
        "CREATE VIRTUAL TABLE more USING fts5(text)",
        "ALTER TABLE setting ADD COLUMN more AS (hex(zeroblob(100000)))",
    ],
    ids=["trigger on the log", "trigger", "view", "virtual table", "column"],
)
def test_what_works_by_itself_does_not_come_in(
    collection: Collection, where: Places, tmp_path: Path, statement: str
) -> None:
    collection.append([good("t/a")])
    back_up(where.database, tmp_path / "theirs.db")
    with closing(sqlite3.connect(tmp_path / "theirs.db")) as connection:
        connection.execute(statement)
    collection.append([good("t/b")])
    with pytest.raises(Damaged, match=r"(more|setting) is no table in it"):
        restore(tmp_path / "theirs.db", where.database)
    assert len(collection.history("t/b")) == 1


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
