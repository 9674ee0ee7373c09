"""What was counted of the log is kept, so that only what came since is counted: the table `counts`, of one row.

Counts are sums over cards. A card of which rows came since is taken out as it was and put in as it is, also where the
rows are old ones of another machine, or take back what was counted. A card that changes its deck is a matter of all
counts: then they are forgotten.
"""

from sqlalchemy import Connection, delete, exists, func, insert, select

from quizapp.store.counting.past import length
from quizapp.store.schema import tables

_counts = tables.counts


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


def _replace(connection: Connection, turn: int, rows: int, basis: str, counts: str) -> None:
    connection.execute(delete(_counts))
    connection.execute(insert(_counts).values(turn=turn, rows=rows, basis=basis, counts=counts))
