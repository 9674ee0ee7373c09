"""A package for Anki made once more of its rows is the same package."""

import sqlite3
from contextlib import closing
from pathlib import Path
from zipfile import ZipFile

from benchmarks.library.packing import made_again
from quizapp.exchange.outgoing.writing import FORMATS, Occasion
from tests.exchange.exported import CARDS, MOMENT, all_of, home_with


def test_what_is_made_again_holds_the_same(tmp_path: Path) -> None:
    package, folder = tmp_path / "out.apkg", tmp_path / "again"
    with home_with(tmp_path, {"d/x.md": CARDS}) as desk:
        (apkg,) = (format_ for format_ in FORMATS if format_.name == "apkg")
        package.write_bytes(apkg.output(all_of(desk), Occasion(MOMENT)).files[""])
    folder.mkdir()
    again = made_again(package, folder)
    for _ in range(2):
        again()
        assert _held(folder / package.name) == _held(package)


def _held(path: Path) -> dict[str, object]:
    """The members of a package, of its collection all that is in the tables."""
    with ZipFile(path) as package:
        held: dict[str, object] = {name: package.read(name) for name in package.namelist()}
        first = package.namelist()[0]
        with closing(sqlite3.connect(":memory:")) as database:
            database.deserialize(package.read(first))
            held[first] = sorted(database.iterdump())
        return held
