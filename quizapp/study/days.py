"""A day as people write it: `2027-01-15`, `+30`, `in 30 days`, `tomorrow`; in Chinese as well."""

import re
import unicodedata
from datetime import date, timedelta

from quizapp.errors import UsageError
from quizapp.i18n import F_

_WORDS = {"yesterday": -1, "昨天": -1, "today": 0, "今天": 0, "tomorrow": 1, "明天": 1, "后天": 2}
_IN_DAYS = re.compile(r"([+-]\d{1,5})|in (\d{1,5}) days?|(\d{1,5}) ?天后", re.ASCII)


def day_of(text: str, today: date) -> date:
    """The day that was written, seen from `today`. Raises UsageError."""
    said = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    try:
        if (days := _days(said)) is not None:
            return today + timedelta(days=days)
        return date.fromisoformat(said)
    except (ValueError, OverflowError) as error:
        what = F_("`{text}` is no day", text=text)
        raise UsageError(what, F_("write it as 2027-01-15, +30 or tomorrow")) from error


def refuse_to_come(day: date, today: date) -> None:
    """Raises UsageError for a day that has not come yet, of which there are no answers."""
    if day > today:
        raise UsageError(F_("{day} has not come yet", day=day), F_("name today or a day before"))


def _days(said: str) -> int | None:
    """How many days from today on that is, where it is said so."""
    if said in _WORDS:
        return _WORDS[said]
    found = _IN_DAYS.fullmatch(said)
    return int(found[1] or found[2] or found[3]) if found else None
