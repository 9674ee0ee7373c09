"""A session's turn: what it writes and what it goes on with, in one transaction."""

from collections.abc import Sequence
from datetime import date

from quizapp.cards.models import Card
from quizapp.scheduling.fold import Standing
from quizapp.scheduling.memory import Scheduler
from quizapp.store.log import lately, record
from quizapp.store.statements.prepared import Through
from quizapp.store.values import LogRow


class Turn:
    """What is seen and appended in a transaction: nobody else writes until it ends."""

    def __init__(self, connection: Through, scheduler: Scheduler, device: str) -> None:
        self._connection = connection
        self._scheduler = scheduler
        self._device = device

    def append(self, rows: Sequence[LogRow], shown: Standing | None = None) -> None:
        """Appends rows and folds their cards' schedules on. New rows of one card may say where it stood when `shown`.

        Raises Overtaken where they answer it and its memory is another one: it was answered elsewhere.
        """
        record.append(self._connection, rows, self._scheduler, shown)

    def shown(self, id_: str) -> tuple[Card, Standing] | None:
        """A card in use and where it stands by now; None where there is none of that id."""
        return record.shown(self._connection, id_, self._scheduler)

    def deeds(self, day: date, most: int | None = None) -> Sequence[LogRow]:
        """The last things done on this device on one of the learner's days, and not taken back; oldest first."""
        return lately.deeds(self._connection, day, self._device, most)
