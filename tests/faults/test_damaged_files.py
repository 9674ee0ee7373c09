"""A database that is cut short, empty, something else, or beside a write-ahead log that is missing or another's."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.cli.conftest import Home, Run
from tests.faults.damage import flipped, page_size
from tests.faults.forge import Forge
from tests.faults.homes import answers, furnished, reviewed
from tests.faults.watched import open_to_others

NEXT_DAY = "2026-03-05T09:00:00+00:00"
SAME_DAY = "2026-03-04T10:00:00+00:00"


@pytest.fixture
def used(forge: Forge, own: Home) -> Home:
    """A home in use since this morning, with a backup."""
    (own.path / "config.toml").unlink()
    furnished(own.path)
    reviewed(forge, own.path, 10)
    reviewed(forge, own.path, 10)
    return own


@contextmanager
def crashed(database: Path, *statements: str) -> Iterator[Path]:
    """The database as a crash leaves it after these statements, all of which stand in its write-ahead log alone."""
    left = database.parent.with_name("crashed")
    left.mkdir()
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute("PRAGMA wal_autocheckpoint = 0")
        for statement in statements:
            connection.execute(statement)
        for ending in ("", "-wal"):
            name = f"{database.name}{ending}"
            (left / name).write_bytes(database.with_name(name).read_bytes())
    yield left


def refused(run: Run, home: Home, now: str = NEXT_DAY) -> str:
    """What is told where the database is not used; nothing in the home changed."""
    before = {path: path.read_bytes() for path in home.path.glob("quizapp.db*")}
    found = run("list", now=now)
    assert (found.exit_code, found.stdout, found.stderr.count("\n")) == (2, "", 1)
    assert "`quizapp restore` brings back the newest sound backup" in found.stderr
    after = {path: path.read_bytes() for path in home.path.glob("quizapp.db*") if not path.name.endswith("-shm")}
    assert after == {path: content for path, content in before.items() if not path.name.endswith("-shm")}
    return found.stderr


def restored(run: Run, home: Home) -> str:
    """What is told of the newest sound backup, brought back."""
    found = run("restore", "--yes", now=NEXT_DAY)
    assert found.exit_code == 0, found.stderr
    assert run("doctor", now=NEXT_DAY).exit_code == 0
    assert len(answers(home.path)) >= 10
    return found.stderr


@pytest.mark.parametrize("share", [0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99])
def test_a_file_cut_short_is_noticed_and_the_backup_brought_back(used: Home, run: Run, share: float) -> None:
    database = used.path / "quizapp.db"
    content = database.read_bytes()
    database.write_bytes(content[: int(len(content) * share)])
    assert " is not a sound database (" in refused(run, used)
    restored(run, used)


@pytest.mark.parametrize("pages", [1, 2, 30])
def test_a_file_cut_short_by_whole_pages_is_noticed(used: Home, run: Run, pages: int) -> None:
    database = used.path / "quizapp.db"
    content = database.read_bytes()
    database.write_bytes(content[: len(content) - pages * page_size(database)])
    assert " is not a sound database (" in refused(run, used)
    restored(run, used)


@pytest.mark.parametrize("now", [SAME_DAY, NEXT_DAY])
def test_an_empty_file_is_no_new_beginning_where_there_are_backups(used: Home, run: Run, now: str) -> None:
    (used.path / "quizapp.db").write_bytes(b"")
    assert f"{used.path / 'quizapp.db'} is empty" in refused(run, used, now)
    doctor = run("doctor", now=now)
    assert doctor.exit_code == 1
    assert "is empty" in " ".join(doctor.stdout.split())
    restored(run, used)


@pytest.mark.parametrize("now", [SAME_DAY, NEXT_DAY])
def test_a_missing_file_is_no_new_beginning_where_there_are_backups(used: Home, run: Run, now: str) -> None:
    (used.path / "quizapp.db").unlink()
    assert f"{used.path / 'quizapp.db'} is missing" in refused(run, used, now)
    assert not (used.path / "quizapp.db").exists()
    doctor = run("doctor", now=now)
    assert doctor.exit_code == 1
    assert "is missing" in " ".join(doctor.stdout.split())
    restored(run, used)


@pytest.mark.parametrize("backups", [True, False])
def test_a_log_whose_database_is_gone_is_kept(used: Home, run: Run, backups: bool) -> None:
    """SQLite would remove it, with the answers in it, from beside a new database."""
    database = used.path / "quizapp.db"
    with crashed(database, "INSERT INTO setting VALUES ('theme', '\"nord\"')") as left:
        database.with_name("quizapp.db-wal").write_bytes(log := (left / "quizapp.db-wal").read_bytes())
    database.unlink()
    if not backups:
        shutil.rmtree(used.path / "backups")
    assert "is missing" in refused(run, used)
    assert run("restore", "--yes", now=NEXT_DAY).exit_code == 0
    assert run("doctor", now=NEXT_DAY).exit_code == 0
    assert len(answers(used.path)) == (10 if backups else 0)
    assert [path.read_bytes() for path in (used.path / "backups").glob("damaged-*.db-wal")] == [log]


@pytest.mark.parametrize("is_gone", [True, False])
def test_answers_in_a_log_whose_database_is_empty_or_gone_are_read_from_it(
    used: Home, run: Run, forge: Forge, is_gone: bool
) -> None:
    """SQLite removes a log from beside an empty file, whoever opens that only to look."""
    database, log = (used.path / name for name in ("quizapp.db", "quizapp.db-wal"))
    before = answers(used.path)
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("SELECT 1 FROM log").fetchall()  # who has it open keeps the log from being moved into it
        reviewed(forge, used.path, 3)
        content = log.read_bytes()
    assert sum((after := answers(used.path)).values()) == sum(before.values()) + 3
    if is_gone:
        database.unlink()
    else:
        database.write_bytes(b"")
    log.write_bytes(content)
    for words in (["due"], ["list"], ["stats"], ["backup"], ["doctor"], ["merge", str(database)]):
        found = run(*words, now=NEXT_DAY)
        assert found.exit_code in (1, 2)
        assert log.read_bytes() == content, words
    assert "3 entries of the log were read from the damaged database" in restored(run, used)
    assert answers(used.path) == after


def test_an_empty_file_without_backups_is_what_a_crash_at_the_first_start_leaves(own: Home, run: Run) -> None:
    (own.path / "quizapp.db").write_bytes(b"")
    assert run("list").exit_code == 0


@pytest.mark.parametrize("content", [b"\0" * 100_000, b"no database " * 999, b"PK\x03\x04" + b"\0" * 5000, b"x"])
def test_another_file_in_its_place_is_told_and_put_aside(used: Home, run: Run, content: bytes) -> None:
    (used.path / "quizapp.db").write_bytes(content)
    assert " is not a sound database (" in refused(run, used, SAME_DAY)
    told = restored(run, used)
    (aside,) = (used.path / "backups").glob("damaged-*.db")
    assert aside.read_bytes() == content
    assert str(aside.name) in told


def test_the_newest_backup_is_not_brought_back_where_it_is_damaged_itself(used: Home, run: Run) -> None:
    (sound,) = (used.path / "backups").glob("daily-*.db")
    content, size = sound.read_bytes(), page_size(sound)
    newer = sound.with_name("manual-20260304T095900.db")
    newer.write_bytes(flipped(content, len(content) // size // 2 * size))
    (used.path / "quizapp.db").write_bytes(b"x")
    assert sound.name in restored(run, used)


def test_what_is_put_aside_is_its_owners_alone(used: Home, run: Run) -> None:
    backups, database = used.path / "backups", used.path / "quizapp.db"
    kept = min(backups.iterdir()).rename(used.path.with_name("kept.db"))
    shutil.rmtree(backups)
    database.write_bytes(b"no database" * 500)
    before = os.umask(0)
    try:
        assert run("restore", str(kept), "--yes", now=NEXT_DAY).exit_code == 0
    finally:
        os.umask(before)
    assert open_to_others(backups) == []
    assert database.stat().st_mode & 0o077 == 0


def test_a_write_ahead_log_left_by_a_crash_is_taken_up(used: Home, run: Run) -> None:
    mark = "UPDATE setting SET value = '\"left\"' WHERE key = 'device'"
    with crashed(used.path / "quizapp.db", "INSERT INTO setting VALUES ('theme', '\"nord\"')", mark) as left:
        for path in left.iterdir():
            (used.path / path.name).write_bytes(path.read_bytes())
    assert run("list", now=NEXT_DAY).exit_code == 0
    assert run("config", "theme", now=NEXT_DAY).stdout.strip().endswith("nord")


def test_without_its_write_ahead_log_the_state_before_it_is_there_whole(used: Home, run: Run) -> None:
    with crashed(used.path / "quizapp.db", "INSERT INTO setting VALUES ('theme', '\"nord\"')") as left:
        (used.path / "quizapp.db").write_bytes((left / "quizapp.db").read_bytes())
    assert not (used.path / "quizapp.db-wal").exists()
    assert run("list", now=NEXT_DAY).exit_code == 0
    assert run("doctor", now=NEXT_DAY).exit_code == 0
    assert len(answers(used.path)) == 20


def test_a_write_ahead_log_of_another_state_is_noticed_and_not_written_into_the_database(
    used: Home, run: Run, forge: Forge
) -> None:
    """A learner copied a backup over the database, and the log of the crashed one lay beside it still."""
    database = used.path / "quizapp.db"
    (backup,) = (used.path / "backups").glob("daily-*.db")
    grow = "WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 900)"
    reviewed(forge, used.path, 20)
    with crashed(database, f"{grow} INSERT INTO setting SELECT 'k' || i, '\"{'x' * 99}\"' FROM n") as left:
        log = left / "quizapp.db-wal"
        database.write_bytes(backup.read_bytes())
        database.with_name(log.name).write_bytes(log.read_bytes())
    assert "quizapp.db-wal belongs to another" in refused(run, used, SAME_DAY)
    database.with_name(log.name).unlink()
    assert run("doctor", now=SAME_DAY).exit_code == 0
