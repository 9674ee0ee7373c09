"""Values between values, and vectors made longer. Exact numbers stay exact."""

from fractions import Fraction
from math import floor

from quizapp.checks.calculators.arguments import Vector, count, matrix, number, truth, vector
from quizapp.checks.calculators.exactness import inner
from quizapp.checks.calculators.registry import calculator
from quizapp.checks.errors import Unfit
from quizapp.checks.limits import work
from quizapp.checks.values import Number, Value
from quizapp.i18n import F_

_STEPS = 8
"""Blending two fractions takes as long as so many steps of an expression."""


@calculator
def value_at(x: Value, position: Value) -> Number:
    """The value of a vector at a position between its elements: a blend of both neighbours.

    Positions count from 0; before the first element and after the last stand their values.
    """
    return _blend(vector(x, "x"), number(position, "position"))


@calculator
def bilinear(patch: Value, dx: Value, dy: Value) -> Number:
    """The value inside of a 2x2 patch [[a, b], [c, d]]: (1-dx)(1-dy)a + dx(1-dy)b + (1-dx)dy c + dx dy d.

    dx runs from 0, at the left, to 1; dy from 0, at the top, to 1.
    """
    rows = matrix(patch, "patch")
    if len(rows) != 2 or len(rows[0]) != 2:
        raise Unfit(F_("patch is no 2x2 matrix"))
    if not (0 <= number(dx, "dx") <= 1 and 0 <= number(dy, "dy") <= 1):
        raise Unfit(F_("dx and dy lie from 0 to 1"))
    return _blend([_blend(row, dx) for row in rows], dy)


@calculator
def upsample(x: Value, scale: Value, align_corners: Value = False) -> Vector:
    """A vector made `scale` times as long, linearly (PyTorch's F.interpolate, mode "linear").

    Output i stands at position (i + 1/2) / scale - 1/2 of the input; with `align_corners` at
    i (n - 1) / (n scale - 1), so that both ends meet.
    """
    values, times = vector(x, "x"), count(scale, "scale")
    length = len(values) * times
    work(length)
    if truth(align_corners, "align_corners"):
        return [_blend(values, Fraction(i * (len(values) - 1), max(length - 1, 1))) for i in range(length)]
    return [_blend(values, Fraction(2 * i + 1, 2 * times) - Fraction(1, 2)) for i in range(length)]


def _blend(values: Vector, position: Number) -> Number:
    work(_STEPS)
    inside = min(max(position, 0), len(values) - 1)
    left = min(floor(inside), max(len(values) - 2, 0))
    share = inside - left
    return inner([1 - share, share], [values[left], values[min(left + 1, len(values) - 1)]], "neighbours")
