"""What cards and the schedule say of each other, kept in step when either changes: see `tables`."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, bindparam, case, exists, false, or_, select, true, union, update

from quizapp.scheduling.fold import Standing
from quizapp.store.counting.kept import forget
from quizapp.store.schema import tables
from quizapp.store.statements.among import Among
from quizapp.store.statements.prepared import Prepared, Through

_card, _schedule = tables.card, tables.schedule


def placed(card: ColumnElement[str]) -> dict[str, Any]:
    """What the schedule's row of a card says of it."""
    of_it = _card.c.id == card
    return {
        "deck": select(_card.c.deck).where(of_it, _card.c.archived_at.is_(None)).scalar_subquery(),
        "topic": select(_card.c.topic).where(of_it, _card.c.archived_at.is_(None)).scalar_subquery(),
        "family": select(_card.c.family).where(of_it).scalar_subquery(),
    }


_IN_USE = _card.c.archived_at.is_(None)
_IS_MOVED = and_(_IN_USE, _schedule.c.deck.is_distinct_from(_card.c.deck))
_PAST = Among(
    select(_schedule.c.card, _IS_MOVED).select_from(_schedule.join(_card, _card.c.id == _schedule.c.card)),
    _schedule.c.card,
)
_PLACE = Prepared(update(_schedule).where(_schedule.c.card == bindparam("of")).values(placed(_schedule.c.card)))
_IS_BEGUN = exists().where(_schedule.c.card == _card.c.id, _schedule.c.introduced.is_not(None))
_BEGIN = Prepared(update(_card).where(_card.c.id == bindparam("of"), _IS_BEGUN).values(begun=true()))
_NOW = bindparam("now", type_=_card.c.begun.type)
_MARK = Prepared(update(_card).where(_card.c.id == bindparam("of"), _card.c.begun != _NOW).values(begun=_NOW))

_DISAGREEING = union(
    select(_schedule.c.card)
    .select_from(_schedule.outerjoin(_card, _card.c.id == _schedule.c.card))
    .where(
        or_(
            _schedule.c.deck.is_distinct_from(case((_IN_USE, _card.c.deck))),
            _schedule.c.topic.is_distinct_from(case((_IN_USE, _card.c.topic))),
            _schedule.c.family.is_distinct_from(_card.c.family),
            _card.c.begun != _schedule.c.introduced.is_not(None),
        )
    ),
    select(_card.c.id).where(_card.c.begun.is_(True), ~_IS_BEGUN),
)


def disagreeing(connection: Connection) -> list[str]:
    """The cards of which the schedule and the card say something else of each other: none, unless they were damaged."""
    return list(connection.execute(_DISAGREEING).scalars())


def agree(connection: Connection, cards: Sequence[str]) -> None:
    """After these cards were put in or archived. Most have no past: of them the schedule says nothing."""
    past = dict(_PAST.rows(connection, cards))
    if any(past.values()):
        forget(connection)
    _PLACE.change(connection, [{"of": card} for card in past])
    _BEGIN.change(connection, [{"of": card} for card in past])


def mark_all(connection: Connection) -> None:
    """After all of the schedule was written."""
    connection.execute(update(_card).where(_card.c.begun.is_(False), _IS_BEGUN).values(begun=true()))
    connection.execute(update(_card).where(_card.c.begun.is_(True), ~_IS_BEGUN).values(begun=false()))


def mark(connection: Through, standings: Mapping[str, Standing]) -> None:
    """After these cards' schedule was written. Nothing is done where it says what it said before."""
    _MARK.change(connection, [{"of": card, "now": found.introduced is not None} for card, found in standings.items()])
