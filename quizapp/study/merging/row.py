"""A row of the log as it travels between machines: one line of JSON, judged before it enters a log."""

import json
import re
from datetime import UTC, date, timedelta
from typing import Annotated, Any, Self

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints, ValidationError, model_validator

from quizapp.scheduling.grades import Grade
from quizapp.scheduling.log import ANSWERS, What
from quizapp.scheduling.memory import Memory
from quizapp.scheduling.sm2 import LONGEST_INTERVAL
from quizapp.store.log.rows import columns_of, memory_in, row_of, values_of
from quizapp.store.values import LogRow
from quizapp.study.merging.ordinary import DAYS_APART, FIRST_DAY, LAST_DAY, LONGEST, MOST, plain_line
from quizapp.visible import DRIVES_TERMINAL

ANSWERED = ANSWERS | {What.PRACTICE}
"""What a learner calls an answer."""
_AS_TEXT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode
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
    day: date = Field(ge=FIRST_DAY, le=LAST_DAY)
    """On which of the learner's days; these need not begin at midnight."""
    what: What
    """An answer counts, as one imported from another program does; practice leaves the schedule alone."""
    grade: Annotated[int, Field(ge=min(Grade), le=max(Grade))] | None
    """0 to 5 as SM-2 has them, for answers and practice."""
    undoes: Name | None
    """The uuid of the row that an undo takes back."""
    milliseconds: Annotated[int, Field(ge=0, le=MOST)] | None
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
        if self.day - self.at.date() > DAYS_APART or self.at.date() - DAYS_APART > LAST_DAY:
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
    try:
        return plain_line(columns_of(row)) or _judged(row)
    except ValueError:
        return None


def _judged(row: LogRow) -> bytes | None:
    """The same of any row. Raises ValueError for what no encoding takes."""
    values = values_of(row)
    values |= {"at": row.entry.at.astimezone(UTC).isoformat(), "day": row.entry.day.isoformat()}
    line = _AS_TEXT(values).encode()
    return line + b"\n" if len(line) < LONGEST and row_in(line) else None


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
    whole = all(type(number) is int and 0 <= number <= MOST for number in numbers) and memory.unsettled is False
    in_time = memory.due is None or FIRST_DAY <= memory.due <= LAST_DAY + timedelta(days=LONGEST_INTERVAL)
    return whole and in_time and memory.interval <= LONGEST_INTERVAL
