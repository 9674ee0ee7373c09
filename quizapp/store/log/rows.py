"""Rows of the log as values, and as the columns that hold them."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from functools import lru_cache
from itertools import starmap
from typing import Any

from pydantic_core import to_json
from sqlalchemy import Connection, Select

from quizapp.scheduling.grades import Grade
from quizapp.scheduling.log import Entry, What
from quizapp.scheduling.memory import Memory
from quizapp.store.schema.types import EPOCH, MICROSECOND
from quizapp.store.statements.driver import as_day, one_by_one
from quizapp.store.values import LogRow

_MEMORY = "memory"
"""In what was answered: due, interval, easiness, repetitions, lapses, as another program's schedule had them."""
WHATS: Mapping[str, What] = {what.value: what for what in What}
GRADES: Mapping[int | None, Grade | None] = {None: None, **{int(grade): grade for grade in Grade}}
SHORT = 100
"""Characters. Many rows say the same few things, on the same few days: each is read once."""
Columns = tuple[Any, ...]
"""All columns of a row of the log, in the table's order, as a driver gives and takes them: see `read_row`."""
_short = lru_cache(maxsize=4096)(json.loads)
day_of = lru_cache(maxsize=4096)(as_day)


def log_rows(connection: Connection, statement: Select[Any]) -> Iterator[LogRow]:
    """The rows that a selection of all columns of the log finds, a few in memory at a time.

    Straight from what the driver gives: by SQLAlchemy's rows it takes twice as long. Raises what
    `failures.NONSENSE` has.
    """
    return read_rows(one_by_one(connection, statement))


def read_rows(rows: Iterable[tuple[Any, ...]]) -> Iterator[LogRow]:
    """The rows that a driver gave of all columns of the log."""
    return starmap(read_row, rows)


def read_row(
    uuid: str,
    card: str,
    at: int,
    day: Any,
    what: str,
    grade: int | None,
    undoes: str | None,
    milliseconds: int | None,
    answered: str,
    device: str,
) -> LogRow:
    """One of them. Raises what `failures.NONSENSE` has."""
    data = {**(_short(answered) if len(answered) <= SHORT else json.loads(answered))}  # `dict` would take a list
    return _row(uuid, card, instant_of(at), day_of(day), what, grade, undoes, milliseconds, data, device)


def instant_of(at: int) -> datetime:
    """The instant that the driver gives as microseconds: see `types.Instant`."""
    return EPOCH + at * MICROSECOND  # in two thirds of the time that `timedelta(0, 0, at)` takes


def row_of(found: Any) -> LogRow:
    """The row that these columns of the log say; `found` has them as attributes."""
    key = (found.uuid, found.card, found.at, found.day, found.what, found.grade, found.undoes)
    return _row(*key, found.milliseconds, dict(found.answered), found.device)


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
        "answered": {**row.answered, _MEMORY: _as_data(entry.memory)} if entry.memory else {**row.answered},
        "device": row.device,
    }


def columns_of(row: LogRow) -> Columns:
    """A row as a driver takes it. Raises ValueError for what no encoding takes."""
    values, grade = values_of(row), row.entry.grade
    values["at"] = (row.entry.at - EPOCH) // MICROSECOND
    values["day"] = row.entry.day.isoformat()
    values["grade"] = None if grade is None else int(grade)
    values["answered"] = to_json(values["answered"]).decode()
    return tuple(values.values())


def memory_in(answered: Mapping[str, Any]) -> Memory | None:
    """What another program's schedule had, as a row that says so keeps it beside what was answered."""
    if _MEMORY not in answered:
        return None
    due, *numbers = answered[_MEMORY]
    return Memory(date.fromisoformat(due) if due else None, *numbers)


def entry_of(
    uuid: str, card: str, at: int, day: Any, what: str, grade: int | None, undoes: str | None, learned: str | None
) -> Entry:
    """What schedules in a row, as the driver gives it; `learned` is what was answered, where a memory may be in it."""
    memory = memory_in(json.loads(learned)) if learned else None
    return Entry(uuid, card, instant_of(at), day_of(day), WHATS[what], GRADES[grade], undoes, memory)


def _row(
    uuid: str,
    card: str,
    at: datetime,
    day: date,
    what: str,
    grade: int | None,
    undoes: str | None,
    milliseconds: int | None,
    answered: dict[str, Any],
    device: str,
) -> LogRow:
    deed = WHATS[what]
    memory = memory_in(answered) if deed is What.LEARNED else None
    if memory:
        del answered[_MEMORY]
    entry = Entry(uuid, card, at, day, deed, GRADES[grade], undoes, memory)
    return LogRow(entry, milliseconds, answered, device)


def _as_data(memory: Memory) -> list[Any]:
    """A memory in what was answered; its unsettled day, which nothing else knows of, is none that comes along."""
    due = memory.due.isoformat() if memory.due else None
    return [due, memory.interval, memory.easiness, memory.repetitions, memory.lapses]
