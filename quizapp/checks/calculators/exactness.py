"""Arithmetic of calculators: exact for exact numbers, bounded in size and cost; floats where roots are taken."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import isfinite, sqrt

from quizapp.checks.calculators.arguments import number
from quizapp.checks.errors import Unfit
from quizapp.checks.limits import BITS, work
from quizapp.checks.values import Number, Value, whole
from quizapp.i18n import F_

_SMALL = 2**127
"""Integers that cost a step and are in bounds, as nearly all are."""


def real(value: Value, name: str) -> float:
    """The value as a float, for what exp, log and sqrt go through. Raises Unfit where it is no number or too large."""
    try:
        return float(number(value, name))
    except OverflowError as error:
        raise Unfit(F_("{what} is too large", what=name)) from error


def positive(value: Value, name: str) -> Number:
    """The value, a number above 0. Raises Unfit for anything else."""
    if number(value, name) <= 0:
        raise Unfit(F_("{what} is not above 0", what=name))
    return number(value, name)


def share(value: Value, name: str) -> Number:
    """The value, a number from 0 to 1, such as a probability. Raises Unfit for anything else."""
    if not 0 <= number(value, name) <= 1:
        raise Unfit(F_("{what} is not between 0 and 1", what=name))
    return number(value, name)


def same_length(first: Sequence[Value], second: Sequence[Value], names: str) -> None:
    """Raises Unfit where two lists that belong together differ in length."""
    if len(first) != len(second):
        raise Unfit(F_("{what} differ in length: {one} and {two}", what=names, one=len(first), two=len(second)))


def bounded(value: Number) -> Number:
    """The number, an integer where it is whole; its size is paid for.

    Exact numbers grow with every operation: without this, a sum of 4096 fractions would cost seconds. Raises Unfit
    where an exact number outgrows the limit or a float is not finite.
    """
    if type(value) is int and -_SMALL < value < _SMALL:
        work(1)
        return value
    if isinstance(value, float):
        work(1)
        if not isfinite(value):
            raise Unfit(F_("the result is too large"))
        return value + 0.0  # -0.0 becomes 0.0
    bits = max(value.numerator.bit_length(), value.denominator.bit_length())
    work(1 + bits // 128 if isinstance(value, int) else 4 + bits // 16)  # a gcd makes fractions dear
    if bits > BITS:
        raise Unfit(F_("the result has more than {most} bits", most=BITS))
    return value if isinstance(value, int) else whole(value)


def ratio(above: Number, below: Number) -> Number:
    """The quotient, exact where both are. Raises Unfit for division by 0."""
    if below == 0:
        raise Unfit(F_("division by 0"))
    if isinstance(above, float) or isinstance(below, float):
        return bounded(float(above) / float(below))
    return bounded(Fraction(above) / Fraction(below))


def total(values: Iterable[Number]) -> Number:
    """The sum, exact where all are."""
    result: Number = 0
    for value in values:
        result = bounded(result + value)
    return result


def average(values: Sequence[Number]) -> Number:
    """The arithmetic mean, exact where all are."""
    return ratio(total(values), len(values))


def inner(first: Sequence[Number], second: Sequence[Number], names: str) -> Number:
    """The dot product of two vectors of equal length. Raises Unfit where they are not."""
    same_length(first, second, names)
    return total(bounded(left * right) for left, right in zip(first, second, strict=True))


def root(value: Number, name: str) -> float:
    """The square root. Raises Unfit for a number below 0."""
    if value < 0:
        raise Unfit(F_("{what} is below 0", what=name))
    return sqrt(real(value, name))


def size(value: Number) -> Number:
    """The number without its sign."""
    return value if value >= 0 else -value


def is_list(value: Value) -> bool:
    """True for a list or tuple."""
    return isinstance(value, list | tuple)


def is_matrix(value: Value) -> bool:
    """True for a list whose first element is a list."""
    return is_list(value) and bool(value) and is_list(value[0])
