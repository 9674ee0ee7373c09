"""Labels below the columns of a chart, by the place of their column."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

_WEEK = 7


def weekly(days: Sequence[date]) -> dict[int, str]:
    """Days one after the other: a label below the first and below every seventh from there."""
    return {place: f"{days[place]:%m-%d}" for place in range(0, len(days), _WEEK)}


def monthly(days: Sequence[date]) -> dict[int, str]:
    """A label below the first column and below each with which a month begins."""
    begun = [place for place, (before, day) in enumerate(pairwise(days), start=1) if before.month != day.month]
    return {place: f"{days[place]:%m-%d}" for place in (0, *begun)}
