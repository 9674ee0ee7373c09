"""The collection's part that takes in rows of another log: weighed first, by any process, then written."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from sqlalchemy import Engine, select

from quizapp.scheduling.memory import Scheduler
from quizapp.store.counting import past
from quizapp.store.engines.engine import Straight, straight
from quizapp.store.log import folding, record
from quizapp.store.log.folding import Stood
from quizapp.store.log.rows import Columns
from quizapp.store.schema import tables
from quizapp.store.statements.among import Among

_log, _listing = tables.log, tables.listing
_THOSE = Among(select(_log), _log.c.uuid)
_USED = Among(select(_listing.c.card), _listing.c.card)


class Incoming:
    """Rows that come in, in one transaction: on disk when it ends."""

    def __init__(self, connection: Straight, scheduler: Scheduler) -> None:
        self._connection = connection
        self._scheduler = scheduler
        self.length = past.length(connection)
        """How many rows the log has by now."""

    def add(self, rows: Sequence[Columns], standings: Mapping[str, Stood]) -> int:
        """Appends rows; how many were not there yet. Their cards stand where `standings` say, if all of them are new.

        Cards that it does not name are folded anew.
        """
        added = record.append_columns(self._connection, rows, standings, self._scheduler)
        self.length += added
        return added


class Union:
    """What is asked before rows come in, and how they do."""

    _engine: Engine
    scheduler: Scheduler

    def known(self, uuids: Sequence[str]) -> dict[str, Columns]:
        """The rows that have these uuids, by them."""
        with straight(self._engine, much=True) as connection:
            return {columns[0]: columns for columns in _THOSE.rows(connection, uuids)}

    def used(self, cards: Iterable[str]) -> set[str]:
        """Those of these cards that are in use."""
        with straight(self._engine) as connection:
            return {card for (card,) in _USED.rows(connection, sorted(cards))}

    def standings_with(self, rows: Sequence[Columns]) -> dict[str, Stood]:
        """Where the cards of further rows would stand with them."""
        with straight(self._engine, much=True) as connection:
            return folding.folded_with(connection, rows, self.scheduler)

    @contextmanager
    def taking_in(self) -> Iterator[Incoming]:
        """A transaction in which rows come in."""
        with straight(self._engine, writes=True, much=True) as connection:
            yield Incoming(connection, self.scheduler)
