"""Machines of one learner, each with a home of its own, and perhaps a folder that they share."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

from quizapp.config import configured
from quizapp.paths import Places
from quizapp.scheduling.day import learners_day
from quizapp.scheduling.fold import Standing, fold
from quizapp.scheduling.grades import Grade
from quizapp.scheduling.log import Entry, What
from quizapp.scheduling.sm2 import SM2
from quizapp.store.collection import Collection
from quizapp.store.values import LogRow
from quizapp.study.merging.merge import Merged
from quizapp.study.merging.sources import rows_in
from quizapp.study.merging.synchronizing import Synchronized, synchronize
from quizapp.study.merging.taking import take
from quizapp.study.opening import Desk
from tests.conftest import NOW

_numbers = count(1)


@dataclass
class Machine:
    """A machine; `shared` is its view of the folder."""

    desk: Desk
    shared: Path | None

    @property
    def collection(self) -> Collection:
        return self.desk.collection

    @property
    def file(self) -> Path:
        """Its own file in the folder."""
        assert self.shared is not None
        return self.shared / f"{self.collection.device}.jsonl"

    @property
    def path(self) -> Path:
        return self.desk.places.database

    def answer(self, *cards: str, at: datetime | None = None, grade: Grade = Grade.GOOD) -> list[LogRow]:
        """Answers cards, a moment after whatever any machine did before."""
        rows = [answer(card, at, grade, self.collection.device) for card in cards]
        self.collection.append(rows)
        return rows

    def share(self, folder: Path) -> None:
        """Takes another folder."""
        self.shared = folder
        self.write(f"sync_folder = '{folder}'")

    def write(self, *lines: str) -> None:
        """Writes the settings file anew; the machine is called as its home is."""
        places = self.desk.places
        name = f"machine_name = '{places.data.name}'"
        places.config_file.write_text("\n".join([name, *lines]), encoding="utf-8")
        self.desk.configured = configured(places.config_file, self.collection.settings())

    def sync(self) -> Synchronized:
        return synchronize(self.desk, NOW)

    def merge(self, other: "Machine | Path", dry_run: bool = False) -> Merged:
        path = other.path if isinstance(other, Machine) else other
        with rows_in(path, NOW) as taken:
            return take(self.desk, taken, path.name, NOW, dry_run)

    def uuids(self) -> set[str]:
        return set(self.collection.every_uuid()[1])

    def standings(self, cards: Sequence[str]) -> dict[str, Standing]:
        return {card: self.collection.standing(card) for card in cards}

    def reopen(self) -> None:
        """The program ended and started again."""
        self.collection.close()
        places = self.desk.places
        self.desk.collection = Collection(places.database, places.backups, NOW)


def machine(home: Path, shared: Path | None = None) -> Machine:
    """A machine with an empty log, or with what is in its home already."""
    places = Places(home, home)
    if not places.database.exists():
        home.mkdir(parents=True, exist_ok=True)
        places.database.write_bytes(_empty())
    collection = Collection(places.database, places.backups, NOW)
    made = Machine(Desk(places, collection, configured(places.config_file)), shared)
    made.write(*([f"sync_folder = '{shared}'"] if shared else []))
    return made


def answer(card: str, at: datetime | None = None, grade: Grade = Grade.GOOD, device: str = "elsewhere") -> LogRow:
    """An answer that no log has yet."""
    moment = at or NOW + timedelta(milliseconds=next(_numbers))
    entry = Entry(str(uuid4()), card, moment, learners_day(moment), What.ANSWER, grade)
    return LogRow(entry, 1200, {"typed": "卷积 \n \x1b[2J", "right": True}, device)


def union(logs: Mapping[str, Sequence[Entry]]) -> dict[str, Standing]:
    """Where each card stands by the fold of all its entries."""
    return {card: fold(entries, SM2()) for card, entries in logs.items()}


def written(folder: Path) -> list[str]:
    """The uuids of all rows in the folder's files."""
    lines = [json.loads(line) for file in folder.glob("*.jsonl") for line in file.read_text("utf-8").splitlines()]
    return sorted(line["uuid"] for line in lines if "uuid" in line)


@cache
def _empty() -> bytes:
    """A database without a row, nor a name for its device: quicker to copy than to migrate."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "empty.db"
        Collection(path, Path(folder), NOW).close()
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("DELETE FROM setting")
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
        return path.read_bytes()
