"""What `quizapp merge` takes: databases and files of a shared folder, told by what stands in them."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine

from quizapp.errors import Damaged, QuizappError, SchemaTooNew, StoreError
from quizapp.store.copies import foreign
from quizapp.store.copies.backups import back_up
from quizapp.store.copies.foreign import Stretch
from quizapp.store.schema import revisions
from quizapp.store.schema.upgrading import MIGRATIONS
from quizapp.study.merging.merge import Merged, merge
from quizapp.study.merging.sources import is_same_file, rows_in
from quizapp.study.merging.troubles import Fault
from tests.conftest import NOW
from tests.study.merging.conftest import Make
from tests.study.merging.machines import Machine


def state(folder: Path) -> dict[str, str]:
    """Every file of a folder, with what is in it."""
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in folder.iterdir() if path.is_file()}


def test_a_database_that_is_open_elsewhere_gives_what_is_in_its_write_ahead_log(desk: Machine, laptop: Machine) -> None:
    desk.answer("t/a")
    assert desk.path.with_name("quizapp.db-wal").stat().st_size > 0
    before = state(desk.path.parent)
    assert laptop.merge(desk).new == 1
    after = state(desk.path.parent)
    assert {**after, "quizapp.db-shm": ""} == {**before, "quizapp.db-shm": ""}


def test_a_database_that_nobody_has_open_is_left_as_it_is(desk: Machine, laptop: Machine) -> None:
    desk.answer("t/a")
    desk.desk.close()
    before = state(desk.path.parent)
    assert set(before) == {"config.toml", "quizapp.db"}
    assert laptop.merge(desk).new == 1
    assert state(desk.path.parent) == before


def test_a_write_ahead_log_that_was_carried_along_counts(desk: Machine, laptop: Machine, tmp_path: Path) -> None:
    desk.answer("t/a")
    stick = tmp_path / "stick"
    stick.mkdir()
    for ending in ("", "-wal"):
        shutil.copyfile(f"{desk.path}{ending}", stick / f"quizapp.db{ending}")
    before = state(stick)
    stick.chmod(0o500)
    assert laptop.merge(stick / "quizapp.db").new == 1
    stick.chmod(0o700)
    assert state(stick) == before


def test_a_backup_will_do_whatever_its_name(desk: Machine, laptop: Machine, tmp_path: Path) -> None:
    desk.answer("t/a")
    back_up(desk.path, tmp_path / "holiday.jsonl")
    assert laptop.merge(tmp_path / "holiday.jsonl").new == 1


def test_a_file_of_a_shared_folder_will_do_whatever_its_name(desk: Machine, make: Make, tmp_path: Path) -> None:
    rows = desk.answer("t/a", "t/b")
    desk.sync()
    shutil.copyfile(desk.file, tmp_path / "carried.db")
    apart = make("apart")
    assert apart.merge(tmp_path / "carried.db").new == 2
    assert apart.collection.history("t/a") == rows[:1]


def test_a_database_of_an_older_schema_is_upgraded_in_a_copy(desk: Machine, laptop: Machine, tmp_path: Path) -> None:
    (row,) = desk.answer("t/a")
    old = _of_the_first_schema(tmp_path / "old", desk.path)
    before = state(old.parent)
    assert laptop.merge(old).new == 1
    assert laptop.collection.history("t/a") == [row]
    assert state(old.parent) == before


def _of_the_first_schema(folder: Path, like: Path) -> Path:
    """A database as the first version made it, with the log of another."""
    folder.mkdir()
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    engine = create_engine(f"sqlite:///{folder / 'quizapp.db'}")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        log = connection.exec_driver_sql
        log(f"ATTACH '{like}' AS other")
        log("INSERT INTO log SELECT * FROM other.log")
    engine.dispose()
    return folder / "quizapp.db"


def test_a_database_of_a_newer_program_is_refused_by_its_name(
    desk: Machine, laptop: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.answer("t/a")
    monkeypatch.setattr(revisions, "REVISIONS", ("0000",))
    with pytest.raises(SchemaTooNew, match=rf"^{desk.path} was written by a newer quizapp"):
        laptop.merge(desk)
    assert laptop.uuids() == set()


def test_rows_that_make_no_sense_are_passed_over_and_told(desk: Machine, laptop: Machine) -> None:
    desk.answer("t/a", "t/b")
    with closing(sqlite3.connect(desk.path)) as other, other:
        for number, columns in enumerate(
            [
                "'t/x', 1772614800000000, '9999-12-31', 'answer', 4, NULL, NULL, '{}', ''",
                "'t/x', 'noon', '2026-03-04', 'answer', 4, NULL, NULL, '{}', ''",
                "'t/x', 9e18, '2026-03-04', 'answer', 4, NULL, NULL, '{}', ''",
                "'t/x', 1772614800000000, '2026-03-04', 'answer', 4, NULL, NULL, '{', ''",
                "'t/x', 1772614800000000, '2026-03-04', 'answer', 4, NULL, NULL, zeroblob(3000000), ''",
                "CAST(X'80FF' AS TEXT), 1772614800000000, '2026-03-04', 'answer', 4, NULL, NULL, '{}', ''",
                "'t/x' || char(27), 1772614800000000, '2026-03-04', 'answer', 4, NULL, NULL, '{}', ''",
                f"'t/x', 1772614800000000, '2026-03-04', 'answer', 4, NULL, NULL, '{'[' * 5000}', ''",
                "'t/x', 1772614800000000, '2026-03-04', 'answer', 4, NULL, NULL, '[]', ''",
                """'t/x', 1772614800000000, '2026-03-04', 'answer', 4, NULL, NULL, '["ab"]', ''""",
            ]
        ):
            other.execute(f"INSERT INTO log VALUES ('bad-{number}', {columns})")
    with rows_in(desk.path, NOW) as taken:
        told = merge(laptop.collection, taken.rows, NOW)
        (trouble,) = taken.troubles
    assert told.new == 2
    assert (trouble.fault, trouble.count, trouble.file) == (Fault.UNFIT, 10, "quizapp.db")
    assert laptop.collection.differences() == []


@pytest.mark.parametrize(
    "content", [b"", b"a text\n", b"SQLite format 3\x00 and no more", b'{"format":"other"}\n', bytes(9999)], ids=repr
)
def test_another_file_is_refused_and_changes_nothing(laptop: Machine, tmp_path: Path, content: bytes) -> None:
    laptop.answer("t/a")
    before = laptop.uuids()
    (tmp_path / "other").write_bytes(content)
    with pytest.raises(QuizappError, match="other"):
        laptop.merge(tmp_path / "other")
    assert laptop.uuids() == before


def test_the_database_of_another_program_is_refused(laptop: Machine, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "other.db")) as other, other:
        other.execute("CREATE TABLE log (uuid TEXT)")
    with pytest.raises(Damaged, match="another program"):
        laptop.merge(tmp_path / "other.db")


def test_a_damaged_database_is_refused(desk: Machine, laptop: Machine) -> None:
    desk.answer(*(f"t/{number}" for number in range(200)))
    desk.desk.close()
    content = bytearray(desk.path.read_bytes())
    content[8192:40960] = b"\xa5" * 32768
    desk.path.write_bytes(content)
    with pytest.raises(Damaged, match="not a sound database"):
        laptop.merge(desk)
    assert laptop.uuids() == set()


def test_what_is_no_file_is_refused(laptop: Machine, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name in ("nowhere.db", "pipe", "."):
        with pytest.raises(QuizappError, match="cannot be read"):
            laptop.merge(tmp_path / name)


def test_a_newer_file_of_a_folder_gives_nothing_and_is_told(laptop: Machine, tmp_path: Path) -> None:
    path = tmp_path / "new.jsonl"
    path.write_text('{"format":"quizapp-log","version":99,"device":"d","more":true}\n{"uuid":"u"}\n', encoding="utf-8")
    with rows_in(path, NOW) as taken:
        assert merge(laptop.collection, taken.rows, NOW) == Merged()
        assert [trouble.fault for trouble in taken.troubles] == [Fault.NEWER]


def test_one_file_is_known_by_any_of_its_names(desk: Machine, laptop: Machine, tmp_path: Path) -> None:
    (tmp_path / "link.db").symlink_to(desk.path)
    assert is_same_file(tmp_path / "link.db", desk.path)
    assert not is_same_file(laptop.path, desk.path)
    assert not is_same_file(tmp_path / "nowhere", desk.path)


def test_no_room_for_a_copy_is_not_taken_for_damage(laptop: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> Iterator[Stretch]:
        raise sqlite3.OperationalError("database or disk is full")
        yield

    monkeypatch.setattr(foreign, "_sorted", full)
    with pytest.raises(StoreError, match=r"no room in .* for a copy") as told, rows_in(laptop.path, NOW) as taken:
        list(taken.rows)
    assert not isinstance(told.value, Damaged)
