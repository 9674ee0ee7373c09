"""All that was ever answered, as statistics read it: few columns, in one pass, what was taken back left out."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Select,
    Text,
    case,
    func,
    select,
    true,
    tuple_,
    type_coerce,
)

from quizapp.scheduling.grades import Grade
from quizapp.scheduling.log import What
from quizapp.scheduling.memory import Memory
from quizapp.store.log.rows import memory_in
from quizapp.store.schema import tables
from quizapp.store.searching.queries import ORDER, PLACED
from quizapp.store.statements.driver import as_day, plainly
from quizapp.store.statements.expressions import Number, every, holds
from quizapp.store.statements.portions import portions
from quizapp.store.statements.prepared import Prepared, Through
from quizapp.store.values import Happened, Held, Lapsed, Placed, Stand, TopicSize

_log, _card, _schedule = tables.log, tables.card, tables.schedule
_LENGTH = Prepared(select(func.count()).select_from(_log))
_LEFT_OUT = [what.value for what in (What.SUSPEND, What.RESUME, What.BURY, What.UNDO)]
"""What says nothing of how well a card is known."""
QUARTER = 15 * 60 * 1_000_000
"""Microseconds. No clock of a time zone is off by other parts of an hour."""
_NOTHING: tuple[str, None] = ("", None)
_MADE: Mapping[str, Callable[[Any], Any]] = {
    **dict.fromkeys(("due", "introduced", "answered"), as_day),
    **dict.fromkeys(("in_use", "unsettled", "suspended"), bool),
}
_CARD = (_card.c.id, _card.c.deck, _card.c.topic, _card.c.archived_at.is_(None))
_STANDING = (
    *(_schedule.c.due, _schedule.c.interval, _schedule.c.easiness, _schedule.c.repetitions, _schedule.c.lapses),
    *(_schedule.c.unsettled, _schedule.c.suspended, _schedule.c.introduced, _schedule.c.answered),
)


def past(connection: Connection, cards: Sequence[str] | None = None, first: int | None = None) -> list[Happened]:
    """Every row that says how well a card was known, or begins it anew: card by card, oldest first.

    Of some `cards` only, where they are named; as it was when the log had its `first` rows, if that is said.
    """
    if cards is not None:
        return [found for some in portions(cards) for found in _past(connection, _log.c.card.in_(some), first)]
    return _past(connection, true(), first)


def _past(connection: Connection, of: ColumnElement[bool], first: int | None) -> list[Happened]:
    was_there = true() if first is None else Number() <= first
    taken_back = select(_log.c.undoes, _log.c.card).where(_log.c.undoes.is_not(None), was_there)
    # What was answered is read where it matters only: to read it everywhere takes longer than all the rest.
    text = type_coerce(_log.c.answered, Text)
    matters = (_log.c.what == What.LEARNED.value) | holds(text, '"mistake":"')
    # Instants are read as whole numbers: 200,000 of them as datetimes take half a second.
    quarter = type_coerce(_log.c.at, BigInteger) // QUARTER
    columns = (_log.c.card, quarter, _log.c.day, _log.c.what, _log.c.grade, _log.c.milliseconds)
    is_taken_back = tuple_(_log.c.uuid, _log.c.card).in_(taken_back)
    counts = (of, was_there, _log.c.what.not_in(_LEFT_OUT), ~is_taken_back)
    statement = select(*columns, case((matters, text))).where(*counts)
    # By the index on cards and instants each row would be fetched from elsewhere in the file: twice as long as to sort.
    rows = plainly(connection, statement.order_by(_log.c.card + "", _log.c.at, _log.c.uuid))
    days = {day: as_day(day) for day in {row[2] for row in rows}}
    _refuse_nonsense({row[3:5] for row in rows})
    return [
        Happened(card, at, days[day], what, grade, spent or 0, *(_told(what, told) if told else _NOTHING))
        for card, at, day, what, grade, spent, told in rows
    ]


def _refuse_nonsense(deeds: Iterable[tuple[str, int | None]]) -> None:
    """Raises ValueError for what no version of the program ever wrote."""
    for what, grade in deeds:
        What(what)
        if grade is not None:
            Grade(grade)


def _told(what: str, text: str) -> tuple[str, Memory | None]:
    """The mistake that an answer was, and what another program had learned."""
    answered = json.loads(text)
    mistake = str(answered.get("mistake") or "") if answered else ""
    return mistake, memory_in(answered) if what == What.LEARNED.value else None


def held(connection: Connection) -> list[Held]:
    """Every card that is or was there, in the decks' order, with where it stands."""
    statement = select(*_CARD, *_STANDING).select_from(PLACED.outerjoin(_schedule, _schedule.c.card == _card.c.id))
    return _held(connection, statement.order_by(*ORDER))


