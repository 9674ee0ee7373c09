"""The elementary functions of one number: what goes through a root, a logarithm or an exponential becomes a float."""

import math

from quizapp.checks.errors import Unfit
from quizapp.checks.expressions.arithmetic import number, result
from quizapp.checks.values import Number, Value
from quizapp.i18n import F_


def absolute(x: Value) -> Number:
    """The size of a number, without its sign."""
    return result(abs(number(x)))


def sign(x: Value) -> Number:
    """1, 0 or -1: the sign of a number."""
    value = number(x)
    return (value > 0) - (value < 0)


def rounded(x: Value, digits: Value = None) -> Number:
    """`x` rounded to so many decimals, halves to the even neighbour."""
    if digits is None:
        return result(round(number(x)))
    if not isinstance(digits, int) or abs(digits) > 100:
        raise Unfit(F_("decimals are a whole number of at most 100"))
    return result(round(number(x), digits))


def floored(x: Value) -> Number:
    """The largest integer not above `x`."""
    return result(math.floor(number(x)))


def ceiled(x: Value) -> Number:
    """The smallest integer not below `x`."""
    return result(math.ceil(number(x)))


def whole_part(x: Value) -> Number:
    """`x` without its decimals."""
    return result(math.trunc(number(x)))


def square_root(x: Value) -> Number:
    """The square root, a float."""
    if number(x) < 0:
        raise Unfit(F_("a negative number has no real root"))
    return math.sqrt(number(x))


def exponential(x: Value) -> Number:
    """e to the power of `x`."""
    return math.exp(number(x))


def logarithm(x: Value, base: Value = None) -> Number:
    """The natural logarithm, or the one to a base."""
    if base is None:
        return math.log(_positive(x))
    return result(math.log(_positive(x)) / math.log(_positive(base)))


def logarithm_2(x: Value) -> Number:
    """The logarithm to base 2."""
    return math.log2(_positive(x))


def logarithm_10(x: Value) -> Number:
    """The logarithm to base 10."""
    return math.log10(_positive(x))


def sine(x: Value) -> Number:
    """The sine of an angle in radians."""
    return math.sin(number(x))


def cosine(x: Value) -> Number:
    """The cosine of an angle in radians."""
    return math.cos(number(x))


def hyperbolic_tangent(x: Value) -> Number:
    """The hyperbolic tangent."""
    return math.tanh(number(x))


def _positive(x: Value) -> Number:
    if number(x) <= 0:
        raise Unfit(F_("a logarithm needs a number above 0"))
    return number(x)
