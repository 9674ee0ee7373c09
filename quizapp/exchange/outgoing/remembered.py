"""What the log knows of a card, as other programs may take it: answers, schedule, suspension."""

from collections.abc import Sequence
from datetime import datetime

from quizapp.exchange.notes import Past, PastAnswer
from quizapp.scheduling.fold import Standing, effective
from quizapp.scheduling.log import ANSWERS, Entry, What
from quizapp.scheduling.memory import Memory
from quizapp.store.values import LogRow

_NEW = Standing(Memory())
_NOTHING = Past()


def past_told(rows: Sequence[LogRow], standing: Standing, as_of: datetime) -> tuple[Past, int]:
    """A card's past, and how many answers are left out because the card was reset after them.

    Answers that were undone do not count, nor does practice. Instants are cut to milliseconds, which is what others
    keep; the milliseconds are an answer's key.
    """
    if not rows and standing == _NEW:
        return _NOTHING, 0
    kept = {row.entry.uuid: row.milliseconds for row in rows}
    entries = effective(row.entry for row in rows)
    resets = [place + 1 for place, entry in enumerate(entries) if entry.what is What.RESET]
    start = resets[-1] if resets else 0
    answers = tuple(_answer(entry, kept[entry.uuid]) for entry in entries[start:] if entry.what in ANSWERS)
    left_out = sum(entry.what in ANSWERS for entry in entries[:start])
    memory = standing.memory if standing.memory.due else None
    if not answers and memory is None and not standing.suspended:
        return Past(), left_out
    return Past(answers, memory, standing.suspended, cut(as_of)), left_out


def cut(at: datetime) -> datetime:
    """An instant without what is below a millisecond."""
    return at.replace(microsecond=at.microsecond // 1000 * 1000)


def milliseconds_of(at: datetime) -> int:
    """An instant as milliseconds since 1970."""
    return int(at.timestamp()) * 1000 + at.microsecond // 1000


def _answer(entry: Entry, milliseconds: int | None) -> PastAnswer:
    assert entry.grade is not None, "an answer has a grade"
    at = cut(entry.at) if entry.at.microsecond else entry.at
    return PastAnswer(str(milliseconds_of(at)), at, entry.grade, milliseconds)
