"""The log and the schedule: rows appended, and the schedule of their cards folded on, in one transaction."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import groupby
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection, Row, Select, Text, bindparam, case, delete, insert, select, type_coerce

from quizapp.scheduling.fold import Standing, apply, fold
from quizapp.scheduling.grades import Grade
from quizapp.scheduling.log import Entry, What
from quizapp.scheduling.memory import Memory, Scheduler
from quizapp.store import tables
from quizapp.store.expressions import InsertNew
from quizapp.store.portions import portions
from quizapp.store.types import Json
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
_STANDINGS = select(_schedule).where(_schedule.c.card.in_(bindparam("cards", expanding=True)))
# What was answered is read only where a memory is in it: of many rows it is the most.
_TOLD = type_coerce(case((_log.c.what == What.LEARNED.value, type_coerce(_log.c.answered, Text))), Json).label("told")
_ENTRIES: Select[Any] = select(
    _log.c.uuid, _log.c.card, _log.c.at, _log.c.day, _log.c.what, _log.c.grade, _log.c.undoes, _TOLD
).order_by(_log.c.card, _log.c.at, _log.c.uuid)
_ENTRIES_OF = _ENTRIES.where(_log.c.card.in_(bindparam("cards", expanding=True)))
_CARD = attrgetter("card")
_WHATS = {what.value: what for what in What}
_GRADES = {int(grade): grade for grade in Grade}


class Overtaken(Exception):
    """A card's memory is another than the one that an answer was given to."""


def append(
    connection: Connection, rows: Sequence[LogRow], scheduler: Scheduler, shown: Mapping[str, Memory] | None = None
) -> int:
    """Appends rows and brings their cards' schedules up to date; how many were added.

    A row whose uuid is there already stays as it is. Raises Overtaken where a card's memory is not the one `shown`.
    """
    if not rows:
        return 0
    added = connection.execute(_INSERT, [values_of(row) for row in rows]).rowcount
    cards = _by_card(rows)
    simple = added == len(rows) and not _undone(connection, rows)
    after = _further(connection, cards, scheduler, shown or {}) if simple else {}
    anew = [card for card in cards if card not in after]
    _put(connection, after | dict(_folded_of(connection, anew, scheduler)))
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
    for card, entries in groupby(map(_entry, connection.execute(_ENTRIES)), _CARD):
        yield card, fold(entries, scheduler)


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
    _put(connection, dict(fresh))


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


def _further(
    connection: Connection, cards: Mapping[str, Sequence[Entry]], scheduler: Scheduler, shown: Mapping[str, Memory]
) -> dict[str, Standing]:
    """Cards' standings folded on by later entries; without those whose entries are not all later, or take back."""
    found: dict[str, Standing] = {}
    for some in portions(list(cards)):
        # One card is the way of an answer, which nobody should wait for.
        asked = (_STANDING, {"of": some[0]}) if len(some) == 1 else (_STANDINGS, {"cards": some})
        before = {row.card: standing_of(row) for row in connection.execute(*asked)}
        for card in some:
            now: Standing | None = before.get(card) or Standing(scheduler.first())
            if card in shown and now and now.memory != shown[card]:
                raise Overtaken
            for entry in cards[card]:
                now = None if now is None or _is_late(entry, now) else apply(now, entry, scheduler)
            if now:
                found[card] = now
    return found


def _is_late(entry: Entry, now: Standing) -> bool:
    return entry.what is What.UNDO or (now.last is not None and entry.at <= now.last)


def _folded_of(connection: Connection, cards: Sequence[str], scheduler: Scheduler) -> Iterator[tuple[str, Standing]]:
    """Some cards' standings, folded anew."""
    for some in portions(cards):
        for card, entries in groupby(map(_entry, connection.execute(_ENTRIES_OF, {"cards": some})), _CARD):
            yield card, fold(entries, scheduler)


def _undone(connection: Connection, rows: Sequence[LogRow]) -> bool:
    """True if one of these rows was taken back before it came: rows of another machine come in any order."""
    uuids = [row.entry.uuid for row in rows]
    return any(connection.execute(_UNDONE, {"uuids": some}).first() for some in portions(uuids))


def _by_card(rows: Iterable[LogRow]) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for row in rows:
        found.setdefault(row.entry.card, []).append(row.entry)
    return found


def _entry(found: Row[Any]) -> Entry:
    what, grade = _WHATS[found.what], None if found.grade is None else _GRADES[found.grade]
    memory = memory_in(found.told) if found.told else None
    return Entry(found.uuid, found.card, found.at, found.day, what, grade, found.undoes, memory)


def _put(connection: Connection, standings: Mapping[str, Standing]) -> None:
    """Writes the schedule of these cards."""
    if standings:
        connection.execute(_DROP, [{"of": card} for card in standings])
        connection.execute(_KEEP, [_schedule_row(card, found) for card, found in standings.items()])


def _schedule_row(card: str, found: Standing) -> dict[str, Any]:
    memory = found.memory
    return {
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
