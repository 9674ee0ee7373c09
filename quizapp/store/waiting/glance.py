"""What waits, at a glance, through the standard library's sqlite3: SQLAlchemy takes 350 ms to import, a prompt has 50.

Nothing is written.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from quizapp.errors import StoreError
from quizapp.i18n import F_
from quizapp.store.engines.failures import NONSENSE, nonsense, store_error
from quizapp.store.engines.looking import FAILS, look_into
from quizapp.store.schema.own_keys import NO_CHOICES
from quizapp.store.schema.revisions import REVISIONS, revision_of
from quizapp.store.statements.texts import Ask, Statement, with_days
from quizapp.store.waiting.waits import Waits


@contextmanager
def glance(path: Path, day: date) -> Iterator[Waits | None]:
    """What waits on `day` in the database at `path`, all of one moment; None where there is none yet.

    Raises StoreError.
    """
    with _connected(path) as connection:
        yield None if connection is None else Waits(asked_of(connection), day)


def asked_of(connection: sqlite3.Connection) -> Ask:
    """What puts statements to a database that is open."""
    return partial(_ask, connection)


def choices(path: Path) -> dict[str, Any]:
    """The choices made in the interface: the same as `Collection.settings`. Raises StoreError."""
    with _connected(path) as connection:
        return {} if connection is None else choices_of(connection)


def choices_of(connection: sqlite3.Connection) -> dict[str, Any]:
    """The same of a database that is open."""
    rows = connection.execute("SELECT key, value FROM setting")
    return {key: json.loads(value) for key, value in rows if key not in NO_CHOICES}


@contextmanager
def told(path: Path) -> Iterator[None]:
    """For code that reads the database at `path`: what goes wrong is raised as StoreError."""
    try:
        yield
    except FAILS as error:
        raise store_error(str(path), error) from error
    except NONSENSE as error:
        raise nonsense(error) from error


@contextmanager
def _connected(path: Path) -> Iterator[sqlite3.Connection | None]:
    """A connection that only reads, and sees one state throughout; None where nothing was ever kept."""
    with told(path):
        if not path.exists():
            yield None
            return
        with closing(look_into(path)) as connection:
            connection.execute("BEGIN")
            yield connection if _current(connection, path) else None


def _current(connection: sqlite3.Connection, path: Path) -> bool:
    """False for an empty database. Raises StoreError for a schema other than today's."""
    revision = revision_of(connection, path)
    if revision not in (None, REVISIONS[-1]):
        what = F_("{path} was written by an older quizapp", path=path)
        raise StoreError(what, F_("start quizapp once: it brings it up to date"))
    return revision is not None


def _ask(
    connection: sqlite3.Connection, statement: Statement, /, **given: date | str | int
) -> Iterable[tuple[Any, ...]]:
    texts = {name: value.isoformat() if isinstance(value, date) else value for name, value in given.items()}
    return [with_days(row, statement.days) for row in connection.execute(statement.text, texts)]
