"""A year of days drawn week by week, whatever it is drawn with: its weeks, their days, and the months above them."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from quizapp.i18n import _

WEEKS = 53
"""A year touches so many."""
_WEEK = timedelta(days=7)
_ROOM = 3
"""Weeks. The number of a month and a gap take so many."""


def weeks(last: date, count: int = WEEKS) -> list[date]:
    """The Mondays of so many weeks, that of `last` behind all others."""
    latest = last - timedelta(days=last.weekday())
    return [latest - _WEEK * back for back in reversed(range(count))]


def weekdays() -> list[str]:
    """The names of the days of a week, Monday first; every second one is empty, so that they do not crowd."""
    return [_("Mon"), "", _("Wed"), "", _("Fri"), "", _("Sun")]


def months(weeks: Sequence[date]) -> dict[int, str]:
    """The numbers of the months, by the place of the first week that begins in each.

    Of a month that has hardly begun before the next does, as the first may have, it is the next that is told.
    """
    begins = [0, *(place for place, (before, week) in enumerate(pairwise(weeks), 1) if before.month != week.month)]
    if len(begins) > 1 and begins[1] < _ROOM:
        del begins[0]
    return {place: f"{weeks[place]:%m}" for place in begins}


def months_above(weeks: Sequence[date], room: int) -> str:
    """The same as a line of characters, a week each; one that has no room is left out."""
    told = ""
    for place, month in months(weeks).items():
        if place + len(month) <= room:
            told = told.ljust(place) + month
    return told
