"""A first look into a database, for the first picture: through the standard library's sqlite3, and nothing is written.

SQLAlchemy and pydantic are imported once the picture is there: together they take 200 ms.
"""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from quizapp.store.engines.looking import look_into
from quizapp.store.engines.soundness import refuse_damaged
from quizapp.store.schema.revisions import REVISIONS, revision_of
from quizapp.store.statements.texts import Statement
from quizapp.store.waiting.glance import asked_of, choices_of, told
from quizapp.store.waiting.known import Known

_DECKS = Statement(
    "SELECT id, titles FROM deck"
    " WHERE EXISTS (SELECT 1 FROM card WHERE card.deck = deck.id AND card.archived_at IS NULL) ORDER BY position, id"
)
_CARD = Statement("SELECT content FROM card WHERE id = :card AND archived_at IS NULL")
_TOPIC = Statement("SELECT content FROM topic WHERE id = :topic")


class Named(NamedTuple):
    """A deck's id and titles."""

    id: str
    titles: Mapping[str, str]


class FirstLook(Known):
    """A database as it was at one moment. What goes wrong is told by StoreError."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def choices(self) -> dict[str, Any]:
        """The choices made in the interface."""
        with told(self._path):
            return choices_of(self._connection)

    def decks(self) -> Sequence[Named]:
        """The decks that have cards, in their order."""
        with told(self._path):
            return [Named(id_, json.loads(titles)) for id_, titles in self._ask(_DECKS)]

    def card(self, id_: str) -> dict[str, Any] | None:
        """What the JSON of a card in use says."""
        return self._json(_CARD, card=id_)

    def topic_titles(self, id_: str) -> Mapping[str, str]:
        """A topic's titles, by language."""
        found = self._json(_TOPIC, topic=id_)
        return found["titles"] if found else {}

    def close(self) -> None:
        """Looks no more."""
        self._connection.close()

    def _json(self, statement: Statement, **given: str) -> dict[str, Any] | None:
        for (content,) in self._ask(statement, **given):
            with told(self._path):
                found: dict[str, Any] = json.loads(content)
                return found
        return None

    def _ask(self, statement: Statement, /, **given: date | str | int) -> Iterable[tuple[Any, ...]]:
        with told(self._path):
            return asked_of(self._connection)(statement, **given)


def first_look(path: Path, backups: Path) -> FirstLook | None:
    """A look into the database at `path`; None where nothing was kept yet, or an older program kept it.

    Raises StoreError.
    """
    refuse_damaged(path, backups)
    with told(path):
        if not path.exists():
            return None
        connection = look_into(path, patience=0)  # whoever opens it waits, and a picture is not worth waiting twice
        try:
            connection.execute("BEGIN")
            current = revision_of(connection, path) == REVISIONS[-1]
        except BaseException:
            connection.close()
            raise
        if not current:
            connection.close()
            return None
        return FirstLook(connection, path)
