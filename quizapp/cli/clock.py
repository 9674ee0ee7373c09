"""The time. `QUIZAPP_NOW` sets the program's clock, for tests and for trying out what tomorrow brings."""

import os
from datetime import datetime, timedelta
from functools import cache
from time import monotonic

from quizapp.errors import UsageError
from quizapp.i18n import F_

VARIABLE = "QUIZAPP_NOW"
_YEARS = range(1970, 3000)
"""Before them and far behind them days end that have to be told."""


def now() -> datetime:
    """The present instant, aware, where the learner is.

    With `QUIZAPP_NOW` (ISO 8601 with an offset) the clock starts there and moves on. Raises UsageError where that makes
    no sense, or the time zone does not.
    """
    said = os.environ.get(VARIABLE)
    if not said:
        return _here()
    start, since = _started(said)
    return start + timedelta(seconds=monotonic() - since)


def _here() -> datetime:
    try:
        return datetime.now().astimezone()
    except ValueError:  # a day or more ahead of UTC, or behind it
        what = F_("{name} is no time zone: {text}", name="TZ", text=os.environ.get("TZ", ""))
        raise UsageError(what, F_("write it as Asia/Shanghai")) from None


@cache
def _started(said: str) -> tuple[datetime, float]:
    try:
        start: datetime | None = datetime.fromisoformat(said)
    except ValueError:
        start = None
    if start is None or start.tzinfo is None or start.year not in _YEARS:
        what = F_("{name} is no instant: {text}", name=VARIABLE, text=said)
        raise UsageError(what, F_("write it as 2026-11-24T09:00:00+00:00"))
    return start, monotonic()
