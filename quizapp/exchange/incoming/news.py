"""What a file tells of a card's past that the log does not know yet."""

from collections.abc import Container, Iterable, Sequence
from datetime import datetime, timedelta

from quizapp.cards.models import BACKWARDS
from quizapp.scheduling.fold import effective, fold
from quizapp.scheduling.log import ANSWERS, Entry, What
from quizapp.scheduling.memory import Memory
from quizapp.store.collection import Collection
from quizapp.store.values import LogRow

_AT_ONCE = timedelta(seconds=1)
"""Nobody answers a card twice within it, and other programs cut instants to milliseconds."""


def news_in(rows: Sequence[LogRow], collection: Collection, there: Container[str]) -> list[LogRow]:
    """Those of these rows that say something new: cards that were written out and come back bring none.

    `there` are the cards that the library had before; a card that is new has no past to compare. An answer is known
    that stands in the log at its instant, whatever it is called there; a schedule or a suspension is known where the
    log led to the same by then.
    """
    known: dict[str, list[Entry]] = {}
    fresh = []
    for row in collection.missing(rows):
        card = row.entry.card
        if card not in known:
            is_there = card.removesuffix(BACKWARDS) in there
            known[card] = effective(each.entry for each in collection.history(card)) if is_there else []
        if not _is_known(row.entry, known[card], collection):
            fresh.append(row)
    return fresh


def _is_known(entry: Entry, known: Sequence[Entry], collection: Collection) -> bool:
    if not known:
        return False
    if entry.what in ANSWERS:
        return any(each.what in ANSWERS and abs(each.at - entry.at) < _AT_ONCE for each in known)
    then = fold(_until(entry.at, known), collection.scheduler)
    if entry.what is What.SUSPEND:
        return then.suspended
    return entry.memory is not None and _carried(entry.memory) == _carried(then.memory)


def _until(at: datetime, entries: Iterable[Entry]) -> list[Entry]:
    return [entry for entry in entries if entry.at < at + timedelta(milliseconds=1)]


def _carried(memory: Memory) -> tuple[object, ...]:
    """What every program keeps of a schedule."""
    return memory.due, memory.interval, memory.easiness, memory.lapses
