"""Backups, whole or not at all, and what is brought back from them."""

import os
import resource
import sqlite3
import stat
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from quizapp.errors import Damaged, QuizappError, StoreError
from quizapp.paths import Places, places
from quizapp.store.collection import Collection
from quizapp.store.copies import backups
from quizapp.store.copies.backups import (
    DAMAGED,
    REPLACED,
    back_up,
    copy_aside,
    integrity,
    newest_sound,
    restore,
)
from quizapp.store.schema import revisions
from quizapp.study.keeping import bring_back
from tests.conftest import NOW
from tests.store.rows import good

DAY = timedelta(days=1)


def rows(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("SELECT count(*) FROM log").fetchone()[0])


@pytest.mark.parametrize("name", [DAMAGED, REPLACED])
def test_a_state_that_was_given_up_is_none_to_go_back_to_unasked(
    collection: Collection, where: Places, name: str
) -> None:
    kept = copy_aside(where.database, where.backups, NOW, "manual")
    given_up = copy_aside(where.database, where.backups, NOW + DAY, name)
    assert newest_sound(where.backups) == kept
    later = given_up.rename(given_up.with_name(given_up.name.replace(name, "before-0008")))
    assert newest_sound(where.backups) == later


def test_a_copy_that_a_full_disk_keeps_from_being_looked_at_is_told_and_no_older_one_taken(
    collection: Collection, where: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy_aside(where.database, where.backups, NOW, "manual")
    collection.close()  # nothing is left in its write-ahead log
    newer = where.backups / "carried-20991231T000000.db"
    newer.write_bytes(where.database.read_bytes())  # with a write-ahead log, to be made where it is opened
    monkeypatch.setattr("shutil.disk_usage", lambda path: SimpleNamespace(free=0))
    room = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, room[1]))
    try:
        with pytest.raises(StoreError, match="no room left on the disk"):
            newest_sound(where.backups)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, room)
    assert newest_sound(where.backups) == newer


def test_restoring_reaches_a_program_that_has_the_database_open(
    collection: Collection, where: Places, tmp_path: Path
) -> None:
    collection.append([good("t/a")])
    back_up(where.database, tmp_path / "saved.db")
    collection.append([good("t/b")])
    restore(tmp_path / "saved.db", where.database)
    assert collection.history("t/b") == []
    collection.append([good("t/c")])
    assert (len(collection.history("t/a")), len(collection.history("t/c"))) == (1, 1)
    assert collection.differences() == []


def test_restoring_where_nothing_is_makes_the_database(collection: Collection, where: Places, tmp_path: Path) -> None:
    collection.append([good("t/a")])
    back_up(where.database, tmp_path / "saved.db")
    restore(tmp_path / "saved.db", tmp_path / "new" / "quizapp.db")
    with Collection(tmp_path / "new" / "quizapp.db", where.backups, NOW) as fresh:
        assert len(fresh.history("t/a")) == 1
    assert stat.S_IMODE((tmp_path / "new" / "quizapp.db").stat().st_mode) == 0o600


@pytest.mark.parametrize("damage", [b"", b"a text", None])
def test_a_backup_that_is_no_sound_database_of_ours_is_refused(
    collection: Collection, where: Places, tmp_path: Path, damage: bytes | None
) -> None:
    collection.append([good("t/a")])
    backup = tmp_path / "saved.db"
    if damage is None:
        with closing(sqlite3.connect(backup)) as connection:
            connection.execute("CREATE TABLE other (id INTEGER)")
    else:
        backup.write_bytes(damage)
    with pytest.raises(Damaged):
        restore(backup, where.database)
    assert len(collection.history("t/a")) == 1


def test_a_backup_with_a_damaged_page_is_refused(collection: Collection, where: Places, tmp_path: Path) -> None:
    collection.append([good("t/a")])
    backup = tmp_path / "saved.db"
    back_up(where.database, backup)
    content = bytearray(backup.read_bytes())
    content[4096:8192] = os.urandom(4096)
    backup.write_bytes(content)
    with pytest.raises(Damaged, match="not a sound database"):
        restore(backup, where.database)
    assert len(collection.history("t/a")) == 1


def test_a_backup_of_a_newer_program_is_refused(
    collection: Collection, where: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up(where.database, tmp_path / "saved.db")
    monkeypatch.setattr(revisions, "REVISIONS", ("0000",))
    with pytest.raises(StoreError, match="newer quizapp"):
        restore(tmp_path / "saved.db", where.database)


def test_a_backup_that_is_not_there_is_told(where: Places, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no file"):
        restore(tmp_path / "nowhere.db", where.database)
    assert not where.database.exists()


def test_the_database_is_no_backup_of_itself(collection: Collection, where: Places) -> None:
    with pytest.raises(QuizappError, match="itself"):
        back_up(where.database, where.database)
    with pytest.raises(QuizappError, match="itself"):
        restore(where.database, where.database)


def test_a_backup_that_cannot_be_written_is_told_and_leaves_nothing(
    collection: Collection, where: Places, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreError, match="no backup could be written"):
        back_up(where.database, tmp_path / "file" / "saved.db")
    (tmp_path / "folder.db").mkdir()
    with pytest.raises(StoreError, match="no backup could be written"):
        back_up(where.database, tmp_path / "folder.db")
    assert not list(tmp_path.glob("*.part"))


def test_what_is_not_there_cannot_be_backed_up(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no file"):
        back_up(tmp_path / "nowhere.db", tmp_path / "backups" / "saved.db")
    assert not (tmp_path / "backups").exists()


def test_a_damaged_database_is_told_by_its_integrity(collection: Collection, where: Places) -> None:
    collection.append([good("t/a")])
    collection.close()
    assert integrity(where.database) == []
    content = bytearray(where.database.read_bytes())
    content[8192:12288] = bytes(4096)
    where.database.write_bytes(content)
    assert integrity(where.database) != []


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (sqlite3.OperationalError("database or disk is full"), "there is no room left on the disk"),
        (sqlite3.OperationalError("database is locked"), "is in use by another program"),
        (sqlite3.OperationalError("unable to open database file"), "cannot be written"),
    ],
)
def test_what_keeps_sqlite_from_looking_is_not_taken_for_damage(
    collection: Collection, where: Places, monkeypatch: pytest.MonkeyPatch, error: sqlite3.Error, told: str
) -> None:
    backup = where.data / "mine.db"
    back_up(where.database, backup)

    def fail(connection: sqlite3.Connection) -> list[str]:
        raise error

    monkeypatch.setattr(backups, "_problems", fail)
    with pytest.raises(StoreError, match=told):
        integrity(where.database)
    with pytest.raises(StoreError, match=told):
        bring_back(places(), backup, NOW)
    assert where.database.exists()
    assert not where.backups.exists()


def test_damage_is_damage_whatever_the_damaged_part_is_called(
    collection: Collection, where: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(connection: sqlite3.Connection) -> list[str]:
        raise sqlite3.DatabaseError("malformed database schema (full)")

    monkeypatch.setattr(backups, "_problems", fail)
    assert integrity(where.database) == ["malformed database schema (full)"]