def logged(connection: Connection) -> list[Held]:
    """Every card in use of which something was ever logged, with where it stands; in no order."""
    of = (_schedule.c.card, _schedule.c.deck, _schedule.c.topic, _schedule.c.deck.is_not(None))
    return _held(connection, select(*of, *_STANDING).where(_schedule.c.deck.is_not(None)))


def stands(connection: Connection) -> list[Placed]:
    """Where every card in use of which something was ever logged stands; in no order."""
    columns = (every(_schedule.c[name]) for name in ("deck", "topic", *Stand._fields))
    statement = select(*columns).where(_schedule.c.deck.is_not(None))
    decks, topics, *kept = connection.execute(statement).one()
    return list(zip(decks, topics, map(_Stands().__getitem__, zip(*kept, strict=True)), strict=True))


class _Stands(dict[tuple[Any, ...], Stand]):
    """Where cards stand, by what is kept of it, each made once: of 100,000 cards, some thousands."""

    def __missing__(self, kept: tuple[Any, ...]) -> Stand:
        due, interval, easiness, repetitions, unsettled, suspended = kept
        day = None if due is None else as_day(due)
        made = self[kept] = Stand(day, interval, easiness, repetitions, bool(unsettled), bool(suspended))
        return made


def lapsed(connection: Connection, least: int) -> list[Lapsed]:
    """The cards in use that were forgotten so often, or more often; in no order."""
    columns = (_schedule.c[name] for name in Lapsed._fields)
    often = _schedule.c.lapses >= least
    return [Lapsed(*row) for row in plainly(connection, select(*columns).where(_schedule.c.deck.is_not(None), often))]


def sizes(connection: Connection) -> list[TopicSize]:
    """Every topic that has cards in use, in the decks' order."""
    deck, topic = tables.deck, tables.topic
    # As the index has them: begun and new cards apart.
    parts = select(_card.c.topic, func.count().label("cards")).where(_card.c.archived_at.is_(None))
    part = parts.group_by(_card.c.deck, _card.c.begun, _card.c.topic).subquery()
    counted = select(part.c.topic, func.sum(part.c.cards).label("cards")).group_by(part.c.topic).subquery()
    placed = counted.join(topic, topic.c.id == counted.c.topic).join(deck, deck.c.id == topic.c.deck)
    statement = select(deck.c.id, topic.c.id, counted.c.cards).select_from(placed)
    ordered = statement.order_by(deck.c.position, deck.c.id, topic.c.position, topic.c.id)
    return [TopicSize(deck, topic, int(cards)) for deck, topic, cards in plainly(connection, ordered)]


def _held(connection: Connection, statement: Select[Any]) -> list[Held]:
    """Column by column, a value that many rows have made once: row by row it takes three times as long."""
    columns = list(zip(*plainly(connection, statement), strict=True))
    for name, made in _MADE.items():
        if columns:
            place = Held._fields.index(name)
            values = {value: None if value is None else made(value) for value in set(columns[place])}
            columns[place] = tuple(map(values.__getitem__, columns[place]))
    return list(map(partial(tuple.__new__, Held), zip(*columns, strict=True)))  # as `_make`, which is a step in Python


def length(connection: Through) -> int:
    """How many rows the log has. It only ever grows: where it is as long as before, nothing happened."""
    ((rows,),) = _LENGTH.plainly(connection)
    return int(rows)
