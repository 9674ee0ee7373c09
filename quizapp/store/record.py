"""The log and the schedule: rows appended, and the schedule of their cards folded on, in one transaction."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select

from quizapp.scheduling.fold import Standing, apply, fold
from quizapp.scheduling.grades import Grade
from quizapp.scheduling.log import Entry, What
from quizapp.scheduling.memory import Memory, Scheduler
from quizapp.store import tables
from quizapp.store.values import LogRow

_INSERT = insert(tables.log)


def append(connection: Connection, rows: Sequence[LogRow], scheduler: Scheduler) -> None:
    """Appends rows and brings the schedule of their cards up to date."""
    connection.execute(_INSERT, [_values(row) for row in rows])
    for card in dict.fromkeys(row.entry.card for row in rows):
        entries = [row.entry for row in rows if row.entry.card == card]
        _put(connection, card, _after(connection, card, entries, scheduler))


def standing(connection: Connection, card: str) -> Standing | None:
    """Where a card stands; None if nothing was ever logged of it."""
    row = connection.execute(select(tables.schedule).where(tables.schedule.c.card == card)).first()
    return standing_of(row) if row else None


def history(connection: Connection, card: str) -> list[LogRow]:
    """All rows of a card, oldest first, undone ones and undos among them."""
    statement = select(tables.log).where(tables.log.c.card == card).order_by(tables.log.c.at, tables.log.c.uuid)
    return [_row(found) for found in connection.execute(statement)]


def of_day(connection: Connection, day: date) -> list[LogRow]:
    """All rows of one of the learner's days, oldest first."""
    statement = select(tables.log).where(tables.log.c.day == day).order_by(tables.log.c.at, tables.log.c.uuid)
    return [_row(found) for found in connection.execute(statement)]


def folded(connection: Connection, scheduler: Scheduler) -> Iterable[tuple[str, Standing]]:
    """Each card's standing, folded anew from the whole log."""
    entries: list[Entry] = []
    order = select(tables.log).order_by(tables.log.c.card, tables.log.c.at, tables.log.c.uuid)
    for found in connection.execute(order):
        entry = _row(found).entry
        if entries and entries[0].card != entry.card:
            yield entries[0].card, fold(entries, scheduler)
            entries = []
        entries.append(entry)
    if entries:
        yield entries[0].card, fold(entries, scheduler)


def standings(connection: Connection) -> dict[str, Standing]:
    """Every card's standing, as the schedule has it."""
    return {row.card: standing_of(row) for row in connection.execute(select(tables.schedule))}


def rebuild(connection: Connection, scheduler: Scheduler) -> None:
    """Writes the schedule anew from the log."""
    fresh = list(folded(connection, scheduler))
    connection.execute(delete(tables.schedule))
    for card, found in fresh:
        _put(connection, card, found)


def standing_of(row: Row[Any]) -> Standing:
    """The standing that a row of the schedule says."""
    memory = Memory(row.due, row.interval, row.easiness, row.repetitions, row.lapses, row.unsettled)
    return Standing(memory, row.suspended, row.buried_until, row.introduced, row.answered, row.last)


def _after(connection: Connection, card: str, entries: Sequence[Entry], scheduler: Scheduler) -> Standing:
    now = standing(connection, card) or Standing(scheduler.first())
    for entry in entries:
        late = now.last is not None and entry.at <= now.last
        if late or entry.what is What.UNDO:
            return fold((row.entry for row in history(connection, card)), scheduler)
        now = apply(now, entry, scheduler)
    return now


def _put(connection: Connection, card: str, found: Standing) -> None:
    connection.execute(delete(tables.schedule).where(tables.schedule.c.card == card))
    memory = found.memory
    values = {
        "card": card,
        "due": memory.due,
        "interval": memory.interval,
        "easiness": memory.easiness,
        "repetitions": memory.repetitions,
        "lapses": memory.lapses,
        "unsettled": memory.unsettled,
        "suspended": found.suspended,
        "buried_until": found.buried_until,
        "introduced": found.introduced,
        "answered": found.answered,
        "last": found.last,
    }
    connection.execute(insert(tables.schedule).values(values))


def _values(row: LogRow) -> dict[str, Any]:
    entry = row.entry
    return {
        "uuid": entry.uuid,
        "card": entry.card,
        "at": entry.at,
        "day": entry.day,
        "what": entry.what.value,
        "grade": entry.grade,
        "undoes": entry.undoes,
        "milliseconds": row.milliseconds,
        "answered": dict(row.answered),
        "device": row.device,
    }


def _row(found: Row[Any]) -> LogRow:
    grade = None if found.grade is None else Grade(found.grade)
    entry = Entry(found.uuid, found.card, found.at, found.day, What(found.what), grade, found.undoes)
    return LogRow(entry, found.milliseconds, found.answered, found.device)
