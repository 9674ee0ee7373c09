"""All that was ever answered, as statistics read it: few columns, in one pass, what was taken back left out."""

from collections.abc import Iterator

from sqlalchemy import Connection, Text, case, exists, select, type_coerce

from quizapp.scheduling.grades import Grade
from quizapp.scheduling.log import What
from quizapp.store import tables
from quizapp.store.queries import ORDER, PLACED
from quizapp.store.record import memory_in
from quizapp.store.types import Json
from quizapp.store.values import Happened, Held

_log, _card, _schedule = tables.log, tables.card, tables.schedule
_SHORT = frozenset({What.SUSPEND, What.RESUME, What.BURY})
"""What says nothing of how well a card is known."""


def past(connection: Connection) -> Iterator[Happened]:
    """Every row that says how well a card was known, or begins it anew: card by card, oldest first."""
    undo = _log.alias()
    undone = exists().where(undo.c.what == What.UNDO.value, undo.c.undoes == _log.c.uuid)
    # What was answered is read where it matters only: to read it everywhere takes longer than all the rest.
    text = type_coerce(_log.c.answered, Text)
    matters = (_log.c.what == What.LEARNED.value) | text.contains('"mistake":"')
    told = type_coerce(case((matters, text)), Json)
    columns = (_log.c.card, _log.c.at, _log.c.day, _log.c.what, _log.c.grade, _log.c.milliseconds, told)
    left_out = [what.value for what in (*sorted(_SHORT), What.UNDO)]
    statement = select(*columns).where(_log.c.what.not_in(left_out), ~undone)
    whats = {what.value: what for what in What}
    grades: dict[int | None, Grade | None] = {None: None, **{int(grade): grade for grade in Grade}}
    for card, at, day, what, grade, milliseconds, answered in connection.execute(
        statement.order_by(_log.c.card, _log.c.at, _log.c.uuid)
    ):
        kind = whats[what]
        mistake = str(answered.get("mistake") or "") if answered else ""
        memory = memory_in(answered) if kind is What.LEARNED else None
        yield Happened(card, at, day, kind, grades[grade], milliseconds or 0, mistake, memory)


def held(connection: Connection) -> list[Held]:
    """Every card that is or was there, in the decks' order, with where it stands."""
    columns = (
        *(_card.c.id, _card.c.deck, _card.c.topic, _card.c.archived_at.is_(None)),
        *(_schedule.c.due, _schedule.c.interval, _schedule.c.easiness, _schedule.c.repetitions, _schedule.c.lapses),
        *(_schedule.c.unsettled, _schedule.c.suspended, _schedule.c.introduced),
    )
    statement = select(*columns).select_from(PLACED.outerjoin(_schedule, _schedule.c.card == _card.c.id))
    return [Held(*row) for row in connection.execute(statement.order_by(*ORDER))]
