"""What is left of a damaged log, as a small sound database."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from quizapp.errors import StoreError
from quizapp.paths import Places
from quizapp.store.collection import Collection
from quizapp.store.copies.backups import back_up, integrity
from quizapp.store.copies.salvage import salvage
from quizapp.study.merging.sources import rows_in
from tests.conftest import NOW
from tests.store.rows import good

ROWS = 300


@pytest.fixture
def sound(collection: Collection, where: Places, tmp_path: Path) -> Path:
    """A sound copy; the database itself, closed, has all the rows too."""
    collection.append([good(f"t/{number}") for number in range(ROWS)])
    collection.close()
    back_up(where.database, tmp_path / "sound.db")
    return tmp_path / "sound.db"


def left(path: Path, sound: Path) -> set[str]:
    """The cards whose rows come out of a damaged file, by way of a merge."""
    to = path.with_name("left.db")
    to.unlink(missing_ok=True)
    count = salvage(path, sound, to)
    assert integrity(to) == []
    with rows_in(to, NOW) as taken:
        cards = {columns[1] for columns in taken.rows}
    assert len(cards) == count
    return cards


def spoilt(path: Path, spoil: Callable[[bytearray], None]) -> Path:
    content = bytearray(path.read_bytes())
    spoil(content)
    path.write_bytes(content)
    return path


def test_of_a_sound_database_it_is_everything(sound: Path, where: Places) -> None:
    assert len(left(where.database, sound)) == ROWS


def test_a_page_in_the_middle_costs_its_own_rows_only(sound: Path, where: Places) -> None:
    def spoil(content: bytearray) -> None:
        at = content.index(b"t/150")  # some page of the log, or of an index over it
        content[at // 4096 * 4096] ^= 0xFF

    assert ROWS - 60 <= len(left(spoilt(where.database, spoil), sound)) <= ROWS


def test_the_first_page_is_lent_by_the_copy(sound: Path, where: Places) -> None:
    def spoil(content: bytearray) -> None:
        content[:4096] = bytes(4096)

    assert len(left(spoilt(where.database, spoil), sound)) == ROWS


def test_the_damaged_files_are_left_as_they_are(sound: Path, where: Places) -> None:
    with closing(sqlite3.connect(where.database)) as connection, connection:
        connection.execute("UPDATE setting SET value = '1'")
        beside = where.database.with_name("quizapp.db-wal")
        before = where.database.read_bytes(), beside.read_bytes()
        left(where.database, sound)
        assert (where.database.read_bytes(), beside.read_bytes()) == before


@pytest.mark.parametrize("content", [b"", b"no database " * 900])
def test_of_something_else_it_is_nothing(sound: Path, where: Places, content: bytes) -> None:
    where.database.write_bytes(content)
    assert left(where.database, sound) == set()


def test_of_a_file_that_is_not_there_it_is_nothing(sound: Path, tmp_path: Path) -> None:
    assert salvage(tmp_path / "gone.db", sound, tmp_path / "left.db") == 0


def test_a_row_that_makes_no_sense_is_left_out_by_the_merge(sound: Path, where: Places) -> None:
    with closing(sqlite3.connect(where.database)) as connection, connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("DROP TRIGGER log_UPDATE")
        connection.execute("UPDATE log SET grade = 77 WHERE card = 't/7'")
    to = where.database.with_name("left.db")
    assert salvage(where.database, sound, to) == ROWS
    with rows_in(to, NOW) as taken:
        assert "t/7" not in {columns[1] for columns in taken.rows}


def test_what_cannot_be_written_is_told(sound: Path, where: Places, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be read"):
        salvage(where.database, sound, tmp_path / "nowhere" / "left.db")
