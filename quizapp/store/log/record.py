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
from quizapp.store.log.rows import Columns, log_rows, values_of
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
_MOVE = Prepared(
    update(_schedule)
    .where(_schedule.c.card == bindparam("of"))
    .values({column: bindparam(f"to_{column.name}", type_=column.type) for column in STANDING})
)
_BEGUN = Among(select(_schedule.c.card, _schedule.c.introduced), _schedule.c.card)
_IN_TIME = itemgetter(2, 0)
_INTRODUCED = STANDING.index(_schedule.c.introduced)
_PUT = Prepared(Put(_schedule).values(_TO | placed(_TO["card"])))


class Overtaken(Exception):
    """A card's memory is another than the one that an answer was given to."""


def append(
    connection: Through, rows: Sequence[LogRow], scheduler: Scheduler, shown: Mapping[str, Memory] | None = None
) -> int:
    """Appends rows and brings their cards' schedules up to date; how many were added.

    A row whose uuid is there already stays as it is. Raises Overtaken where a card's memory is not the one `shown`.
    """
    if not rows:
        return 0
    added = _INSERT.change(connection, [values_of(row) for row in rows])
    cards = _by_card(rows)
    simple = added == len(rows) and not _undone(connection, rows)
    after, turned = _further(connection, cards, scheduler, shown or {}) if simple else ({}, set[str]())
    anew = dict(folded_of(connection, [card for card in cards if card not in after], scheduler))
    _put(connection, after | anew)
    mark(connection, anew | {card: after[card] for card in turned})
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


def shown(connection: Through, card: str) -> tuple[Card, Standing | None] | None:
    """A card in use, and where it stands, if anything was ever logged of it; None where there is none of that id."""
    for content, is_logged, *standing in _SHOWN.plainly(connection, of=card):
        return Card.model_validate_json(content), read_standing(*standing) if is_logged else None
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


def _further(
    connection: Through, cards: Mapping[str, Sequence[Entry]], scheduler: Scheduler, shown: Mapping[str, Memory]
) -> tuple[dict[str, Standing], set[str]]:
    """Cards' standings folded on by later entries; without those whose entries are not all later, or take back.

    Beside them, which of these cards were begun by that, or are new again.
    """
    found: dict[str, Standing] = {}
    turned: set[str] = set()
    for some in portions(list(cards)):
        before = standings_of(connection, some)
        for card in some:
            first = before.get(card) or Standing(scheduler.first())
            if card in shown and first.memory != shown[card]:
                raise Overtaken
            if _are_later(cards[card], first.last):
                found[card] = now = apply(first, cards[card], scheduler)
                turned |= {card} if (now.introduced is None) != (first.introduced is None) else set()
    return found, turned


def _are_later(entries: Iterable[Entry], last: datetime | None) -> bool:
    """True if each of these came after the one before, the first of them after the `last` that is folded already."""
    for entry in entries:
        if entry.what is What.UNDO or (last is not None and entry.at <= last):
            return False
        last = entry.at
    return True


def _undone(connection: Through, rows: Sequence[LogRow]) -> bool:
    """True if one of these rows was taken back before it came: rows of another machine come in any order."""
    return any(_UNDOES.rows(connection, [row.entry.uuid for row in rows]))


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
