"""Small files that unpack to large ones: refused within bounds, whatever they hold."""

import io
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard

from tests.exchange.anki.building import BASIC, Building
from tests.faults.processes import own_home, run

_MIB = 2**20
_GIB = 2**30
_MOST_MEMORY = 300.0
"""MiB. What is unpacked may have 64, and stands in memory more than once while it is read."""
_MOST_SECONDS = 30.0


def _zeros(of: int) -> bytes:
    """So many zeros, compressed as zstd does: a hundred thousandth of them."""
    made = io.BytesIO()
    with zstandard.ZstdCompressor(level=1).stream_writer(made, closefd=False) as stream:
        for _ in range(of // _MIB):
            stream.write(bytes(_MIB))
    return made.getvalue()


def _collection_of_zeros(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("meta", b"\x08\x03")
        archive.writestr("collection.anki21b", _zeros(_GIB))


def _old_collection_of_zeros(path: Path) -> None:
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open("collection.anki2", "w") as member,
    ):
        for _ in range(256):
            member.write(bytes(_MIB))


def _pictures_of_zeros(path: Path) -> None:
    building = Building()
    for number in range(4):
        building.note(BASIC, f"a{number}", f"<img src='p{number}.png'>")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("collection.anki2", building.old())
        archive.writestr("media", "{" + ",".join(f'"{number}":"p{number}.png"' for number in range(4)) + "}")
        for number in range(4):
            archive.writestr(str(number), bytes(30 * _MIB))


def _pictures_that_lie(path: Path) -> None:
    building, zeros = Building(), _zeros(30 * _MIB)
    for number in range(40):
        name = f"p{number}.png"
        building.media[name] = b""
        building.note(BASIC, f"a{number}", f"<img src='{name}'>")
    sound = building.latest(path.with_suffix(".sound"))
    with zipfile.ZipFile(sound) as whole, zipfile.ZipFile(path, "w") as archive:
        for member in whole.namelist():
            archive.writestr(member, zeros if member.isdigit() else whole.read(member))


def _many_members(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(60_000):
            archive.writestr(f"{number}", b"")


def _a_zip_in_itself(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("collection.anki2", b"PK\x03\x04" + bytes(_MIB))


def _text_of_zeros(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(_GIB)


def _export_of_zeros(path: Path) -> None:
    path.write_bytes(b"{")
    os.truncate(path, _GIB)


BOMBS: dict[str, tuple[Callable[[Path], None], str]] = {
    "zeros.apkg": (_collection_of_zeros, "zeros.apkg unpacks to more than"),
    "old-zeros.apkg": (_old_collection_of_zeros, "old-zeros.apkg unpacks to more than"),
    "pictures.apkg": (_pictures_of_zeros, "the images of pictures.apkg are more than"),
    "lying-pictures.apkg": (_pictures_that_lie, "lying-pictures.apkg unpacks to more than"),
    "members.apkg": (_many_members, "there is no collection in it"),
    "itself.apkg": (_a_zip_in_itself, "the collection in itself.apkg cannot be read"),
    "zeros.csv": (_text_of_zeros, "zeros.csv has more than"),
    "zeros.txt": (_text_of_zeros, "zeros.txt has more than"),
    "zeros.md": (_text_of_zeros, "zeros.md has more than"),
    "zeros.json": (_export_of_zeros, "zeros.json is larger than"),
}
"""What makes each, and what is told of it."""


@pytest.mark.parametrize("name", BOMBS)
def test_it_is_refused_within_bounds(name: str, home: Path, tmp_path: Path) -> None:
    cards = own_home(home)
    make, told = BOMBS[name]
    make(tmp_path / name)
    done = run("import", str(tmp_path / name))
    assert "Traceback" not in done.stderr
    assert (done.status, told in done.stderr) == (2, True), done.told[:500]
    assert sum(path.stat().st_size for path in cards.rglob("*") if path.is_file()) <= 64 * _MIB
    assert done.memory < _MOST_MEMORY
    assert done.seconds < _MOST_SECONDS
