"""Long lists of values, in portions that one statement can hold."""

from collections.abc import Iterable, Sequence

MOST_VALUES = 500
"""Engines bound how many values a statement may hold; the lowest bound met is 999."""


def portions(values: Sequence[str]) -> Iterable[Sequence[str]]:
    """All values in their order, cut into pieces of at most `MOST_VALUES`."""
    return (values[start : start + MOST_VALUES] for start in range(0, len(values), MOST_VALUES))
