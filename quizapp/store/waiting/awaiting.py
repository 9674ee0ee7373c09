"""The collection's part that says what waits, and how it goes."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Date, Engine, bindparam, text

from quizapp.store.engines.engine import straight
from quizapp.store.statements.prepared import Prepared
from quizapp.store.statements.texts import Statement, with_days
from quizapp.store.waiting.known import Known


class Awaiting(Known):
    """What waits on a day, and what was done on it."""

    _engine: Engine

    def _ask(self, statement: Statement, /, **given: date | str | int) -> Iterable[tuple[Any, ...]]:
        days = tuple(name for name, value in given.items() if isinstance(value, date))
        with straight(self._engine) as connection:
            rows = _prepared(statement, days).plainly(connection, **given)
            return [with_days(row, statement.days) for row in rows]


@cache
def _prepared(statement: Statement, days: tuple[str, ...]) -> Prepared:
    return Prepared(text(statement.text).bindparams(*(bindparam(name, type_=Date()) for name in days)))
