"""What was done last on a device on one of the learner's days, read from the end."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import BigInteger, bindparam, exists, select

from quizapp.scheduling.log import What
from quizapp.store.log.rows import instant_of, read_rows
from quizapp.store.schema import tables
from quizapp.store.statements.prepared import Prepared, Through
from quizapp.store.values import LogRow

_log, _undo = tables.log, tables.log.alias()
_OF = (_log.c.day == bindparam("day"), _log.c.device == bindparam("device"))
_LATEST = Prepared(select(_log.c.at).where(*_OF).order_by(_log.c.at.desc()).limit(1))
_DEEDS = Prepared(
    select(_log)
    .where(*_OF, *(_log.c.what != what.value for what in (What.UNDO, What.IMPORTED, What.LEARNED)))
    .where(~exists().where(_undo.c.undoes == _log.c.uuid, _undo.c.card == _log.c.card))
    .order_by(_log.c.at.desc(), _log.c.uuid.desc())
    .limit(bindparam("most", type_=BigInteger))
)
_ALL = 1 << 40
"""More rows than any day has."""


def latest(connection: Through, day: date, device: str) -> datetime | None:
    """The instant of the last row of a device and a day; None where there is none."""
    return next((instant_of(at) for (at,) in _LATEST.plainly(connection, day=day, device=device)), None)


def deeds(connection: Through, day: date, device: str, most: int | None) -> Sequence[LogRow]:
    """The last rows of a device and a day that may be taken back, and were not; oldest first."""
    rows = _DEEDS.plainly(connection, day=day, device=device, most=_ALL if most is None else most)
    return list(read_rows(reversed(rows)))
