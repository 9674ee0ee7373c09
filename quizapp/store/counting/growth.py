"""What is to be counted for statistics: what came since the counts that are kept, or all there is."""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from quizapp.store.counting.past import past
from quizapp.store.schema import tables
from quizapp.store.statements.driver import plainly
from quizapp.store.statements.expressions import Number
from quizapp.store.statements.portions import portions
from quizapp.store.values import Happened

_card, _log, _counts = tables.card, tables.log, tables.counts
_PART = 4
"""Where more than this part of the log came since, all of it is counted anew: that is quicker."""


class Grown(NamedTuple):
    """What there is to count: `before` is to be taken out of what is kept as `counts`, `now` to be added.

    `turn` is that of what is kept; `rows` how many the log has, `fresh` how many of them the counts do not have yet;
    `decks` those of all cards that are told of. `counts` is empty where nothing is kept.
    """

    turn: int
    counts: str
    rows: int
    fresh: int
    before: Sequence[Happened]
    now: Sequence[Happened]
    decks: dict[str, str]


def grown(connection: Connection, basis: str | None) -> Grown:
    """What came since the counts that are kept on this basis were; all there is where none are."""
    turn, kept, counts = _kept(connection, basis)
    # Rows are numbered without a gap as long as they are only appended; a server numbers none.
    last = connection.execute(select(func.max(Number())).select_from(_log)).scalar()
    rows = kept if last == kept else connection.execute(select(func.count()).select_from(_log)).scalar_one()
    fresh = rows - kept
    if fresh and (last != rows or not 0 < fresh * _PART < rows):
        return Grown(turn, "", rows, rows, [], past(connection), _decks(connection))
    since = select(_log.c.card).where(Number() > kept).distinct()
    cards = sorted(connection.execute(since).scalars()) if fresh else []
    before, now = past(connection, cards, kept), past(connection, cards)
    return Grown(turn, counts, rows, fresh, before, now, _decks(connection, cards))


def _kept(connection: Connection, basis: str | None) -> tuple[int, int, str]:
    found = connection.execute(select(_counts)).first()
    if found is None:
        return 0, 0, ""
    return (found.turn, found.rows, found.counts) if found.basis == basis else (found.turn, 0, "")


def _decks(connection: Connection, cards: Sequence[str] | None = None) -> dict[str, str]:
    statement = select(_card.c.id, _card.c.deck)
    if cards is None:
        return dict(plainly(connection, statement))
    return dict(row for some in portions(cards) for row in plainly(connection, statement.where(_card.c.id.in_(some))))
