"""What `quizapp doctor` asks of a database: nothing is made, upgraded, backed up or mended."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, FromClause, exists, func, literal_column, select

from quizapp.errors import StoreError
from quizapp.i18n import F_
from quizapp.scheduling.log import ANSWERS, What
from quizapp.scheduling.memory import Scheduler
from quizapp.scheduling.sm2 import SM2
from quizapp.store.choosing import choices as kept_choices
from quizapp.store.engines.database import Place, database
from quizapp.store.engines.engine import reading
from quizapp.store.log import folding
from quizapp.store.schema import tables
from quizapp.store.schema.revisions import REVISIONS
from quizapp.store.searching import queries

_NO_BACKUPS = Path(os.devnull)
"""Who looks makes none, and looks for none."""


@dataclass(frozen=True)
class Holdings:
    """How many cards in use, faults of card files and rows of the log there are."""

    cards: int
    faults: int
    rows: int


def revision(place: Place) -> str | None:
    """The revision of the schema, None for an empty database. Raises StoreError: see `revisions`."""
    with _opened(place) as (_, found):
        return found


def holdings(place: Place) -> Holdings:
    """What the database holds. Raises StoreError."""
    with _looking(place) as connection:
        cards = select(func.count()).select_from(tables.card).where(tables.card.c.archived_at.is_(None))
        faults = select(func.count()).select_from(tables.fault).where(tables.fault.c.note.is_(False))
        rows = select(func.count()).select_from(tables.log)
        return Holdings(*(connection.execute(count).scalar_one() for count in (cards, faults, rows)))


def days_to_come(place: Place, after: date) -> dict[str, date]:
    """The cards of which the log has an entry of a day `after` one, undone or reset by none, with the first such day.

    Raises StoreError.
    """
    log, later = tables.log, tables.log.alias()
    # By the column itself SQLite would group all of the log, and look at days afterwards.
    card = log.c.card + literal_column("''")
    is_reset = later.c.card == log.c.card, later.c.what == What.RESET.value, later.c.at > log.c.at
    reset = select(later.c.uuid).where(*is_reset, ~_taken_back(later))
    counts = log.c.what.in_([what.value for what in (*ANSWERS, What.LEARNED)])
    found = (
        select(card.label("card"), func.min(log.c.day).label("day"))
        .where(log.c.day > after, counts, ~_taken_back(log), ~exists(reset))
        .group_by(card)
        .order_by(func.min(log.c.day), card)
    )
    with _looking(place) as connection:
        return {row.card: row.day for row in connection.execute(found)}


def _taken_back(row: FromClause) -> ColumnElement[bool]:
    """True for a row of the log that an undo of its card names."""
    undo = tables.log.alias()
    return exists().where(undo.c.undoes == row.c.uuid, undo.c.card == row.c.card)


def differences(place: Place, scheduler: Scheduler | None = None) -> list[str]:
    """The cards whose schedule is not the fold of their log. Raises StoreError."""
    with _looking(place) as connection:
        return folding.differences(connection, scheduler or SM2())


def read_through(place: Place) -> None:
    """Reads everything that is kept, cards and all. Raises Damaged where something cannot be read or makes no sense."""
    with _looking(place) as connection:
        folding.differences(connection, SM2())
        kept_choices(connection)
        for read in (queries.decks, queries.topics, queries.faults, queries.ids):
            read(connection)
        for id_ in connection.execute(select(tables.card.c.id)).scalars().all():
            queries.card(connection, id_)


def choices(place: Place) -> dict[str, Any]:
    """The choices made in the interface, none where nothing was ever kept. Raises StoreError."""
    with _opened(place) as (engine, found):
        if found is None:
            return {}
        _refuse_older(place, found)
        with reading(engine) as connection:
            return kept_choices(connection)


@contextmanager
def _looking(place: Place) -> Iterator[Connection]:
    with _opened(place) as (engine, found):
        _refuse_older(place, found)
        with reading(engine) as connection:
            yield connection


@contextmanager
def _opened(place: Place) -> Iterator[tuple[Engine, str | None]]:
    """An engine on the database, and the revision of its schema."""
    if isinstance(place, Path) and not place.is_file():
        # It must not be made here.
        raise StoreError(F_("there is no file {path}", path=place), F_("name a database file"))
    looked_into = database(place, _NO_BACKUPS)
    engine = looked_into.open()
    try:
        yield engine, looked_into.revision(engine)
    finally:
        engine.dispose()


def _refuse_older(place: Place, found: str | None) -> None:
    if found != REVISIONS[-1]:
        what = F_("{path} was written by an older quizapp", path=place)
        raise StoreError(what, F_("start quizapp once: it brings it up to date"))
