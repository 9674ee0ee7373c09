"""What a file tells of a card's past that the log does not know yet."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta

from quizapp.scheduling.fold import Standing, apply, fold
from quizapp.scheduling.log import ANSWERS, ORDER, Entry, What
from quizapp.scheduling.memory import Memory, Scheduler
from quizapp.store.collection import Collection
from quizapp.store.values import LogRow
from quizapp.study.sessions.undoing import SOURCE, that_count

_SLEEP = (What.SUSPEND, What.RESUME)
_AT_ONCE = timedelta(seconds=1)
"""Nobody answers a card twice within it, and other programs cut instants to milliseconds."""


def news_in(rows: Sequence[LogRow], collection: Collection) -> list[LogRow]:
    """Those of these rows that say something new: cards that were written out and come back bring none.

    An answer is known that stands in the log at its instant, whatever it is called there; a schedule or a suspension
    where the log led to the same by then, or its source said the same before, a schedule also where any answer given
    here led to it: what was learned or resumed here since then stays. Where answers are new, only what is later than
    these tells.
    """
    known: dict[str, list[LogRow]] = {}
    given: dict[str, list[Entry]] = {}
    fresh = []
    for row in collection.missing(rows):
        card = row.entry.card
        if card not in known:
            known[card] = that_count(collection.history(card))
        if not _is_known(row, known[card], given.get(card, ()), collection):
            fresh.append(row)
            if row.entry.what in ANSWERS:
                given.setdefault(card, []).append(row.entry)
    return fresh


def _is_known(row: LogRow, known: Sequence[LogRow], given: Sequence[Entry], collection: Collection) -> bool:
    """`given` are the card's answers that are new."""
    entry, entries = row.entry, [each.entry for each in known]
    if not known:
        return False
    if entry.what in ANSWERS:
        return any(each.what in ANSWERS and abs(each.at - entry.at) < _AT_ONCE for each in entries)
    if entry.what in _SLEEP:
        return _is_known_of_sleep(row, known, fold(_until(entry.at, entries), collection.scheduler).suspended)
    said = [(each.entry.at, each.entry.memory) for each in known if _kin(each) == _kin(row)][-1:]
    entries = sorted([*entries, *given], key=ORDER)
    then = fold(_until(entry.at, entries), collection.scheduler).memory
    told = [*said, *_answered(entries, collection.scheduler)]
    memories = [then, *(memory for at, memory in told if all(answer.at < at for answer in given))]
    return any(memory and entry.memory and _carried(memory) == _carried(entry.memory) for memory in memories)


def _is_known_of_sleep(row: LogRow, known: Sequence[LogRow], suspended: bool) -> bool:
    """A source wakes only what it put to sleep itself, and puts to sleep again only what it woke since."""
    if row.entry.what is What.SUSPEND:
        told = [each.entry.what for each in known if each.entry.what in _SLEEP and _source(each) == _source(row)]
        return suspended or told[-1:] == [What.SUSPEND]
    sleep = [each for each in known if each.entry.what is What.SUSPEND]
    return not suspended or not sleep or _source(sleep[-1]) != _source(row)


def _kin(row: LogRow) -> tuple[What, object]:
    """What a row says, and who said it."""
    return row.entry.what, _source(row)


def _source(row: LogRow) -> object:
    return row.answered.get(SOURCE)


def _until(at: datetime, entries: Iterable[Entry]) -> list[Entry]:
    return [entry for entry in entries if entry.at < at + timedelta(milliseconds=1)]


def _answered(entries: Iterable[Entry], scheduler: Scheduler) -> Iterator[tuple[datetime, Memory]]:
    """When answers given here led to which schedules: some programs know the day alone on which one was made."""
    standing = Standing(scheduler.first())
    for entry in entries:
        standing = apply(standing, [entry], scheduler)
        if entry.what is What.ANSWER:
            yield entry.at, standing.memory


def _carried(memory: Memory) -> tuple[object, ...]:
    """What every program keeps of a schedule."""
    return memory.due, memory.interval, memory.easiness
