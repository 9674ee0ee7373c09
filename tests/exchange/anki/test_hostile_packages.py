"""Packages that are none, are damaged, or mean harm: each is refused with one UsageError."""

import sqlite3
import struct
import warnings
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from quizapp.errors import UsageError
from quizapp.exchange.anki import database, read_package
from tests.exchange.anki.building import BASIC, Building, compressed, zipped
from tests.exchange.anki.reading import LIMIT


def _building() -> Building:
    building = Building()
    building.note(BASIC, "front", "back")
    return building


def _refused(path: Path, limit: int = LIMIT) -> str:
    with pytest.raises(UsageError) as refused:
        read_package(path, limit)
    assert refused.value.hint
    return refused.value.message


def test_what_is_no_zip_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "deck.apkg"
    for data in (b"", b"front\tback\n", b"PK\x03\x04" + b"\0" * 60):
        path.write_bytes(data)
        assert "cannot be read as an Anki package" in _refused(path)


def test_a_file_that_is_missing_is_refused(tmp_path: Path) -> None:
    assert "cannot be read" in _refused(tmp_path / "none.apkg")


def test_a_package_cut_off_is_refused(tmp_path: Path) -> None:
    path = _building().latest(tmp_path / "deck.apkg")
    path.write_bytes(path.read_bytes()[:-100])
    assert "cannot be read" in _refused(path)


def test_another_zip_file_is_refused(tmp_path: Path) -> None:
    assert "there is no collection in it" in _refused(zipped(tmp_path / "deck.apkg", {"a.txt": b"text"}))


def test_a_package_of_a_newer_anki_is_refused(tmp_path: Path) -> None:
    assert "not known here" in _refused(zipped(tmp_path / "deck.apkg", {"meta": b"\x08\x04", "collection.anki22": b""}))


def test_a_damaged_meta_is_refused(tmp_path: Path) -> None:
    assert "`meta` in it is damaged" in _refused(zipped(tmp_path / "deck.apkg", {"meta": b"\xff" * 11}))


def test_more_bytes_than_allowed_are_refused(tmp_path: Path) -> None:
    building = _building()
    assert "unpacks to more than 1,000 bytes" in _refused(building.latest(tmp_path / "new.apkg"), 1000)
    assert "unpacks to more than 1,000 bytes" in _refused(building.oldest(tmp_path / "old.apkg"), 1000)


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    bomb = compressed(b"\0" * 50_000_000)
    members = {"meta": b"\x08\x03", "collection.anki21b": bomb}
    assert len(bomb) < 10_000
    assert "unpacks to more than" in _refused(zipped(tmp_path / "deck.apkg", members), 10_000_000)


def test_a_member_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "deck.apkg"
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr("collection.anki2", b"\0" * 1_000_000)
    data = path.read_bytes().replace(struct.pack("<L", 1_000_000), struct.pack("<L", 10))
    path.write_bytes(data)
    assert "`collection.anki2` in it is damaged" in _refused(path)


def test_a_member_that_cannot_be_inflated_is_refused(tmp_path: Path) -> None:
    path, name = tmp_path / "deck.apkg", "collection.anki2"
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr(name, _building().old())
    data = bytearray(path.read_bytes())
    data[30 + len(name)] = 0xFF  # behind the member's head its first block begins: of a kind that deflate has not
    path.write_bytes(data)
    assert "`collection.anki2` in it is damaged" in _refused(path)


def test_damaged_zstd_is_refused(tmp_path: Path) -> None:
    members = {"meta": b"\x08\x03", "collection.anki21b": b"\x28\xb5\x2f\xfd" + b"\x07" * 60}
    assert "is damaged" in _refused(zipped(tmp_path / "deck.apkg", members))


@pytest.mark.parametrize("name", ["../../evil.png", "/etc/evil", "..\\evil", "a/../../b"])
def test_names_that_lead_outside_are_refused(name: str, tmp_path: Path) -> None:
    path = zipped(tmp_path / "deck.apkg", {"collection.anki2": _building().old(), name: b"evil"})
    assert "names files outside itself" in _refused(path)
    assert [each.name for each in tmp_path.iterdir()] == ["deck.apkg"]


