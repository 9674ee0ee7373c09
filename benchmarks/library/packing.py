"""What a package for Anki takes of whoever writes it: its rows put into the same tables, and packed."""

import os
import sqlite3
import tempfile
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import ZipFile, ZipInfo

from benchmarks.figures import timed

PACKAGE = "out.apkg"
_HASTE = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN;"
_QUICKLY = 1


class _Table(NamedTuple):
    """What made a table, and its rows."""

    made: str
    put: str
    rows: Sequence[Sequence[Any]]


def pack(home: Path, runs: str) -> dict[str, list[float]]:
    """The package that lies in a home, made once more of its rows by the standard library alone, and on disk."""
    with tempfile.TemporaryDirectory(prefix="quizapp-benchmark-") as folder:
        again = made_again(home / PACKAGE, Path(folder))
        return {"pack": [timed(again) for _ in range(int(runs))]}


def made_again(path: Path, folder: Path) -> Callable[[], None]:
    """Writes a package once more, into a folder under the same name; its rows are in memory before."""
    with ZipFile(path) as package:
        first, *members = package.infolist()
        tables, indexes = _read(Path(package.extract(first, folder)))
        others = [(member, package.read(member)) for member in members]

    def again() -> None:
        _write(folder / first.filename, tables, indexes)
        _pack(folder / path.name, folder / first.filename, first, others)

    return again


def _read(path: Path) -> tuple[list[_Table], list[str]]:
    with closing(sqlite3.connect(path)) as database:
        made = database.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
        tables = [_table(database, name, sql) for type_, name, sql in made if type_ == "table"]
        return tables, [sql for type_, _name, sql in made if type_ == "index"]


def _table(database: sqlite3.Connection, name: str, sql: str) -> _Table:
    found = database.execute(f"SELECT * FROM {name}")  # noqa: S608  the program's own names
    places = ",".join("?" * len(found.description))
    return _Table(sql, f"INSERT INTO {name} VALUES ({places})", found.fetchall())  # noqa: S608


def _write(path: Path, tables: Sequence[_Table], indexes: Sequence[str]) -> None:
    """Nothing asks for a file that is half written: no journal, and indexes at the end."""
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.executescript(_HASTE + ";".join(table.made for table in tables))
        for table in tables:
            database.executemany(table.put, table.rows)
        database.executescript(";".join(indexes))  # it commits what went before


def _pack(path: Path, collection: Path, first: ZipInfo, others: Sequence[tuple[ZipInfo, bytes]]) -> None:
    with path.open("wb") as stream:
        with ZipFile(stream, "w") as package:
            package.write(collection, first.filename, first.compress_type, _QUICKLY)
            for member, content in others:
                package.writestr(member, content, member.compress_type)
        stream.flush()
        os.fsync(stream.fileno())
