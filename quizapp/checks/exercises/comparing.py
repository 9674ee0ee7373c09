"""Whether a call gave what is expected: types count, and nothing of the learner's is asked."""

import math
from typing import Any

from quizapp.cards.computed import Tolerance

RELATIVE = 1e-6
ABSOLUTE = 1e-9
"""How far a float may lie from the expected one where a test says nothing."""


def same(expected: Any, got: Any, tolerance: Tolerance | None = None) -> bool:
    """True if `got` is as expected.

    Numbers compare by value (3.0 is 3), integers exactly, floats within the tolerance; a truth value is no number. A
    list is as good as a tuple. NaN is NaN.
    """
    if isinstance(expected, bool) or isinstance(got, bool):
        return isinstance(expected, bool) and isinstance(got, bool) and expected == got
    if isinstance(expected, int | float):
        return isinstance(got, int | float) and _near(expected, got, tolerance)
    if isinstance(expected, list | tuple):
        return isinstance(got, list | tuple) and _all_same(expected, got, tolerance)
    if isinstance(expected, dict):
        return (
            isinstance(got, dict)
            and _keys_same(expected, got)
            and all(same(value, got[key], tolerance) for key, value in expected.items())
        )
    return type(expected) is type(got) and bool(expected == got)


def _all_same(expected: Any, got: Any, tolerance: Tolerance | None) -> bool:
    return len(expected) == len(got) and all(same(*pair, tolerance) for pair in zip(expected, got, strict=True))


def _keys_same(expected: dict[Any, Any], got: dict[Any, Any]) -> bool:
    """Keys are told apart by type too: True is not 1."""
    return {(type(key), key) for key in expected} == {(type(key), key) for key in got}


def _near(expected: float, got: float, tolerance: Tolerance | None) -> bool:
    if expected == got or (expected != expected and got != got):  # NaN alone differs from itself
        return True
    if tolerance is None and isinstance(expected, int) and isinstance(got, int):
        return False
    relative = RELATIVE if tolerance is None else tolerance.relative or 0
    absolute = ABSOLUTE if tolerance is None else tolerance.absolute or 0
    try:
        return math.isfinite(expected) and abs(got - expected) <= absolute + relative * abs(expected)
    except OverflowError:  # an integer beyond all floats
        return False
