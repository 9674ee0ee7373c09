"""Cards' schedules folded anew from their rows of the log, and compared with what is kept: many at a time."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby, starmap
from operator import attrgetter
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, Text, case, literal_column, select, type_coerce

from quizapp.scheduling.fold import Standing, fold
from quizapp.scheduling.log import Entry, What
from quizapp.scheduling.memory import Memory, Scheduler
from quizapp.store.log.agreeing import disagreeing
from quizapp.store.log.rows import Columns, day_of, entry_of, instant_of
from quizapp.store.schema import tables
from quizapp.store.schema.types import EPOCH, MICROSECOND
from quizapp.store.statements.among import Among
from quizapp.store.statements.driver import one_by_one
from quizapp.store.statements.portions import portions
from quizapp.store.statements.prepared import Through
from quizapp.unswept import unswept

_log, _schedule = tables.log, tables.schedule
# What was answered is read only where a memory is in it: of many rows it is the most.
_TOLD = case((_log.c.what == What.LEARNED.value, type_coerce(_log.c.answered, Text)))
_ENTRIES: Select[Any] = select(
    _log.c.uuid, _log.c.card, _log.c.at, _log.c.day, _log.c.what, _log.c.grade, _log.c.undoes, _TOLD
)
# By the index on cards and instants each row would be fetched from elsewhere in the file: twice as long as to sort.
_ALL = _ENTRIES.order_by(_log.c.card + literal_column("''"), _log.c.at, _log.c.uuid)
_OF = Among(_ENTRIES, _log.c.card)
STANDING = (
    *(_schedule.c.due, _schedule.c.interval, _schedule.c.easiness, _schedule.c.repetitions, _schedule.c.lapses),
    *(_schedule.c.unsettled, _schedule.c.suspended, _schedule.c.buried_until, _schedule.c.introduced),
    *(_schedule.c.answered, _schedule.c.last),
)
"""The columns that say where a card stands: see `read_standing`."""
Stood = tuple[Any, ...]
"""Where a card stands, as a driver takes these columns."""
_STANDINGS = select(_schedule.c.card, *STANDING)
_STANDINGS_OF = Among(_STANDINGS, _schedule.c.card)


class Rebuilt(NamedTuple):
    """The cards of which the schedule said something else than their rows of the log, before it was written anew, and
    says so even then, which should be none."""

    before: list[str]
    after: list[str]


def folded(connection: Connection, scheduler: Scheduler) -> dict[str, Standing]:
    """Every card's standing, folded anew from the whole log."""
    entries = starmap(entry_of, one_by_one(connection, _ALL))
    return {card: fold(of_it, scheduler) for card, of_it in groupby(entries, attrgetter("card"))}


def folded_of(connection: Through, cards: Sequence[str], scheduler: Scheduler) -> Iterator[tuple[str, Standing]]:
    """Some cards' standings, folded anew."""
    for some in portions(cards):
        entries: dict[str, list[Entry]] = {}
        for found in _OF.rows(connection, some):
            entries.setdefault(found[1], []).append(entry_of(*found))
        yield from ((card, fold(of_it, scheduler)) for card, of_it in entries.items())


def folded_with(connection: Through, rows: Iterable[Columns], scheduler: Scheduler) -> dict[str, Stood]:
    """Where the cards of further rows stand with these: folded anew from all that is known of them."""
    entries: dict[str, list[Entry]] = {}
    for uuid, card, at, day, what, grade, undoes, _milliseconds, answered, _device in rows:
        told = answered if what == What.LEARNED else None
        entries.setdefault(card, []).append(entry_of(uuid, card, at, day, what, grade, undoes, told))
    for found in _OF.rows(connection, list(entries)):
        entries[found[1]].append(entry_of(*found))
    return {card: stood(fold(found, scheduler)) for card, found in entries.items()}


def standings_of(connection: Through, cards: Sequence[str]) -> dict[str, Standing]:
    """Where these cards stand; those of which nothing was ever logged are left out."""
    return {card: read_standing(*found) for card, found in stood_of(connection, cards)}


def stood_of(connection: Through, cards: Sequence[str]) -> Iterator[tuple[str, Stood]]:
    """The same as columns, as a driver gives them."""
    return ((found[0], found[1:]) for found in _STANDINGS_OF.rows(connection, cards))


def read_standing(
    due: Any,
    interval: int,
    easiness: int,
    repetitions: int,
    lapses: int,
    unsettled: int,
    suspended: int,
    buried: Any,
    introduced: Any,
    answered: Any,
    last: int | None,
) -> Standing:
    """A card's standing, out of the columns `STANDING` as the driver gives them."""
    memory = Memory(_day(due), interval, easiness, repetitions, lapses, bool(unsettled))
    at = None if last is None else instant_of(last)
    return Standing(memory, bool(suspended), _day(buried), _day(introduced), _day(answered), at)


def stood(standing: Standing) -> Stood:
    """A card's standing as these columns have it, and `read_standing` reads it."""
    memory, suspended, buried, introduced, answered, last = standing
    days = (None if day is None else day.isoformat() for day in (memory.due, buried, introduced, answered))
    due, buried_until, introduced_on, answered_on = days
    at = None if last is None else (last - EPOCH) // MICROSECOND
    numbers = (memory.interval, memory.easiness, memory.repetitions, memory.lapses, memory.unsettled, suspended)
    return (due, *numbers, buried_until, introduced_on, answered_on, at)


def differing(connection: Connection, fresh: Mapping[str, Standing]) -> list[str]:
    """The cards whose standing, as the schedule has it, is none of these, or another, or that it takes for others."""
    kept = {card: read_standing(*found) for card, *found in one_by_one(connection, _STANDINGS)}
    others = (card for card in {*kept, *fresh} if kept.get(card) != fresh.get(card))
    return sorted({*others, *disagreeing(connection)})


@unswept()
def differences(connection: Connection, scheduler: Scheduler) -> list[str]:
    """The cards whose standing, as the schedule has it, is not the fold of their rows, or that it takes for others."""
    return differing(connection, folded(connection, scheduler))


def _day(value: Any) -> date | None:
    return None if value is None else day_of(value)
