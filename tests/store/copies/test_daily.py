"""The backups of each day: one a day, the last fourteen kept."""

import sqlite3
import stat
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from quizapp.errors import StoreError
from quizapp.paths import Places
from quizapp.store.collection import Collection
from quizapp.store.copies import backups
from quizapp.store.copies.backups import (
    integrity,
)
from quizapp.store.copies.daily import daily_backup, daily_backups, made_at
from quizapp.store.engines.looking import look_into
from tests.conftest import NOW
from tests.store.copies.test_backups import rows
from tests.store.rows import good

DAY = timedelta(days=1)


def opened(where: Places, now: datetime) -> list[Path]:
    """The daily backups after a start at `now`."""
    Collection(where.database, where.backups, now).close()
    return daily_backups(where.backups)


def test_a_new_collection_has_nothing_to_back_up(collection: Collection, where: Places) -> None:
    assert daily_backups(where.backups) == []


def test_one_backup_is_made_a_day_however_often_the_program_starts(collection: Collection, where: Places) -> None:
    assert [made_at(path) for path in opened(where, NOW)] == [NOW]
    assert len(opened(where, NOW + timedelta(hours=9))) == 1
    assert [made_at(path) for path in opened(where, NOW + DAY)] == [NOW, NOW + DAY]


def test_a_day_has_its_backup_though_it_began_earlier_than_the_one_before(
    collection: Collection, where: Places
) -> None:
    starts = [NOW + day * timedelta(hours=23) for day in range(4)]
    for start in starts:
        kept = opened(where, start)
    assert [made_at(path) for path in kept] == starts


def test_what_a_killed_program_left_of_a_backup_goes_after_a_day(collection: Collection, where: Places) -> None:
    where.backups.mkdir()
    left = where.backups / "daily-20260304T090000.db.0a1b2c3d.part"
    for path in (left, left.with_name(f"{left.name}-journal"), where.backups / "mine.part"):
        path.touch()
    opened(where, NOW + timedelta(hours=1))
    assert left.exists()
    opened(where, NOW + 2 * DAY)
    assert [path.name for path in where.backups.glob("*.part*")] == ["mine.part"]


def test_the_last_fourteen_are_kept(collection: Collection, where: Places) -> None:
    for day in range(20):
        kept = opened(where, NOW + day * DAY)
    assert [made_at(path) for path in kept] == [NOW + day * DAY for day in range(6, 20)]


def test_other_files_in_the_folder_are_let_be(collection: Collection, where: Places) -> None:
    where.backups.mkdir()
    others = [where.backups / name for name in ("daily-mine.db", "before-0002-20200101T000000.db", "notes.txt")]
    for path in others:
        path.write_text("mine")
    for day in range(16):
        kept = opened(where, NOW + day * DAY)
    assert len(kept) == 14
    assert all(path.read_text() == "mine" for path in others)


def test_a_clock_that_was_once_wrong_does_not_stop_backups(collection: Collection, where: Places) -> None:
    opened(where, NOW + 4000 * DAY)
    assert len(opened(where, NOW)) == 2
    assert len(opened(where, NOW + timedelta(hours=1))) == 2
    assert len(opened(where, NOW + DAY)) == 3


def test_a_backup_holds_what_is_still_in_the_write_ahead_log(collection: Collection, where: Places) -> None:
    collection.append([good("t/a")])
    made = daily_backup(where.database, where.backups, NOW)
    assert made is not None
    assert rows(made) == 1
    assert integrity(made) == []


def test_a_backup_is_one_file_for_its_owner_only(collection: Collection, where: Places) -> None:
    daily_backup(where.database, where.backups, NOW)
    (made,) = where.backups.iterdir()
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    assert made.read_bytes()[18] == 1  # no write-ahead log of its own


def test_a_daily_backup_that_fails_keeps_nobody_from_learning_and_is_told(where: Places) -> None:
    with Collection(where.database, where.backups, NOW) as opened:
        assert opened.warning is None
    where.backups.write_text("a file stands where the folder should be", encoding="utf-8")
    with Collection(where.database, where.backups, NOW) as opened:
        assert opened.warning is not None
        assert str(where.backups) in str(opened.warning)
        opened.set("theme", "quizapp-light")
        assert opened.settings() == {"theme": "quizapp-light"}


def test_a_folder_of_backups_that_may_not_be_listed_is_told(
    collection: Collection, where: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, pattern: str) -> list[Path]:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "glob", refuse)
    with pytest.raises(
        StoreError, match=r"backups cannot be read \(Permission denied\): check the folder's permissions"
    ):
        daily_backup(where.database, where.backups, NOW)


def test_a_home_that_vanishes_while_it_is_backed_up_is_not_made_anew(
    collection: Collection, where: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    away = where.data.with_name("away")

    def vanishing(path: Path) -> sqlite3.Connection:
        connection = look_into(path)
        where.data.rename(away)
        return connection

    monkeypatch.setattr(backups, "look_into", vanishing)
    with pytest.raises(StoreError, match="no backup could be written"):
        daily_backup(where.database, where.backups, NOW)
    assert not where.data.exists()
    away.rename(where.data)
