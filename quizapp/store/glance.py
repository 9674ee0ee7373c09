"""What waits, at a glance, through the standard library's sqlite3: SQLAlchemy takes 350 ms to import, a prompt has 100.

The statements are those of `queries`, which a test holds them equal to. Nothing is written.
"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from quizapp.errors import StoreError
from quizapp.store.failures import NONSENSE, nonsense, store_error
from quizapp.store.looking import look_into
from quizapp.store.own_keys import NO_CHOICES
from quizapp.store.revisions import REVISIONS, revision_of
from quizapp.store.values import DayCounts, Waiting

_STUDIED = "card.id, card.family, card.deck, deck.position, card.topic"
_IN_USE = "card.archived_at IS NULL"
_AWAKE = "NOT schedule.suspended AND (schedule.buried_until IS NULL OR schedule.buried_until <= :day)"
_PLACED = "JOIN deck ON deck.id = card.deck JOIN topic ON topic.id = card.topic"
_ORDER = "ORDER BY deck.position, card.deck, topic.position, card.topic, card.position, card.id"

_DUE = f"""
SELECT {_STUDIED}, schedule.due, schedule.interval, schedule.answered
FROM card JOIN schedule ON schedule.card = card.id {_PLACED}
WHERE {_IN_USE} AND {_AWAKE} AND schedule.due <= :day {_ORDER}
"""  # noqa: S608  put together from the constants above
_NEW = f"""
SELECT {_STUDIED}
FROM card LEFT JOIN schedule ON schedule.card = card.id {_PLACED}
WHERE {_IN_USE} AND (schedule.card IS NULL OR {_AWAKE} AND schedule.introduced IS NULL) {_ORDER}
"""  # noqa: S608  the same
_ANSWERED = """
SELECT card.family, card.id FROM card JOIN schedule ON schedule.card = card.id
WHERE schedule.answered = :day ORDER BY card.id
"""
_COUNTS = "SELECT coalesce(sum(introduced = :day), 0), count(*) FROM schedule WHERE answered = :day"
_NEXT_DUE = f"""
SELECT min(max(schedule.due, :following)) FROM schedule JOIN card ON card.id = schedule.card
WHERE {_IN_USE} AND NOT schedule.suspended
"""  # noqa: S608  the same


@dataclass(frozen=True, slots=True)
class Glance:
    """What the collection says of one day: see the queries of the same names."""

    due: tuple[Waiting, ...]
    new: tuple[Waiting, ...]
    answered: dict[str, str]
    counts: DayCounts
    next_due: date | None


def glance(path: Path, day: date) -> Glance | None:
    """What waits on `day` in the database at `path`; None where there is none yet. Raises StoreError."""
    with _connected(path) as connection:
        if connection is None:
            return None
        bound = {"day": day.isoformat(), "following": (day + timedelta(days=1)).isoformat()}
        fresh, all_ = connection.execute(_COUNTS, bound).fetchone()
        next_due = connection.execute(_NEXT_DUE, bound).fetchone()[0]
        return Glance(
            due=tuple(_waiting(*row) for row in connection.execute(_DUE, bound)),
            new=tuple(_waiting(*row) for row in connection.execute(_NEW, bound)),
            answered=dict(connection.execute(_ANSWERED, bound).fetchall()),
            counts=DayCounts(new=fresh, reviews=all_ - fresh),
            next_due=_date(next_due),
        )


def choices(path: Path) -> dict[str, Any]:
    """The choices made in the interface: the same as `Collection.settings`. Raises StoreError."""
    with _connected(path) as connection:
        rows = [] if connection is None else connection.execute("SELECT key, value FROM setting").fetchall()
    return {key: json.loads(value) for key, value in rows if key not in NO_CHOICES}


@contextmanager
def _connected(path: Path) -> Iterator[sqlite3.Connection | None]:
    """A connection that only reads, and sees one state throughout; None where nothing was ever kept."""
    try:
        if not path.exists():
            yield None
            return
        with closing(look_into(path)) as connection:
            connection.execute("BEGIN")
            yield connection if _current(connection, path) else None
    except (OSError, sqlite3.Error) as error:
        raise store_error(str(path), error) from error
    except NONSENSE as error:
        raise nonsense(error) from error


def _current(connection: sqlite3.Connection, path: Path) -> bool:
    """False for an empty database. Raises StoreError for a schema other than today's."""
    revision = revision_of(connection, path)
    if revision not in (None, REVISIONS[-1]):
        raise StoreError(f"{path} was written by an older quizapp", "start quizapp once: it brings it up to date")
    return revision is not None


def _waiting(
    card: str,
    family: str,
    deck: str,
    position: int,
    topic: str,
    due: str | None = None,
    interval: int = 0,
    answered: str | None = None,
) -> Waiting:
    return Waiting(card, family, deck, position, topic, _date(due), interval, _date(answered))


def _date(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
