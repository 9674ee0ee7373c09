"""Ordinary answers, as nearly all rows of a log are: told by their columns, which travel as they lie in a database.

Of a row that is none of these nothing is said. A model of each would take fifteen times as long.
"""

import json
import re
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from pydantic_core import to_json

from quizapp.scheduling.grades import Grade
from quizapp.scheduling.log import ANSWERS
from quizapp.store.log.rows import SHORT, Columns
from quizapp.store.schema.types import EPOCH
from quizapp.store.statements.driver import as_day
from quizapp.visible import DRIVES_TERMINAL

LONGEST = 2**20
"""Bytes of a line. What a learner wrote into an exercise is the longest of all, and far below."""
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2200, 12, 31)
"""Far from the ends of the calendar, so that an interval of a hundred years still leads to a date."""
DAYS_APART = timedelta(days=2)
"""A learner's day is at most so far behind an instant's date, wherever the learner is, and whenever the day begins. It
may lie far before it: what is done after a clock was put back counts later than what was done before."""
MOST = 2**31 - 1
"""Milliseconds, and whatever else is counted."""
_WHATS = frozenset(what.value for what in ANSWERS)
_LEAST, _BEST = int(min(Grade)), int(max(Grade))
_BEGIN = EPOCH.replace(tzinfo=None)
"""Without a zone an instant is written in two thirds of the time: all are in UTC."""
_APART, _A_DAY, _EPOCH = DAYS_APART.days, timedelta(days=1) // timedelta(microseconds=1), EPOCH.toordinal()
_FIT = rf"""[^\t\n"\\{DRIVES_TERMINAL.pattern[1:-1]}]"""
_NAMES = re.compile(rf"{_FIT}{{1,200}}\n{_FIT}{{1,200}}\n{_FIT}{{0,200}}")


def is_ordinary(columns: Columns) -> bool:
    """True for an answer of which all makes sense and is written as we write it; it need not be judged as a `Row`."""
    uuid, card, at, day, what, grade, undoes, milliseconds, answered, device = columns
    return (
        what in _WHATS
        and type(grade) is int
        and _LEAST <= grade <= _BEST
        and undoes is None
        and type(uuid) is type(card) is type(device) is str
        and _NAMES.fullmatch(f"{uuid}\n{card}\n{device}") is not None
        and type(at) is int
        and -_APART <= at // _A_DAY + _EPOCH - _ordinal(day) <= _APART
        and (milliseconds is None or (type(milliseconds) is int and 0 <= milliseconds <= MOST))
        and type(answered) is str
        and (_is_short_and_plain(answered) if len(answered) <= SHORT else _is_plain(answered))
    )


def plain_line(columns: Columns) -> bytes | None:
    """An ordinary answer as a line of JSON, with its end: put together from its columns. None for any other row."""
    if not is_ordinary(columns):
        return None
    uuid, card, at, day, what, grade, _undoes, milliseconds, answered, device = columns
    instant = f"{(_BEGIN + timedelta(0, 0, at)).isoformat()}+00:00"
    line = (
        f'{{"uuid":"{uuid}","card":"{card}","at":"{instant}","day":"{day}","what":"{what}",'
        f'"grade":{grade},"undoes":null,"milliseconds":{"null" if milliseconds is None else milliseconds},'
        f'"answered":{answered},"device":"{device}"}}\n'
    ).encode()
    return line if len(line) <= LONGEST else None


@lru_cache(maxsize=4096)
def _ordinal(day: Any) -> int:
    """The number of a day; one far from all others where it makes no sense, or is written in another way."""
    try:
        found = as_day(day)
    except (TypeError, ValueError):
        return -MOST
    return found.toordinal() if FIRST_DAY <= found <= LAST_DAY and str(found) == str(day) else -MOST


def _is_plain(answered: str) -> bool:
    """True for an object of yes, no and nothing, and of texts whose signs any encoding and terminal takes."""
    try:
        data = json.loads(answered)
    except (ValueError, RecursionError):
        return False
    return (
        type(data) is dict and all(map(_is_plain_value, (*data, *data.values()))) and to_json(data).decode() == answered
    )


_is_short_and_plain = lru_cache(maxsize=4096)(_is_plain)


def _is_plain_value(value: object) -> bool:
    return value is True or value is False or value is None or (type(value) is str and value.isprintable())
