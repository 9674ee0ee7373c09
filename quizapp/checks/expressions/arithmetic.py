"""Bounded arithmetic: exact for integers and fractions, finite for floats."""

import math
import operator
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from quizapp.checks.errors import Unfit
from quizapp.checks.limits import BITS, LENGTH, work
from quizapp.checks.values import LISTS, Exact, Number, Value, is_number
from quizapp.i18n import F_


def result(number: Value) -> Number:
    """A computed number as an expression may hold it: whole fractions as integers. Raises Unfit."""
    if type(number) is int:
        if number.bit_length() > BITS:
            raise Unfit(F_("an integer of more than {most} bits", most=BITS))
        return number
    if type(number) is float:
        if not math.isfinite(number):
            raise Unfit(F_("a number that is not finite"))
        return number
    if isinstance(number, Fraction):
        return _fraction(number)
    if isinstance(number, bool):
        return int(number)
    raise Unfit(F_("no real number"))


def number(value: Value) -> Number:
    """An operand: a number, or a truth value as 0 or 1. Raises Unfit for anything else."""
    if isinstance(value, bool):
        return int(value)
    if not is_number(value):
        raise Unfit(F_("{what} is no number", what=kind_of(value)))
    return value


def kind_of(value: Value) -> str:
    """What a value is, in words."""
    return next((words for kind, words in _KINDS if isinstance(value, kind)), F_("this"))


_KINDS: tuple[tuple[Any, str], ...] = (
    (str, F_("a text")),
    (list | tuple, F_("a list")),
    (bool, F_("a truth value")),
    (int | Fraction | float, F_("a number")),
    (Mapping, F_("a mapping")),
    (type(None), "None"),
)


def _fraction(fraction: Fraction) -> Exact:
    if fraction.denominator == 1:
        return result(fraction.numerator)  # type: ignore[return-value]  # of a whole number it is one
    if fraction.numerator.bit_length() > BITS or fraction.denominator.bit_length() > BITS:
        raise Unfit(F_("a fraction of more than {most} bits", most=BITS))
    return fraction


def pay(number: Value) -> None:
    """Spends what an operation on a fraction costs: 1 µs for a small one, 30 to 45 µs for one of 2048 bits."""
    if isinstance(number, Fraction):
        bits = number.denominator.bit_length() + abs(number.numerator).bit_length()
        work(2 + (bits * bits >> 19))


def _plain(
    apply: Callable[[Number, Number], Number], of_lists: Callable[[Value, Value], Value] | None = None
) -> Callable[[Value, Value], Value]:
    """An operation on numbers whose result is no larger than its operands together, or on lists."""

    def bounded(left: Value, right: Value) -> Value:
        if type(left) is int and type(right) is int:
            found = apply(left, right)
            return found if found.bit_length() <= BITS else result(found)  # type: ignore[union-attr]  # of ints
        if of_lists and (isinstance(left, LISTS) or isinstance(right, LISTS)):
            return of_lists(left, right)
        left, right = number(left), number(right)
        pay(left)
        pay(right)
        return result(apply(left, right))

    return bounded


def _joined(left: Value, right: Value) -> Value:
    for side in (left, right):
        if not isinstance(side, LISTS):
            raise Unfit(F_("a list and {what} make no sum", what=kind_of(side)))
    _measured(len(left) + len(right))
    return left + right if type(left) is type(right) else [*left, *right]


def _repeated(left: Value, right: Value) -> Value:
    items, times = (left, right) if isinstance(left, LISTS) else (right, left)
    if not isinstance(times, int):
        raise Unfit(F_("a list can be repeated a whole number of times only"))
    _measured(len(items) * max(times, 0))
    return items * times


def _measured(length: int) -> None:
    if length > LENGTH:
        raise Unfit(F_("a list of more than {most} elements", most=LENGTH))
    work(length)


add = _plain(operator.add, _joined)
"""The sum of two numbers, or two lists one after the other."""
subtract = _plain(operator.sub)
multiply = _plain(operator.mul, _repeated)
"""The product of two numbers, or a list repeated."""
floor_divide = _plain(operator.floordiv)
remainder = _plain(operator.mod)


def divide(left: Value, right: Value) -> Number:
    """The exact quotient of integers and fractions; a float where either is one."""
    left, right = number(left), number(right)
    if isinstance(left, float) or isinstance(right, float):
        return result(left / right)
    pay(left)
    pay(right)
    return result(Fraction(left, right))


def power(base: Value, exponent: Value) -> Number:
    """The power: exact for an exact base and an integer exponent, else a float. Raises Unfit where it is not real."""
    base, exponent = number(base), number(exponent)
    if isinstance(base, float) or not isinstance(exponent, int):
        return result(float(base) ** float(exponent))
    bits = max(base.numerator.bit_length(), base.denominator.bit_length())
    if bits > 1 and (bits - 1) * abs(exponent) > BITS:
        raise Unfit(F_("a power of more than {most} bits", most=BITS))
    if bits == 1 and abs(exponent) > 2:  # 0, 1 and -1: only odd or even matters
        exponent = (2 + exponent % 2) * (1 if exponent > 0 else -1)
    pay(base)
    return result(base**exponent if isinstance(base, int) and exponent >= 0 else Fraction(base) ** exponent)


def negative(value: Value) -> Number:
    """The number with the other sign."""
    return result(-number(value))


def positive(value: Value) -> Number:
    """The number itself."""
    return number(value)
