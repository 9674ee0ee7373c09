"""What was counted of the log is kept, so that only what came since is counted: the table `counts`, of one row.

Counts are sums over cards. A card of which rows came since is taken out as it was and put in as it is, also where the
rows are old ones of another machine, or take back what was counted. A card that changes its deck is a matter of all
counts: then they are forgotten.
"""

from collections.abc import Sequence

from sqlalchemy import Connection, delete, exists, func, insert, literal, select

from quizapp.store.counting.past import length
from quizapp.store.schema import tables
from quizapp.store.statements.portions import portions

_card, _schedule, _counts = tables.card, tables.schedule, tables.counts


def keep(connection: Connection, turn: int, rows: int, basis: str, counts: str) -> None:
    """Keeps what was counted of so many rows; unless all was forgotten since what that was based on was read.

    Nor is it kept where the log has fewer: a backup was brought back meanwhile. `basis` is what it was counted by: it
    serves nobody who counts by something else.
    """
    is_forgotten = connection.execute(select(exists().where(_counts.c.turn > turn))).scalar()
    if not is_forgotten and rows <= length(connection):
        _replace(connection, turn, rows, basis, counts)


def forget(connection: Connection) -> None:
    """Forgets all."""
    turn = connection.execute(select(func.coalesce(func.max(_counts.c.turn), 0))).scalar_one()
    _replace(connection, turn + 1, 0, "", "")


def forget_moved(connection: Connection, topics: Sequence[str]) -> None:
    """Forgets all where a card of these topics that has a past is in another deck than the schedule has it in."""
    if any(_moved(connection, some) for some in portions(topics)):
        forget(connection)


def _moved(connection: Connection, topics: Sequence[str]) -> bool:
    pairs = _schedule.join(_card, _card.c.id == _schedule.c.card)
    is_moved = _schedule.c.deck.is_distinct_from(_card.c.deck)
    statement = select(literal(1)).select_from(pairs).where(_card.c.topic.in_(topics), _card.c.archived_at.is_(None))
    return connection.execute(statement.where(is_moved).limit(1)).first() is not None


def _replace(connection: Connection, turn: int, rows: int, basis: str, counts: str) -> None:
    connection.execute(delete(_counts))
    connection.execute(insert(_counts).values(turn=turn, rows=rows, basis=basis, counts=counts))
