"""What calculators accept: each reading refuses what makes no sense, in one line that names the argument."""

from collections.abc import Iterable
from typing import TypeAlias

from quizapp.checks.errors import Unfit
from quizapp.checks.limits import LENGTH, work
from quizapp.checks.values import Number, Value, is_number
from quizapp.i18n import F_

MOST = 10**15
"""No count of anything is larger, so that products of a few stay small numbers."""

Vector: TypeAlias = list[Number]
Matrix: TypeAlias = list[Vector]


def count(value: Value, name: str, least: int = 1) -> int:
    """A whole number from `least` to `MOST`. Raises Unfit; a truth value is no number."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise Unfit(F_("{what} is no whole number", what=name))
    if not least <= value <= MOST:
        raise Unfit(
            F_("{what} is below {least}", what=name, least=least)
            if value < least
            else F_("{what} is larger than 10^15", what=name)
        )
    return value


def number(value: Value, name: str) -> Number:
    """Any number: integer, fraction or float. Raises Unfit."""
    if not is_number(value):
        raise Unfit(F_("{what} is no number", what=name))
    return value


def truth(value: Value, name: str) -> bool:
    """True or false, also written 1 and 0. Raises Unfit."""
    if not isinstance(value, bool) and value not in (0, 1):
        raise Unfit(F_("{what} is neither true nor false", what=name))
    return bool(value)


def one_of(value: Value, name: str, choices: Iterable[str]) -> str:
    """One of some words. Raises Unfit, which names them."""
    known = list(choices)
    if not isinstance(value, str) or value not in known:
        raise Unfit(F_("{what} is none of {names}", what=name, names=", ".join(known)))
    return value


def items(value: Value, name: str) -> list[Value]:
    """A list or tuple of anything, at most `LENGTH` long. Raises Unfit."""
    if not isinstance(value, list | tuple):
        raise Unfit(F_("{what} is no list", what=name))
    if len(value) > LENGTH:
        raise Unfit(F_("{what} has more than {most} elements", what=name, most=LENGTH))
    work(len(value))
    return list(value)


def vector(value: Value, name: str) -> Vector:
    """A list of at least one number. Raises Unfit."""
    found = [number(item, F_("an element of {what}", what=name)) for item in items(value, name)]
    if not found:
        raise Unfit(F_("{what} is empty", what=name))
    return found


def matrix(value: Value, name: str) -> Matrix:
    """A list of rows of one length, at least one number each. Raises Unfit."""
    rows = [vector(row, F_("a row of {what}", what=name)) for row in items(value, name)]
    if not rows:
        raise Unfit(F_("{what} is empty", what=name))
    if len({len(row) for row in rows}) > 1:
        raise Unfit(F_("the rows of {what} differ in length", what=name))
    return rows


def two(value: Value, name: str, least: int = 1) -> tuple[int, int]:
    """A setting for both axes, `3` or `[3, 5]`, as (height, width). Raises Unfit."""
    if not isinstance(value, list | tuple):
        return count(value, name, least), count(value, name, least)
    if len(value) != 2:
        raise Unfit(F_("{what} has {n} elements, not two", what=name, n=len(value)))
    return count(value[0], name, least), count(value[1], name, least)
