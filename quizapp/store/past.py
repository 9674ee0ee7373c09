"""All that was ever answered, as statistics read it: few columns, in one pass, what was taken back left out."""

import json

from sqlalchemy import BigInteger, Connection, Text, case, exists, func, select, type_coerce

from quizapp.scheduling.grades import Grade
from quizapp.scheduling.log import What
from quizapp.scheduling.memory import Memory
from quizapp.store import tables
from quizapp.store.queries import ORDER, PLACED
from quizapp.store.record import memory_in
from quizapp.store.values import Happened, Held

_log, _card, _schedule = tables.log, tables.card, tables.schedule
_SHORT = frozenset({What.SUSPEND, What.RESUME, What.BURY})
"""What says nothing of how well a card is known."""
QUARTER = 15 * 60 * 1_000_000
"""Microseconds. No clock of a time zone is off by other parts of an hour."""
_NOTHING: tuple[str, None] = ("", None)


def past(connection: Connection) -> list[Happened]:
    """Every row that says how well a card was known, or begins it anew: card by card, oldest first."""
    undo = _log.alias()
    undone = exists().where(undo.c.what == What.UNDO.value, undo.c.undoes == _log.c.uuid)
    # What was answered is read where it matters only: to read it everywhere takes longer than all the rest.
    text = type_coerce(_log.c.answered, Text)
    matters = (_log.c.what == What.LEARNED.value) | text.contains('"mistake":"')
    # Instants are read as whole numbers: 200,000 of them as datetimes take half a second.
    quarter = type_coerce(_log.c.at, BigInteger) // QUARTER
    columns = (_log.c.card, quarter, _log.c.day, _log.c.what, _log.c.grade, _log.c.milliseconds)
    left_out = [what.value for what in (*sorted(_SHORT), What.UNDO)]
    statement = select(*columns, case((matters, text))).where(_log.c.what.not_in(left_out), ~undone)
    rows = connection.execute(statement.order_by(_log.c.card, _log.c.at, _log.c.uuid)).all()
    whats = {what.value: what for what in What}
    grades: dict[int | None, Grade | None] = {None: None, **{int(grade): grade for grade in Grade}}
    return [
        Happened(card, at, day, whats[what], grades[grade], spent or 0, *(_told(what, told) if told else _NOTHING))
        for card, at, day, what, grade, spent, told in rows
    ]


def _told(what: str, text: str) -> tuple[str, Memory | None]:
    """The mistake that an answer was, and what another program had learned."""
    answered = json.loads(text)
    mistake = str(answered.get("mistake") or "") if answered else ""
    return mistake, memory_in(answered) if what == What.LEARNED.value else None


def held(connection: Connection) -> list[Held]:
    """Every card that is or was there, in the decks' order, with where it stands."""
    columns = (
        *(_card.c.id, _card.c.deck, _card.c.topic, _card.c.archived_at.is_(None)),
        *(_schedule.c.due, _schedule.c.interval, _schedule.c.easiness, _schedule.c.repetitions, _schedule.c.lapses),
        *(_schedule.c.unsettled, _schedule.c.suspended, _schedule.c.introduced, _schedule.c.answered),
    )
    statement = select(*columns).select_from(PLACED.outerjoin(_schedule, _schedule.c.card == _card.c.id))
    return [Held(*row) for row in connection.execute(statement.order_by(*ORDER)).all()]


def length(connection: Connection) -> int:
    """How many rows the log has. It only ever grows: where it is as long as before, nothing happened."""
    return int(connection.execute(select(func.count()).select_from(_log)).scalar_one())
