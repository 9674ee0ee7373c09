"""The collection's part that hands out what is kept of many cards at once: for exports."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from sqlalchemy import Engine, select

from quizapp.cards.models import Card
from quizapp.scheduling.fold import Standing
from quizapp.store.engines.engine import reading, sensible
from quizapp.store.log.folding import Stood, standings_of, stood_of
from quizapp.store.log.rows import Columns, read_rows
from quizapp.store.schema import tables
from quizapp.store.statements.among import Among
from quizapp.store.statements.driver import one_by_one, plainly
from quizapp.store.values import LogRow

_card, _log = tables.card, tables.log
# What is archived is told here: asked for such as are not, SQLite would look at all of those instead of these.
_CARDS = Among(select(_card.c.id, _card.c.content, _card.c.archived_at.is_(None)), _card.c.id)
_DIGESTS = select(tables.source_file.c.path, tables.source_file.c.digest)
_HISTORIES = Among(select(_log).order_by(_log.c.card, _log.c.at, _log.c.uuid), _log.c.card)
_ROWS = select(_log).order_by(_log.c.at, _log.c.uuid)


class Carrying:
    """What is asked card by card elsewhere, of hundreds with one statement; and all of the log."""

    _engine: Engine

    def cards(self, ids: Sequence[str]) -> dict[str, Card]:
        """Those of these cards that are in use, by their ids."""
        with sensible():
            return {id_: Card.model_validate_json(content) for id_, content in self.contents(ids).items()}

    def contents(self, ids: Sequence[str]) -> dict[str, str]:
        """The same as JSON: a model of each takes as long again as all that an export makes of it."""
        with reading(self._engine) as connection:
            return {id_: content for id_, content, is_in_use in _CARDS.rows(connection, ids) if is_in_use}

    def digests(self) -> dict[str, str]:
        """The digests of the files that cards were read from, by path: BLAKE2b of 16 bytes, as hexadecimal digits."""
        with reading(self._engine) as connection:
            return dict(plainly(connection, _DIGESTS))

    def standings(self, ids: Sequence[str]) -> dict[str, Standing]:
        """Where these cards stand; those of which nothing was ever logged are left out."""
        with reading(self._engine) as connection:
            return standings_of(connection, ids)

    def stood(self, ids: Sequence[str]) -> dict[str, Stood]:
        """The same as columns."""
        with reading(self._engine) as connection:
            return dict(stood_of(connection, ids))

    def histories(self, ids: Sequence[str]) -> dict[str, list[LogRow]]:
        """All rows of each of these cards, oldest first; cards of which nothing was ever logged are left out."""
        with reading(self._engine) as connection:
            rows = read_rows(_HISTORIES.rows(connection, ids))
            return {card: list(found) for card, found in groupby(rows, attrgetter("entry.card"))}

    def rows(self) -> Iterator[Columns]:
        """All rows of the log as columns, oldest first; such as come meanwhile are not among them."""
        with reading(self._engine) as connection:
            yield from one_by_one(connection, _ROWS)
