"""Opening: how SQLite is told to behave, and what is told when it cannot be done."""

import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from quizapp.errors import Damaged, StoreError
from quizapp.paths import Places
from quizapp.store.collection import Collection
from quizapp.store.copies.backups import back_up
from quizapp.store.engines.engine import reading, told, writing
from quizapp.store.engines.failures import store_error
from quizapp.store.engines.sqlite import open_engine
from tests.conftest import NOW
from tests.store.rows import good


def test_the_pragmas_are_in_force(collection: Collection) -> None:
    engine = open_engine(collection.path)
    with reading(engine) as connection:
        found = {
            name: connection.execute(text(f"PRAGMA {name}")).scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    engine.dispose()
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 10_000}


def test_who_writes_much_has_room_for_it_and_gives_it_back(collection: Collection) -> None:
    engine = open_engine(collection.path)
    cache = text("PRAGMA cache_size")
    with reading(engine) as connection:
        usual = connection.execute(cache).scalar_one()
    with writing(engine, much=True) as connection:
        assert connection.execute(cache).scalar_one() < 10 * usual < 0  # in KiB, in SQLite's own way
    for used in (reading, writing):
        with used(engine) as connection:
            assert connection.execute(cache).scalar_one() == usual
    engine.dispose()


def test_everything_is_readable_by_its_owner_only(collection: Collection, where: Places) -> None:
    collection.append([good("t/a")])
    files = [path for path in where.data.iterdir() if path.is_file()]
    assert {path.name for path in files} >= {"quizapp.db", "quizapp.db-wal"}
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}
    assert stat.S_IMODE(where.data.stat().st_mode) == 0o700


def test_closing_leaves_one_file(collection: Collection, where: Places) -> None:
    collection.append([good("t/a")])
    collection.close()
    assert [path.name for path in where.data.iterdir()] == ["quizapp.db"]


def test_a_checkpoint_moves_rows_into_the_main_file(collection: Collection, tmp_path: Path) -> None:
    collection.append([good("t/a")])
    collection.checkpoint()
    alone = tmp_path / "alone.db"
    alone.write_bytes(collection.path.read_bytes())
    with closing(sqlite3.connect(alone)) as connection:
        assert connection.execute("SELECT count(*) FROM log").fetchone() == (1,)


@pytest.mark.parametrize("name", ["a?b", "a#b", "a%20b", "学习", "a b;c"])
def test_any_folder_name_will_do(tmp_path: Path, name: str) -> None:
    path = tmp_path / name / "quizapp.db"
    with Collection(path, tmp_path / name / "backups", NOW) as collection:
        collection.append([good("t/a")])
    assert [found.name for found in path.parent.iterdir()] == ["quizapp.db"]


@pytest.mark.parametrize(
    "content", [b"no database, but a text of some length" * 40, b"SQLite format 3\x00" + b"x" * 9000]
)
def test_a_file_that_is_no_database_is_told_and_not_changed(where: Places, content: bytes) -> None:
    where.data.mkdir()
    where.database.write_bytes(content)
    os.utime(where.database, (1, 1))
    with pytest.raises(Damaged, match=r"is not a sound database.*quizapp restore"):
        Collection(where.database, where.backups, NOW)
    assert where.database.read_bytes() == content
    assert where.database.stat().st_mtime == 1


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreError, match="cannot be opened"):
        Collection(tmp_path / "file" / "quizapp.db", tmp_path / "backups", NOW)


def test_a_folder_in_the_databases_place_is_told(where: Places) -> None:
    where.database.mkdir(parents=True)
    with pytest.raises(StoreError, match="cannot be written: check its permissions"):
        Collection(where.database, where.backups, NOW)


def test_what_cannot_be_written_is_told_so(collection: Collection) -> None:
    read_only = sqlite3.connect(f"{collection.path.as_uri()}?mode=ro", uri=True)
    with closing(read_only) as connection, pytest.raises(sqlite3.OperationalError) as raised:
        connection.execute("DELETE FROM setting")
    assert str(store_error("q.db", raised.value)).startswith("q.db cannot be written: check its permissions")


def fill(engine: Engine) -> None:
    with writing(engine) as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1")
        for number in range(2000):
            connection.exec_driver_sql("INSERT INTO setting VALUES (?, ?)", (str(number), "x" * 4000))


def test_a_full_disk_is_told_and_nothing_is_half_written(collection: Collection) -> None:
    engine = open_engine(collection.path)
    with pytest.raises(StoreError, match="no room left"):
        fill(engine)
    engine.dispose()
    assert collection.settings() == {}


def test_a_database_that_was_moved_away_is_not_written_to(collection: Collection, where: Places) -> None:
    collection.append([good("t/a")])
    away = where.data.rename(where.data.with_name("away"))
    with pytest.raises(StoreError, match="is not there any more: bring its folder back"):
        collection.append([good("t/b")])
    with pytest.raises(StoreError, match="is not there any more"):
        collection.ids()
    assert not where.data.exists()
    away.rename(where.data)
    collection.append([good("t/b")])
    assert len(collection.history("t/a")) == len(collection.history("t/b")) == 1


def test_a_database_in_whose_place_another_was_put_is_told_once(
    collection: Collection, where: Places, tmp_path: Path
) -> None:
    back_up(where.database, tmp_path / "other.db")
    collection.append([good("t/a")])
    for ending in ("-wal", "-shm"):
        where.database.with_name(f"quizapp.db{ending}").unlink()
    (tmp_path / "other.db").replace(where.database)
    with pytest.raises(StoreError, match=r"another file was put in the place of .*: try again"):
        collection.append([good("t/b")])
    collection.append([good("t/b")])
    assert (len(collection.history("t/a")), len(collection.history("t/b"))) == (0, 1)


def test_what_no_version_ever_wrote_is_damage(collection: Collection) -> None:
    collection.append([good("t/a")])
    with closing(sqlite3.connect(collection.path)) as connection, connection:
        connection.execute("UPDATE schedule SET due = 'tomorrow'")
    with pytest.raises(Damaged, match="the database holds something that makes no sense"):
        collection.standing("t/a")


def write_at_once(engine: Engine) -> None:
    with told(engine), engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout = 1")
        connection.exec_driver_sql("DELETE FROM setting")


def test_a_database_in_use_is_told(collection: Collection) -> None:
    engine = open_engine(collection.path)
    with closing(sqlite3.connect(collection.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="in use by another program"):
            write_at_once(engine)
    engine.dispose()


def test_each_database_has_a_device_of_its_own_that_stays(
    collection: Collection, where: Places, tmp_path: Path
) -> None:
    with Collection(where.database, where.backups, NOW) as again:
        assert again.device == collection.device
    with Collection(tmp_path / "other.db", tmp_path / "others", NOW) as other:
        assert other.device != collection.device


def test_a_file_that_vanished_is_not_made_anew_however_often_it_is_tried(where: Places) -> None:
    with Collection(where.database, where.backups, NOW) as collection:
        for path in where.data.glob("quizapp.db*"):
            path.unlink()
        for _ in range(2):
            with pytest.raises(StoreError, match="is not there any more"):
                collection.set_all({"theme": "nord"})
        assert not list(where.data.glob("quizapp.db*"))