def test_a_collection_that_is_there_twice_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "deck.apkg"
    with warnings.catch_warnings(), ZipFile(path, "w") as archive:
        warnings.simplefilter("ignore")
        archive.writestr("collection.anki2", _building().old())
        archive.writestr("collection.anki2", _building().old())
    assert "holds `collection.anki2` 2 times" in _refused(path)


def test_an_encrypted_member_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "deck.apkg", {"collection.anki2": _building().old()})
    data = bytearray(path.read_bytes())
    central = data.rindex(b"PK\x01\x02")
    data[6] |= 1
    data[central + 8] |= 1
    path.write_bytes(data)
    assert "damaged or encrypted" in _refused(path)


def _changed(data: bytes, tmp_path: Path, change: Callable[[sqlite3.Connection], object]) -> Path:
    file = tmp_path / "changed"
    file.write_bytes(data)
    connection = sqlite3.connect(file)
    change(connection)
    connection.commit()
    connection.close()
    return zipped(tmp_path / "deck.apkg", {"collection.anki2": file.read_bytes()})


@pytest.mark.parametrize("table", ["col", "notes", "cards", "revlog"])
def test_a_view_in_the_place_of_a_table_is_refused(table: str, tmp_path: Path) -> None:
    def change(connection: sqlite3.Connection) -> None:
        connection.execute(f"ALTER TABLE {table} RENAME TO hidden")
        endless = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT hidden.* FROM hidden, c"
        connection.execute(f"CREATE VIEW {table} AS {endless}")

    assert "cannot be read" in _refused(_changed(_building().old(), tmp_path, change))


def test_a_cell_that_is_computed_larger_than_the_file_is_refused(tmp_path: Path) -> None:
    def change(connection: sqlite3.Connection) -> None:
        connection.execute("ALTER TABLE notes DROP COLUMN flds")
        connection.execute("ALTER TABLE notes ADD COLUMN flds GENERATED ALWAYS AS (hex(zeroblob(50000000))) VIRTUAL")

    assert "cannot be read" in _refused(_changed(_building().old(), tmp_path, change))


def test_a_virtual_table_is_refused(tmp_path: Path) -> None:
    def change(connection: sqlite3.Connection) -> None:
        connection.execute("DROP TABLE notes")
        connection.execute("CREATE VIRTUAL TABLE notes USING fts5(id, guid, mid, tags, flds)")

    assert "cannot be read" in _refused(_changed(_building().old(), tmp_path, change))


def test_a_table_without_the_columns_is_refused(tmp_path: Path) -> None:
    path = _changed(
        _building().old(), tmp_path, lambda connection: connection.execute("ALTER TABLE notes DROP COLUMN flds")
    )
    assert "cannot be read" in _refused(path)


@pytest.mark.parametrize("models", ["[", "[" * 100_000, '{"x": {}}', "\x00"])
def test_broken_note_types_are_refused(models: str, tmp_path: Path) -> None:
    path = _changed(
        _building().old(), tmp_path, lambda connection: connection.execute("UPDATE col SET models = ?", [models])
    )
    assert "cannot be read" in _refused(path)


def test_a_database_that_is_none_is_refused(tmp_path: Path) -> None:
    assert "cannot be read" in _refused(zipped(tmp_path / "deck.apkg", {"collection.anki2": b"no database" * 100}))
    assert "cannot be read" in _refused(zipped(tmp_path / "deck.apkg", {"collection.anki2": b""}))


def test_a_statement_that_goes_on_and_on_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "_STEPS", 1)
    monkeypatch.setattr(database, "_MOST_TURNS", 20)
    assert "cannot be read" in _refused(_building().oldest(tmp_path / "deck.apkg"))


def test_cells_of_another_type_do_no_harm(tmp_path: Path) -> None:
    def change(connection: sqlite3.Connection) -> None:
        connection.execute("UPDATE cards SET due = 'soon', ivl = x'00', factor = 1e300, type = 2, queue = NULL")
        connection.execute("UPDATE notes SET guid = 7, tags = NULL")

    (note,) = read_package(_changed(_building().old(), tmp_path, change), LIMIT).notes
    assert (note.key, note.draft.tags) == ("7", ())


def test_the_unpacked_collection_is_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    read_package(_building().latest(tmp_path / "deck.apkg"), LIMIT)
    _refused(zipped(tmp_path / "bad.apkg", {"collection.anki2": b"no database" * 100}))
    assert list(scratch.iterdir()) == []
