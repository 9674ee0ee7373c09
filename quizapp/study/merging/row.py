"""A row of the log as it travels between machines: one line of JSON, judged before it enters a log."""

import json
import re
from datetime import UTC, date, timedelta
from typing import Annotated, Any, Self

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints, ValidationError, model_validator
from pydantic_core import to_json

from quizapp.scheduling.grades import Grade
from quizapp.scheduling.log import ANSWERS, What
from quizapp.scheduling.memory import Memory
from quizapp.scheduling.sm2 import LONGEST_INTERVAL
from quizapp.store.log.rows import memory_in, row_of, values_of
from quizapp.store.values import LogRow
from quizapp.visible import DRIVES_TERMINAL

LONGEST = 2**20
"""Bytes of a line. What a learner wrote into an exercise is the longest of all, and far below."""
_FIRST_DAY, _LAST_DAY = date(1900, 1, 1), date(2200, 12, 31)
"""Far from the ends of the calendar, so that an interval of a hundred years still leads to a date."""
_DAYS_APART = timedelta(days=2)
"""A learner's day is at most so far behind an instant's date, wherever the learner is, and whenever the day begins. It
may lie far before it: what is done after a clock was put back counts later than what was done before."""
_MOST = 2**31 - 1
ANSWERED = ANSWERS | {What.PRACTICE}
"""What a learner calls an answer."""
_AS_TEXT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode
_FIT = rf"[^\t\n{DRIVES_TERMINAL.pattern[1:-1]}]"
_NAMES = re.compile(rf"{_FIT}{{1,200}}\n{_FIT}{{1,200}}\n{_FIT}{{0,200}}")
_UNFIT = re.compile(f"{DRIVES_TERMINAL.pattern}|[\t\n]")

Name = Annotated[str, StringConstraints(min_length=1, max_length=200)]


class Row(BaseModel):
    """Every column of the log. What does not make sense in itself is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    uuid: Name
    """Its own for ever: rows of several machines are told apart by it."""
    card: Name
    """The card's id, `topic/id`."""
    at: AwareDatetime
    """When it happened."""
    day: date = Field(ge=_FIRST_DAY, le=_LAST_DAY)
    """On which of the learner's days; these need not begin at midnight."""
    what: What
    """An answer counts, as one imported from another program does; practice leaves the schedule alone."""
    grade: Annotated[int, Field(ge=min(Grade), le=max(Grade))] | None
    """0 to 5 as SM-2 has them, for answers and practice."""
    undoes: Name | None
    """The uuid of the row that an undo takes back."""
    milliseconds: Annotated[int, Field(ge=0, le=_MOST)] | None
    """Spent on the card."""
    answered: dict[str, Any]
    """What was answered, as plain data: it differs by the card's kind. `mistake` is the name of a mistake."""
    device: Annotated[str, StringConstraints(max_length=200)]
    """The name of the machine on which it happened."""

    @model_validator(mode="after")
    def _hangs_together(self) -> Self:
        if _UNFIT.search(f"{self.uuid}{self.card}{self.undoes or ''}{self.device}"):
            raise ValueError("a name has signs that drive a terminal")
        if (self.what is What.UNDO) != (self.undoes is not None):
            raise ValueError("an undo names what it undoes, and nothing else does")
        if self.what in ANSWERED and self.grade is None:
            raise ValueError("an answer has a grade")
        if self.day - self.at.date() > _DAYS_APART or self.at.date() - _DAYS_APART > _LAST_DAY:
            raise ValueError("the day is later than that of the instant, or the instant later than any")
        if self.answered:
            _AS_TEXT(self.answered).encode()
        if self.what is What.LEARNED and not _plausible(_memory(self.answered)):
            raise ValueError("what was learned elsewhere is no memory")
        return self


def row_in(line: bytes) -> LogRow | None:
    """The row that a line says; None where it says none that makes sense."""
    try:
        return row_of(Row.model_validate_json(line, strict=True))
    except ValidationError:
        return None


def row_from(columns: dict[str, Any]) -> LogRow | None:
    """The row that plain columns say; None where they say none that makes sense."""
    try:
        return row_of(Row.model_validate(columns))
    except ValidationError:
        return None


def line_of(row: LogRow) -> bytes | None:
    """A row as a line, with its end; None for one that could not be read again."""
    if is_ordinary(row):
        line = _plain_line(row)
        return line if len(line) <= LONGEST else None
    values = values_of(row)
    values |= {"at": row.entry.at.astimezone(UTC).isoformat(), "day": row.entry.day.isoformat()}
    try:
        line = _AS_TEXT(values).encode()
    except ValueError:
        return None
    return line + b"\n" if len(line) < LONGEST and row_in(line) else None


def _plain_line(row: LogRow) -> bytes:
    """The line of an ordinary answer: put together from its parts in half the time that it takes as a whole."""
    entry = row.entry
    uuid, card, device = map(_quoted, (entry.uuid, entry.card, row.device))
    at, day, what = entry.at.astimezone(UTC).isoformat(), entry.day.isoformat(), entry.what.value
    milliseconds = "null" if row.milliseconds is None else row.milliseconds
    answered = to_json(row.answered).decode()
    return (
        f'{{"uuid":{uuid},"card":{card},"at":"{at}","day":"{day}","what":"{what}","grade":{entry.grade:d},"undoes":null,'
        f'"milliseconds":{milliseconds},"answered":{answered},"device":{device}}}\n'
    ).encode()


def _quoted(name: str) -> str:
    return to_json(name).decode() if '"' in name or "\\" in name else f'"{name}"'


def is_ordinary(row: LogRow) -> bool:
    """True for an answer of which all makes sense, as nearly all rows are: it needs not be judged as a `Row`.

    Of a row that is none of these nothing is said. A model of each would take four times as long.
    """
    (uuid, card, at, day, what, grade, undoes, memory), milliseconds, answered, device = row
    return (
        what in ANSWERED
        and type(grade) is Grade
        and undoes is None
        and memory is None
        and type(uuid) is type(card) is type(device) is str
        and _NAMES.fullmatch(f"{uuid}\n{card}\n{device}") is not None
        and _FIRST_DAY <= day <= _LAST_DAY
        and abs(at.toordinal() - day.toordinal()) <= _DAYS_APART.days
        and (milliseconds is None or (type(milliseconds) is int and 0 <= milliseconds <= _MOST))
        and type(answered) is dict
        and all(map(_is_plain, (*answered, *answered.values())))
    )


def _is_plain(value: object) -> bool:
    """True for yes, no and nothing, and for texts whose signs any encoding and terminal takes."""
    return value is True or value is False or value is None or (type(value) is str and value.isprintable())


def _memory(answered: dict[str, Any]) -> Memory | None:
    try:
        return memory_in(answered)
    except (TypeError, ValueError) as error:
        raise ValueError("what was learned elsewhere is no memory") from error


def _plausible(memory: Memory | None) -> bool:
    """A row without a memory changes nothing, and does no harm."""
    if memory is None:
        return True
    numbers = (memory.interval, memory.easiness, memory.repetitions, memory.lapses)
    whole = all(type(number) is int and 0 <= number <= _MOST for number in numbers) and memory.unsettled is False
    in_time = memory.due is None or _FIRST_DAY <= memory.due <= _LAST_DAY + timedelta(days=LONGEST_INTERVAL)
    return whole and in_time and memory.interval <= LONGEST_INTERVAL
