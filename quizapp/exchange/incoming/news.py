"""What a file tells of a card's past that the log does not know yet."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from quizapp.scheduling.fold import effective, fold
from quizapp.scheduling.log import ANSWERS, Entry, What
from quizapp.scheduling.memory import Memory
from quizapp.store.collection import Collection
from quizapp.store.values import LogRow
from quizapp.study.undoing import SOURCE

_AT_ONCE = timedelta(seconds=1)
"""Nobody answers a card twice within it, and other programs cut instants to milliseconds."""


def news_in(rows: Sequence[LogRow], collection: Collection) -> list[LogRow]:
    """Those of these rows that say something new: cards that were written out and come back bring none.

    An answer is known that stands in the log at its instant, whatever it is called there; a schedule or a suspension is
    known where the log led to the same by then, or where its source said the same before: what was learned or resumed
    here since then stays.
    """
    known: dict[str, list[LogRow]] = {}
    fresh = []
    for row in collection.missing(rows):
        card = row.entry.card
        if card not in known:
            known[card] = _effective(collection.history(card))
        if not _is_known(row, known[card], collection):
            fresh.append(row)
    return fresh


def _effective(rows: Sequence[LogRow]) -> list[LogRow]:
    by_uuid = {row.entry.uuid: row for row in rows}
    return [by_uuid[entry.uuid] for entry in effective(row.entry for row in rows)]


def _is_known(row: LogRow, known: Sequence[LogRow], collection: Collection) -> bool:
    entry, entries = row.entry, [each.entry for each in known]
    if not known:
        return False
    if entry.what in ANSWERS:
        return any(each.what in ANSWERS and abs(each.at - entry.at) < _AT_ONCE for each in entries)
    then = fold(_until(entry.at, entries), collection.scheduler)
    said = [each.entry for each in known if _kin(each) == _kin(row)]
    if entry.what is What.SUSPEND:
        return then.suspended or bool(said)
    memories = [then.memory, *(each.memory for each in said[-1:])]
    return any(memory and entry.memory and _carried(memory) == _carried(entry.memory) for memory in memories)


def _kin(row: LogRow) -> tuple[What, object]:
    """What a row says, and who said it."""
    return row.entry.what, row.answered.get(SOURCE)


def _until(at: datetime, entries: Iterable[Entry]) -> list[Entry]:
    return [entry for entry in entries if entry.at < at + timedelta(milliseconds=1)]


def _carried(memory: Memory) -> tuple[object, ...]:
    """What every program keeps of a schedule."""
    return memory.due, memory.interval, memory.easiness, memory.lapses
