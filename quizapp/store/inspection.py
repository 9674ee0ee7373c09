"""What `quizapp doctor` asks of a database: nothing is made, upgraded, backed up or mended."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, func, select

from quizapp.errors import StoreError
from quizapp.scheduling.memory import Scheduler
from quizapp.scheduling.sm2 import SM2
from quizapp.store import record, tables
from quizapp.store.engine import open_engine, reading
from quizapp.store.failures import store_error
from quizapp.store.looking import look_into
from quizapp.store.revisions import REVISIONS, revision_of


@dataclass(frozen=True)
class Holdings:
    """How many cards in use, faults of card files and rows of the log there are."""

    cards: int
    faults: int
    rows: int


def revision(path: Path) -> str | None:
    """The revision of the schema, None for an empty file. Raises StoreError: see `revision_of`."""
    try:
        with closing(look_into(path)) as connection:
            return revision_of(connection, path)
    except sqlite3.Error as error:
        raise store_error(str(path), error) from error


def holdings(path: Path) -> Holdings:
    """What the database holds. Raises StoreError."""
    with _looking(path) as connection:
        cards = select(func.count()).select_from(tables.card).where(tables.card.c.archived_at.is_(None))
        faults = select(func.count()).select_from(tables.fault).where(tables.fault.c.note.is_(False))
        rows = select(func.count()).select_from(tables.log)
        return Holdings(*(connection.execute(count).scalar_one() for count in (cards, faults, rows)))


def differences(path: Path, scheduler: Scheduler | None = None) -> list[str]:
    """The cards whose schedule is not the fold of their log. Raises StoreError."""
    with _looking(path) as connection:
        return record.differences(connection, scheduler or SM2())


@contextmanager
def _looking(path: Path) -> Iterator[Connection]:
    if revision(path) != REVISIONS[-1]:
        raise StoreError(f"{path} was written by an older quizapp", "start quizapp once: it brings it up to date")
    engine = open_engine(path)
    try:
        with reading(engine) as connection:
            yield connection
    finally:
        engine.dispose()
