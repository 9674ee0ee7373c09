"""Long lists of values, in portions that one statement can hold."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

_Value = TypeVar("_Value")
MOST_VALUES = 500
"""Engines bound how many values a statement may hold; the lowest bound met is 999."""


def portions(values: Sequence[_Value], most: int = MOST_VALUES) -> Iterable[Sequence[_Value]]:
    """All values in their order, cut into pieces of at most `most`."""
    return (values[start : start + most] for start in range(0, len(values), most))
