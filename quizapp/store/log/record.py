"""The log and the schedule: rows appended, and the schedule of their cards folded on, in one transaction."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, select, update

from quizapp.cards.models import Card
from quizapp.scheduling.fold import Standing, apply
from quizapp.scheduling.log import Entry, What
from quizapp.scheduling.memory import Memory, Scheduler
from quizapp.store.log.agreeing import mark, mark_all, placed
from quizapp.store.log.folding import (
    STANDING,
    Rebuilt,
    Stood,
    differing,
    folded,
    folded_of,
    read_standing,
    standings_of,
    stood,
)
from quizapp.store.log.rows import Columns, columns_of, log_rows
from quizapp.store.schema import tables
from quizapp.store.statements.among import Among
from quizapp.store.statements.expressions import InsertNew, Put, Reindex
from quizapp.store.statements.portions import portions
from quizapp.store.statements.prepared import Prepared, Through
from quizapp.store.values import LogRow
from quizapp.unswept import unswept

_card, _log, _schedule = tables.card, tables.log, tables.schedule

# Built once: building them anew takes as long as running them.
_INSERT = Prepared(InsertNew(_log))
_UNDOES = Among(select(_log.c.uuid), _log.c.undoes)
_SHOWN = Prepared(
    select(_card.c.content, _schedule.c.card.is_not(None), *STANDING)
    .select_from(_card.outerjoin(_schedule, _schedule.c.card == _card.c.id))
    .where(_card.c.id == bindparam("of"), _card.c.archived_at.is_(None))
)
_TO = {column.name: bindparam(f"to_{column.name}", type_=column.type) for column in _schedule.c}
_MOVING = (
    update(_schedule)
    .where(_schedule.c.card == bindparam("of"))
    .values({column: bindparam(f"to_{column.name}", type_=column.type) for column in STANDING})
)
_MOVE = Prepared(_MOVING)
_WAS = (column.is_not_distinct_from(bindparam(f"was_{column.name}", type_=column.type)) for column in STANDING)
_MOVE_ON = Prepared(_MOVING.where(*_WAS))
_BEGUN = Among(select(_schedule.c.card, _schedule.c.introduced), _schedule.c.card)
_IN_TIME = itemgetter(2, 0)
_INTRODUCED = STANDING.index(_schedule.c.introduced)
_PUT = Prepared(Put(_schedule).values(_TO | placed(_TO["card"])))


class Overtaken(Exception):
    """A card's memory is another than the one that an answer was given to."""


def append(connection: Through, rows: Sequence[LogRow], scheduler: Scheduler, shown: Standing | None = None) -> int:
    """Appends rows and brings their cards' schedules up to date; how many were added.

    A row whose uuid is there already stays as it is. `shown` is where the one card stood that new rows are of; raises
    Overtaken where they answer it and its memory is another one.
    """
    if not rows:
        return 0
    added = _INSERT.change_plainly(connection, [columns_of(row) for row in rows])
    cards = _by_card(rows)
    if shown and added == len(rows) and _moved_on(connection, cards, shown, scheduler):
        return added
    before = standings_of(connection, list(cards))
    if shown and _overtaken(cards, before, shown, scheduler):
        raise Overtaken
    simple = added == len(rows) and not _undone(connection, rows)
    after = _further(cards, before, scheduler) if simple else {}
    after |= folded_of(connection, [card for card in cards if card not in after], scheduler)
    _MOVE.change_plainly(connection, [(*stood(after[card]), card) for card in before])
    _put(connection, {card: found for card, found in after.items() if card not in before})
    mark(connection, {card: found for card, found in after.items() if _turned(before.get(card), found)})
    return added


def append_columns(
    connection: Through, rows: Sequence[Columns], standings: Mapping[str, Stood], scheduler: Scheduler
) -> int:
    """Appends rows as columns; how many were not there yet. Their cards stand where `standings` say, if all are new.

    Cards that it does not name are folded anew.
    """
    # The index of names and that of days are in the order of time: they grow at places that lie side by side.
    added = _INSERT.change_plainly(connection, sorted(rows, key=_IN_TIME))
    now = dict(standings) if added == len(rows) else {}
    others = list({columns[1] for columns in rows} - now.keys())
    now |= {card: stood(standing) for card, standing in folded_of(connection, others, scheduler)}
    before = dict(_BEGUN.rows(connection, list(now)))
    # What is there knows the card's place: to look it up again takes twice as long as all the rest.
    _MOVE.change_plainly(connection, [(*now[card], card) for card in before])
    _put(connection, {card: read_standing(*found) for card, found in now.items() if card not in before})
    turned = (card for card, found in now.items() if (found[_INTRODUCED] is None) != (before.get(card) is None))
    mark(connection, {card: read_standing(*now[card]) for card in turned})
    return added


def missing(connection: Connection, rows: Sequence[LogRow]) -> list[LogRow]:
    """The rows that are not in the log."""
    uuids = [row.entry.uuid for row in rows]
    there = {
        uuid
        for some in portions(uuids)
        for uuid in connection.execute(select(_log.c.uuid).where(_log.c.uuid.in_(some))).scalars()
    }
    return [row for row in rows if row.entry.uuid not in there]


