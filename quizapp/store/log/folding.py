"""Cards' schedules folded anew from their rows of the log, and compared with what is kept: many at a time."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby, starmap
from operator import attrgetter
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, Text, bindparam, case, literal_column, select, type_coerce

from quizapp.scheduling.fold import Standing, fold
from quizapp.scheduling.log import What
from quizapp.scheduling.memory import Memory, Scheduler
from quizapp.store.log.agreeing import disagreeing
from quizapp.store.log.rows import day_of, entry_of, instant_of
from quizapp.store.schema import tables
from quizapp.store.statements.among import Among
from quizapp.store.statements.driver import one_by_one
from quizapp.store.statements.prepared import Prepared
from quizapp.unswept import unswept

_log, _schedule = tables.log, tables.schedule
# What was answered is read only where a memory is in it: of many rows it is the most.
_TOLD = case((_log.c.what == What.LEARNED.value, type_coerce(_log.c.answered, Text)))
_ENTRIES: Select[Any] = select(
    _log.c.uuid, _log.c.card, _log.c.at, _log.c.day, _log.c.what, _log.c.grade, _log.c.undoes, _TOLD
)
# By the index on cards and instants each row would be fetched from elsewhere in the file: twice as long as to sort.
_ALL = _ENTRIES.order_by(_log.c.card + literal_column("''"), _log.c.at, _log.c.uuid)
_OF = Among(_ENTRIES.order_by(_log.c.card, _log.c.at, _log.c.uuid), _log.c.card)
_OF_ONE = Prepared(_ENTRIES.where(_log.c.card == bindparam("of")).order_by(_log.c.at, _log.c.uuid))
STANDINGS: Select[Any] = select(
    *(_schedule.c.card, _schedule.c.due, _schedule.c.interval, _schedule.c.easiness, _schedule.c.repetitions),
    *(_schedule.c.lapses, _schedule.c.unsettled, _schedule.c.suspended, _schedule.c.buried_until),
    *(_schedule.c.introduced, _schedule.c.answered, _schedule.c.last),
)
"""Where every card stands: see `standings`."""


class Rebuilt(NamedTuple):
    """The cards of which the schedule said something else than their rows of the log, before it was written anew, and
    says so even then, which should be none."""

    before: list[str]
    after: list[str]


@unswept()
def folded(connection: Connection, scheduler: Scheduler) -> dict[str, Standing]:
    """Every card's standing, folded anew from the whole log."""
    return dict(_folded(one_by_one(connection, _ALL), scheduler))


def folded_of(connection: Connection, cards: Sequence[str], scheduler: Scheduler) -> Iterator[tuple[str, Standing]]:
    """Some cards' standings, folded anew."""
    if len(cards) == 1:  # the way of an undo, which nobody should wait for
        yield from _folded(_OF_ONE.plainly(connection, of=cards[0]), scheduler)
    else:
        yield from _folded(_OF.rows(connection, cards), scheduler)


def standings(rows: Iterable[tuple[Any, ...]]) -> Iterator[tuple[str, Standing]]:
    """Cards' standings, out of rows of `STANDINGS` as the driver gives them."""
    for card, due, interval, easiness, repetitions, lapses, unsettled, *decided in rows:
        suspended, buried, introduced, answered, last = decided
        memory = Memory(_day(due), interval, easiness, repetitions, lapses, bool(unsettled))
        at = None if last is None else instant_of(last)
        yield card, Standing(memory, bool(suspended), _day(buried), _day(introduced), _day(answered), at)


def differing(connection: Connection, fresh: Mapping[str, Standing]) -> list[str]:
    """The cards whose standing, as the schedule has it, is none of these, or another, or that it takes for others."""
    kept = dict(standings(one_by_one(connection, STANDINGS)))
    others = (card for card in {*kept, *fresh} if kept.get(card) != fresh.get(card))
    return sorted({*others, *disagreeing(connection)})


def differences(connection: Connection, scheduler: Scheduler) -> list[str]:
    """The cards whose standing, as the schedule has it, is not the fold of their rows, or that it takes for others."""
    return differing(connection, folded(connection, scheduler))


def _folded(rows: Iterable[tuple[Any, ...]], scheduler: Scheduler) -> Iterator[tuple[str, Standing]]:
    for card, entries in groupby(starmap(entry_of, rows), attrgetter("card")):
        yield card, fold(entries, scheduler)


def _day(value: Any) -> date | None:
    return None if value is None else day_of(value)
