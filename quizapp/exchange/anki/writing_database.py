"""A collection of Anki's in its old format, schema 11, which every Anki since 2.1 imports.

From Anki's source, rslib/src/storage/schema11.sql, and what it exports "for older versions".
"""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from quizapp.errors import StoreError
from quizapp.exchange.anki.writing_schedule import Days
from quizapp.exchange.anki.writing_types import TYPES, as_json
from quizapp.i18n import F_

_SCHEMA = """
CREATE TABLE col (id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL, scm integer NOT NULL,
  ver integer NOT NULL, dty integer NOT NULL, usn integer NOT NULL, ls integer NOT NULL, conf text NOT NULL,
  models text NOT NULL, decks text NOT NULL, dconf text NOT NULL, tags text NOT NULL);
CREATE TABLE notes (id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL, mod integer NOT NULL,
  usn integer NOT NULL, tags text NOT NULL, flds text NOT NULL, sfld integer NOT NULL, csum integer NOT NULL,
  flags integer NOT NULL, data text NOT NULL);
CREATE TABLE cards (id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL, ord integer NOT NULL,
  mod integer NOT NULL, usn integer NOT NULL, type integer NOT NULL, queue integer NOT NULL, due integer NOT NULL,
  ivl integer NOT NULL, factor integer NOT NULL, reps integer NOT NULL, lapses integer NOT NULL,
  left integer NOT NULL, odue integer NOT NULL, odid integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
CREATE TABLE revlog (id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL, ease integer NOT NULL,
  ivl integer NOT NULL, lastIvl integer NOT NULL, factor integer NOT NULL, time integer NOT NULL,
  type integer NOT NULL);
CREATE TABLE graves (usn integer NOT NULL, oid integer NOT NULL, type integer NOT NULL);
"""
_INDEXES = """
CREATE INDEX ix_notes_usn ON notes (usn);
CREATE INDEX ix_cards_usn ON cards (usn);
CREATE INDEX ix_revlog_usn ON revlog (usn);
CREATE INDEX ix_cards_nid ON cards (nid);
CREATE INDEX ix_cards_sched ON cards (did, queue, due);
CREATE INDEX ix_revlog_cid ON revlog (cid);
CREATE INDEX ix_notes_csum ON notes (csum);
"""
"""Made once the rows are there, which takes half as long."""
_HASTE = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN;"
"""Nobody sees a file that was not written to its end."""
_WIDTHS = {"notes": 11, "cards": 18, "revlog": 9}
_PORTION = 2_000
"""Rows of a table in memory at a time: more are no quicker."""
_VERSION, _SCHEDULER = 11, 2
DEFAULT = 1
"""The deck, and the set of options, that every collection has."""


class Database:
    """The tables, filled row by row."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._waiting: dict[str, list[Sequence[Any]]] = {table: [] for table in _WIDTHS}
        self.counts: Counter[str] = Counter()

    def add(self, table: str, row: Sequence[Any]) -> None:
        """A row more; `counts` says how many each table has."""
        waiting = self._waiting[table]
        waiting.append(row)
        self.counts[table] += 1
        if len(waiting) == _PORTION:
            self._put(table)

    def end(self) -> None:
        """Puts what still waits into the tables."""
        for table in self._waiting:
            self._put(table)

    def _put(self, table: str) -> None:
        _insert(self._connection, table, _WIDTHS[table], self._waiting[table])
        self._waiting[table].clear()


@contextmanager
def file_of_its_own() -> Iterator[Path]:
    """A path for a database that goes into a package. Raises StoreError."""
    try:
        folder = TemporaryDirectory(prefix="quizapp-")
    except OSError as error:
        raise _failed(error.strerror or error) from error
    with folder as name:
        yield Path(name) / "collection"


@contextmanager
def database_at(path: Path, decks: Mapping[int, str], days: Days, changed: int) -> Iterator[Database]:
    """A database in a new file, whole at the end; `changed` is the instant of the export, in milliseconds.

    Raises StoreError where there is no room for it.
    """
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.executescript(_HASTE + _SCHEMA)
            database = Database(connection)
            yield database
            database.end()
            _insert(connection, "col", 13, [_collection(database.counts["cards"], decks, days, changed)])
            connection.executescript(_INDEXES)  # it commits what went before
    except sqlite3.Error as error:
        raise _failed(error) from error


def _failed(error: object) -> StoreError:
    what = F_("the package cannot be made ({why})", why=error)
    return StoreError(what, F_("check the room on the disk for temporary files"))


def _insert(connection: sqlite3.Connection, table: str, width: int, rows: Iterable[Sequence[Any]]) -> None:
    places = ",".join("?" * width)
    connection.executemany(f"INSERT INTO {table} VALUES ({places})", rows)  # noqa: S608  names are our own


def _collection(cards: int, decks: Mapping[int, str], days: Days, changed: int) -> Sequence[Any]:
    seconds = changed // 1000
    types = {str(TYPES[kind].id): as_json(kind, seconds) for kind in TYPES}
    known = {str(id_): _deck(id_, name, seconds) for id_, name in {DEFAULT: "Default", **decks}.items()}
    texts: tuple[dict[str, Any], ...] = (_settings(days, cards), types, known, {str(DEFAULT): _OPTIONS}, {})
    return (1, days.created, changed, changed, _VERSION, 0, 0, 0, *map(_json, texts))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _settings(days: Days, cards: int) -> dict[str, Any]:
    return {
        "activeDecks": [DEFAULT],
        "curDeck": DEFAULT,
        "curModel": TYPES["basic"].id,
        "newSpread": 0,
        "collapseTime": 1200,
        "timeLim": 0,
        "estTimes": True,
        "dueCounts": True,
        "nextPos": cards + 1,
        "sortType": "noteFld",
        "sortBackwards": False,
        "addToCur": True,
        "dayLearnFirst": False,
        "schedVer": _SCHEDULER,
        "sched2021": True,
        "creationOffset": days.minutes_west,
        "rollover": days.hour,
    }


def _deck(id_: int, name: str, changed: int) -> dict[str, Any]:
    today = {key: [0, 0] for key in ("lrnToday", "revToday", "newToday", "timeToday")}
    return {
        "id": id_,
        "mod": changed,
        "name": name,
        "usn": -1,
        **today,
        "collapsed": False,
        "browserCollapsed": False,
        "desc": "",
        "dyn": 0,
        "conf": DEFAULT,
        "extendNew": 0,
        "extendRev": 0,
    }


_OPTIONS = {
    "id": DEFAULT,
    "mod": 0,
    "name": "Default",
    "usn": 0,
    "maxTaken": 60,
    "autoplay": True,
    "timer": 0,
    "replayq": True,
    "new": {"bury": False, "delays": [1.0, 10.0], "initialFactor": 2500, "ints": [1, 4, 0], "order": 1, "perDay": 20},
    "rev": {"bury": False, "ease4": 1.3, "ivlFct": 1.0, "maxIvl": 36500, "perDay": 200, "hardFactor": 1.2},
    "lapse": {"delays": [10.0], "leechAction": 1, "leechFails": 8, "minInt": 1, "mult": 0.0},
    "dyn": False,
}
