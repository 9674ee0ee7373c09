"""Underlined text in HTML: Markdown has no mark for it, and so it becomes plain text."""

import re

from quizapp.exchange.notes import Told
from quizapp.i18n import ngettext

_UNDERLINED = re.compile(r"<u\b[^<>]*>", re.IGNORECASE)


def is_underlined(html: str) -> bool:
    """True if something in a piece of HTML is underlined."""
    return _UNDERLINED.search(html) is not None


def told_underlines(place: str, notes: int) -> tuple[Told, ...]:
    """One word for all the notes in which something is underlined."""
    what = ngettext("in {n} note underlined text became plain", "in {n} notes underlined text became plain", notes)
    return (Told(place, what.format(n=notes)),) if notes else ()
