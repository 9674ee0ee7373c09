"""The collection: all that the program keeps, behind one door."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date, datetime
from pathlib import Path

from quizapp.cards.faults import Fault
from quizapp.cards.folders import LARGEST_FILE
from quizapp.cards.models import Card, Deck, Topic
from quizapp.errors import Damaged, StoreError
from quizapp.scheduling.fold import Standing
from quizapp.scheduling.memory import Scheduler
from quizapp.scheduling.sm2 import SM2
from quizapp.store.choosing import Choosing
from quizapp.store.counting import kept
from quizapp.store.counting.looking_back import LookingBack
from quizapp.store.engines.database import Place, database
from quizapp.store.engines.engine import reading, sensible, straight, writing
from quizapp.store.files.keeping_sound import Judge
from quizapp.store.files.reading import Progress, Reading, read_folders
from quizapp.store.log import folding, lately, record
from quizapp.store.log.carrying import Carrying
from quizapp.store.log.sharing import Sharing
from quizapp.store.log.turn import Turn
from quizapp.store.log.union import Union
from quizapp.store.schema.upgrading import bring_up_to_date
from quizapp.store.searching import queries
from quizapp.store.searching.finding import Finding
from quizapp.store.values import LogRow
from quizapp.store.waiting.awaiting import Awaiting
from quizapp.store.waiting.counts import Waiting

_MANY = 1000
"""Rows."""


class Collection(Awaiting, Finding, Carrying, LookingBack, Sharing, Union, Choosing):
    """An open database. Reads see what is committed; each write is one short transaction, durable when it returns.

    `warning` is what went wrong without keeping it from opening: the day's backup could not be made.
    """

    def __init__(self, place: Place, backups: Path, now: datetime, scheduler: Scheduler | None = None) -> None:
        """Opens the database at `place`, made or upgraded where need be. Raises StoreError."""
        self.place = place
        self.scheduler = scheduler or SM2()
        self._database = database(place, backups)
        self._engine = self._database.open()
        try:
            existed = bring_up_to_date(self._engine, self._database, now)
            self.warning = self._back_up(now) if existed else None
            self.device = self._database.device(self.own_device())
        except BaseException:
            self._engine.dispose()
            raise

    @property
    def path(self) -> Path:
        """The file of a collection that is kept in one."""
        assert isinstance(self.place, Path), "it is kept by a server"
        return self.place

    def _back_up(self, now: datetime) -> StoreError | None:
        """The day's backup. One that fails must not keep anybody from learning, nor go unnoticed.

        It may fail because all that was learned is in danger: Damaged is raised.
        """
        try:
            self._database.back_up(now)
        except Damaged:
            raise
        except StoreError as error:
            return error
        return None

    def close(self) -> None:
        """Closes the database, everything in its main file."""
        with suppress(StoreError):  # nothing is lost: the next program that opens the file reads the log beside it
            self.checkpoint()
        self._engine.dispose()

    def __enter__(self) -> "Collection":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def checkpoint(self) -> None:
        """Tidies the database up: for a moment in which nobody waits. Raises StoreError."""
        self._database.tidy(self._engine)

    # The library

    def read_folders(
        self,
        roots: Sequence[Path],
        now: datetime,
        progress: Progress | None = None,
        judge: Judge | None = None,
        largest: int = LARGEST_FILE,
    ) -> Reading:
        """Brings the collection up to date with the card files: see `reading.read_folders`."""
        return read_folders(self._engine, roots, now, progress, judge, largest)

    def decks(self) -> list[Deck]:
        """The decks that have cards, in their order."""
        with reading(self._engine) as connection:
            return queries.decks(connection)

    def topics(self) -> list[Topic]:
        """The topics that have cards, without them."""
        with reading(self._engine) as connection:
            return queries.topics(connection)

    def topic(self, id_: str) -> Topic | None:
        """A topic, without its cards."""
        with reading(self._engine) as connection:
            return queries.topic(connection, id_)

    def files(self, topic: str) -> list[Path]:
        """The card files that hold a topic, or put cards into it."""
        with reading(self._engine) as connection:
            return queries.files(connection, topic)

    def card(self, id_: str) -> Card | None:
        """A card in use; None where there is none of that id."""
        with reading(self._engine) as connection:
            return queries.card(connection, id_)

    def shown(self, id_: str) -> tuple[Card, Standing] | None:
        """A card in use and where it stands; None where there is none of that id."""
        with straight(self._engine) as connection:
            return record.shown(connection, id_, self.scheduler)

    def ids(self) -> list[str]:
        """The ids of all cards in use, in the decks' order."""
        with reading(self._engine) as connection:
            return queries.ids(connection)

    def named(self, name: str) -> list[str]:
        """The ids that `name` may mean: the whole id, or the part after the slash."""
        with reading(self._engine) as connection:
            return queries.named(connection, name)

    def faults(self) -> list[Fault]:
        """The faults of the card files, as last read."""
        with reading(self._engine) as connection:
            return queries.faults(connection)

    # The schedule

    def every(self) -> list[Waiting]:
        """All cards that are not suspended."""
        with reading(self._engine) as connection:
            return queries.every(connection)

    def due_by_day(self, until: date) -> dict[date, int]:
        """How many cards fall due on each day up to `until`."""
        with reading(self._engine) as connection:
            return queries.due_by_day(connection, until)

    def standing(self, card: str) -> Standing:
        """Where a card stands."""
        with straight(self._engine) as connection:
            return folding.standings_of(connection, [card]).get(card) or Standing(self.scheduler.first())

    # The log

    def append(self, rows: Sequence[LogRow]) -> int:
        """Appends rows and folds their cards' schedules on: on disk when it returns. How many were not there yet."""
        with straight(self._engine, writes=True, much=len(rows) >= _MANY) as connection:
            return record.append(connection, rows, self.scheduler)

    @contextmanager
    def turn(self) -> Iterator[Turn]:
        """A transaction in which a session appends rows and goes on: on disk when it ends, or nothing of it written."""
        with straight(self._engine, writes=True) as connection:
            yield Turn(connection, self.scheduler, self.device)

    def missing(self, rows: Sequence[LogRow]) -> list[LogRow]:
        """Those of these rows whose uuid the log does not have."""
        with reading(self._engine) as connection:
            return record.missing(connection, rows)

    def history(self, card: str) -> list[LogRow]:
        """All rows of a card, oldest first."""
        with reading(self._engine) as connection:
            return record.history(connection, card)

    def of_day(self, day: date) -> list[LogRow]:
        """All rows of one of the learner's days, oldest first."""
        with reading(self._engine) as connection:
            return record.of_day(connection, day)

    def latest(self, day: date) -> datetime | None:
        """The instant of the last row of this device on one of the learner's days."""
        with straight(self._engine) as connection:
            return lately.latest(connection, day, self.device)

    def since(self, at: datetime) -> list[LogRow]:
        """All rows from an instant on, oldest first."""
        with reading(self._engine) as connection:
            return record.since(connection, at)

    def differences(self) -> list[str]:
        """The cards whose schedule is not the fold of their log."""
        with reading(self._engine) as connection:
            return folding.differences(connection, self.scheduler)

    def rebuild(self) -> folding.Rebuilt:
        """Writes the schedule anew from the log, and forgets what was counted of it."""
        with writing(self._engine, much=True) as connection, sensible():
            kept.forget(connection)
            return record.rebuild(connection, self.scheduler)