def shown(connection: Through, card: str, scheduler: Scheduler) -> tuple[Card, Standing] | None:
    """A card in use and where it stands; None where there is none of that id."""
    for content, is_logged, *standing in _SHOWN.plainly(connection, of=card):
        found = read_standing(*standing) if is_logged else Standing(scheduler.first())
        return Card.model_validate_json(content), found
    return None


def history(connection: Connection, card: str) -> list[LogRow]:
    """All rows of a card, oldest first, undone ones and undos among them."""
    statement = select(_log).where(_log.c.card == card).order_by(_log.c.at, _log.c.uuid)
    return list(log_rows(connection, statement))


def of_day(connection: Connection, day: date) -> list[LogRow]:
    """All rows of one of the learner's days, oldest first."""
    statement = select(_log).where(_log.c.day == day).order_by(_log.c.at, _log.c.uuid)
    return list(log_rows(connection, statement))


def since(connection: Connection, at: datetime) -> list[LogRow]:
    """All rows from an instant on, oldest first."""
    statement = select(_log).where(_log.c.at >= at).order_by(_log.c.at, _log.c.uuid)
    return list(log_rows(connection, statement))


@unswept()
def rebuild(connection: Connection, scheduler: Scheduler) -> Rebuilt:
    """Writes the schedule anew from the log, where it says anything else; its indexes always."""
    connection.execute(Reindex(_schedule))
    fresh = folded(connection, scheduler)
    before = differing(connection, fresh)
    if not before:
        return Rebuilt([], [])
    connection.execute(delete(_schedule))
    _put(connection, fresh)
    mark_all(connection)
    return Rebuilt(before, differing(connection, fresh))


def standing_of(row: Row[Any]) -> Standing:
    """The standing that a row of the schedule says."""
    memory = Memory(row.due, row.interval, row.easiness, row.repetitions, row.lapses, row.unsettled)
    return Standing(memory, row.suspended, row.buried_until, row.introduced, row.answered, row.last)


def _moved_on(connection: Through, cards: Mapping[str, Sequence[Entry]], shown: Standing, scheduler: Scheduler) -> bool:
    """True if the card stood where it was shown and stands now where further entries bring it: in one statement."""
    ((card, entries),) = cards.items()
    if shown.last is None or not _are_later(entries, shown.last):
        return False
    now = apply(shown, entries, scheduler)
    if not _MOVE_ON.change_plainly(connection, [(*stood(now), card, *stood(shown))]):
        return False
    mark(connection, {card: now} if _turned(shown, now) else {})
    return True


def _overtaken(
    cards: Mapping[str, Sequence[Entry]], before: Mapping[str, Standing], shown: Standing, scheduler: Scheduler
) -> bool:
    """True if the card is answered, and has another memory than it was shown with."""
    ((card, entries),) = cards.items()
    memory = before[card].memory if card in before else scheduler.first()
    return memory != shown.memory and any(entry.what is What.ANSWER for entry in entries)


def _turned(before: Standing | None, after: Standing) -> bool:
    """True if the card was begun by that, or is new again."""
    return (after.introduced is None) != (before is None or before.introduced is None)


def _further(
    cards: Mapping[str, Sequence[Entry]], before: Mapping[str, Standing], scheduler: Scheduler
) -> dict[str, Standing]:
    """Cards' standings folded on by later entries; without those whose entries are not all later, or take back."""
    found: dict[str, Standing] = {}
    for card, entries in cards.items():
        first = before.get(card) or Standing(scheduler.first())
        if _are_later(entries, first.last):
            found[card] = apply(first, entries, scheduler)
    return found


def _are_later(entries: Iterable[Entry], last: datetime | None) -> bool:
    """True if each of these came after the one before, the first of them after the `last` that is folded already."""
    for entry in entries:
        if entry.what is What.UNDO or (last is not None and entry.at <= last):
            return False
        last = entry.at
    return True


def _undone(connection: Through, rows: Sequence[LogRow]) -> bool:
    """True if one of these rows was taken back before it came: rows of another machine come in any order."""
    return any(_UNDOES.rows(connection, [row.entry.uuid for row in rows if row.entry.what is not What.UNDO]))


def _by_card(rows: Iterable[LogRow]) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for row in rows:
        found.setdefault(row.entry.card, []).append(row.entry)
    return found


def _put(connection: Through, standings: Mapping[str, Standing]) -> None:
    """Writes the schedule of these cards."""
    if standings:
        _PUT.change(connection, [_schedule_row(card, found) for card, found in standings.items()])


def _schedule_row(card: str, found: Standing) -> dict[str, Any]:
    memory = found.memory
    return {
        "to_card": card,
        "to_due": memory.due,
        "to_interval": memory.interval,
        "to_easiness": memory.easiness,
        "to_repetitions": memory.repetitions,
        "to_lapses": memory.lapses,
        "to_unsettled": memory.unsettled,
        "to_suspended": found.suspended,
        "to_buried_until": found.buried_until,
        "to_introduced": found.introduced,
        "to_answered": found.answered,
        "to_last": found.last,
    }
