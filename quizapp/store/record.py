"""The log and the schedule: rows appended, and the schedule of their cards folded on, in one transaction."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, insert, select

from quizapp.scheduling.fold import Standing, apply, fold
from quizapp.scheduling.grades import Grade
from quizapp.scheduling.log import Entry, What
from quizapp.scheduling.memory import Memory, Scheduler
from quizapp.store import tables
from quizapp.store.expressions import InsertNew
from quizapp.store.portions import portions
from quizapp.store.values import LogRow

_log, _schedule = tables.log, tables.schedule

_MEMORY = "memory"
"""In what was answered: due, interval, easiness, repetitions, lapses, as another program's schedule had them."""

# Built once: building them anew takes as long as running them.
_INSERT = InsertNew(_log).execution_options(preserve_rowcount=True)
_UNDONE = select(_log.c.uuid).where(_log.c.undoes.in_(bindparam("uuids", expanding=True))).limit(1)
_STANDING = select(_schedule).where(_schedule.c.card == bindparam("of"))
_DROP = delete(_schedule).where(_schedule.c.card == bindparam("of"))
_KEEP = insert(_schedule)


def append(connection: Connection, rows: Sequence[LogRow], scheduler: Scheduler) -> int:
    """Appends rows and brings their cards' schedules up to date; how many were added.

    A row whose uuid is there already stays as it is.
    """
    if not rows:
        return 0
    added = connection.execute(_INSERT, [values_of(row) for row in rows]).rowcount
    simple = added == len(rows) and not _undone(connection, rows)
    for card, entries in _by_card(rows).items():
        after = _further(connection, card, entries, scheduler) if simple else None
        _put(connection, card, after or fold(_entries(connection, card), scheduler))
    return added


def missing(connection: Connection, rows: Sequence[LogRow]) -> list[LogRow]:
    """The rows that are not in the log."""
    uuids = [row.entry.uuid for row in rows]
    there = {
        uuid
        for some in portions(uuids)
        for uuid in connection.execute(select(_log.c.uuid).where(_log.c.uuid.in_(some))).scalars()
    }
    return [row for row in rows if row.entry.uuid not in there]


def standing(connection: Connection, card: str) -> Standing | None:
    """Where a card stands; None if nothing was ever logged of it."""
    row = connection.execute(_STANDING, {"of": card}).first()
    return standing_of(row) if row else None


def history(connection: Connection, card: str) -> list[LogRow]:
    """All rows of a card, oldest first, undone ones and undos among them."""
    statement = select(_log).where(_log.c.card == card).order_by(_log.c.at, _log.c.uuid)
    return [row_of(found) for found in connection.execute(statement)]


def of_day(connection: Connection, day: date) -> list[LogRow]:
    """All rows of one of the learner's days, oldest first."""
    statement = select(_log).where(_log.c.day == day).order_by(_log.c.at, _log.c.uuid)
    return [row_of(found) for found in connection.execute(statement)]


def since(connection: Connection, at: datetime) -> list[LogRow]:
    """All rows from an instant on, oldest first."""
    statement = select(_log).where(_log.c.at >= at).order_by(_log.c.at, _log.c.uuid)
    return [row_of(found) for found in connection.execute(statement)]


def folded(connection: Connection, scheduler: Scheduler) -> Iterable[tuple[str, Standing]]:
    """Each card's standing, folded anew from the whole log."""
    entries: list[Entry] = []
    order = select(_log).order_by(_log.c.card, _log.c.at, _log.c.uuid)
    for found in connection.execute(order):
        entry = row_of(found).entry
        if entries and entries[0].card != entry.card:
            yield entries[0].card, fold(entries, scheduler)
            entries = []
        entries.append(entry)
    if entries:
        yield entries[0].card, fold(entries, scheduler)


def standings(connection: Connection) -> dict[str, Standing]:
    """Every card's standing, as the schedule has it."""
    return {row.card: standing_of(row) for row in connection.execute(select(_schedule))}


def differences(connection: Connection, scheduler: Scheduler) -> list[str]:
    """The cards whose standing, as the schedule has it, is not the fold of their rows."""
    kept, fresh = standings(connection), dict(folded(connection, scheduler))
    return sorted(card for card in {*kept, *fresh} if kept.get(card) != fresh.get(card))


def rebuild(connection: Connection, scheduler: Scheduler) -> None:
    """Writes the schedule anew from the log."""
    fresh = list(folded(connection, scheduler))
    connection.execute(delete(_schedule))
    for card, found in fresh:
        _put(connection, card, found)


def memory_in(answered: Mapping[str, Any]) -> Memory | None:
    """What another program's schedule had, as a row that says so keeps it beside what was answered."""
    if _MEMORY not in answered:
        return None
    due, *numbers = answered[_MEMORY]
    return Memory(date.fromisoformat(due) if due else None, *numbers)


def standing_of(row: Row[Any]) -> Standing:
    """The standing that a row of the schedule says."""
    memory = Memory(row.due, row.interval, row.easiness, row.repetitions, row.lapses, row.unsettled)
    return Standing(memory, row.suspended, row.buried_until, row.introduced, row.answered, row.last)


def _further(connection: Connection, card: str, entries: Sequence[Entry], scheduler: Scheduler) -> Standing | None:
    """The card's standing folded on by later entries; None where they are not all later, or take something back."""
    now = standing(connection, card) or Standing(scheduler.first())
    for entry in entries:
        late = now.last is not None and entry.at <= now.last
        if late or entry.what is What.UNDO:
            return None
        now = apply(now, entry, scheduler)
    return now


def _undone(connection: Connection, rows: Sequence[LogRow]) -> bool:
    """True if one of these rows was taken back before it came: rows of another machine come in any order."""
    uuids = [row.entry.uuid for row in rows]
    return any(connection.execute(_UNDONE, {"uuids": some}).first() for some in portions(uuids))


def _by_card(rows: Iterable[LogRow]) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for row in rows:
        found.setdefault(row.entry.card, []).append(row.entry)
    return found


def _entries(connection: Connection, card: str) -> Iterable[Entry]:
    return (row.entry for row in history(connection, card))


def _put(connection: Connection, card: str, found: Standing) -> None:
    connection.execute(_DROP, {"of": card})
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
    connection.execute(_KEEP, values)


def values_of(row: LogRow) -> dict[str, Any]:
    """A row as the columns of the log hold it."""
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
        "answered": {**row.answered, **_memory_as_data(entry.memory)},
        "device": row.device,
    }


def row_of(found: Any) -> LogRow:
    """The row that these columns of the log say; `found` has them as attributes."""
    grade = None if found.grade is None else Grade(found.grade)
    what, answered = What(found.what), dict(found.answered)
    memory = memory_in(answered) if what is What.LEARNED else None
    if memory:
        del answered[_MEMORY]
    entry = Entry(found.uuid, found.card, found.at, found.day, what, grade, found.undoes, memory)
    return LogRow(entry, found.milliseconds, answered, found.device)


def _memory_as_data(memory: Memory | None) -> dict[str, Any]:
    """A memory in what was answered; its unsettled day, which nothing else knows of, is none that comes along."""
    if memory is None:
        return {}
    due = memory.due.isoformat() if memory.due else None
    return {_MEMORY: [due, memory.interval, memory.easiness, memory.repetitions, memory.lapses]}
