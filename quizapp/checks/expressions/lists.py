"""The functions of lists: exact where their elements are, and paid for by the element."""

import math
from collections.abc import Mapping
from functools import cmp_to_key, reduce

from quizapp.checks.errors import Unfit
from quizapp.checks.expressions.arithmetic import add, divide, kind_of, multiply, number, result
from quizapp.checks.expressions.sequences import before, element, listed
from quizapp.checks.limits import LENGTH, work
from quizapp.checks.values import LISTS, Number, Value
from quizapp.i18n import F_


def lowest(*values: Value) -> Value:
    """The smallest of several values, or of a list."""
    return reduce(lambda least, value: value if before(value, least) else least, _all(*values))


def highest(*values: Value) -> Value:
    """The largest of several values, or of a list."""
    return reduce(lambda most, value: value if before(most, value) else most, _all(*values))


def clip(x: Value, low: Value, high: Value) -> Value:
    """`x`, but not below `low` nor above `high`."""
    return lowest(highest(x, low), high)


def total(values: Value) -> Number:
    """The sum of a list: exact for exact numbers; floats are rounded once."""
    numbers = [number(value) for value in listed(values)]
    floats = [value for value in numbers if isinstance(value, float)]
    exact: Value = 0
    for value in numbers:
        exact = exact if isinstance(value, float) else add(exact, value)
    # fsum: sum() of floats differs between Python 3.11 and 3.12, and a variant may not.
    return result(math.fsum([*floats, exact])) if floats else result(exact)


def product(values: Value) -> Number:
    """The product of a list's numbers; 1 for an empty one."""
    found: Value = 1
    for value in listed(values):
        found = multiply(found, number(value))
    return result(found)


def mean(values: Value) -> Number:
    """The average of a list."""
    return divide(total(values), len(listed(values)))


def dot(a: Value, b: Value) -> Number:
    """The sum of the products of two lists' elements."""
    if len(listed(a)) != len(listed(b)):
        raise Unfit(F_("lists of {one} and {two} elements", one=len(a), two=len(b)))
    return total([multiply(number(one), number(other)) for one, other in zip(a, b, strict=True)])


def length(values: Value) -> int:
    """The number of a list's elements."""
    if not isinstance(values, list | tuple | str | Mapping):
        raise Unfit(F_("{what} has no length", what=kind_of(values)))
    return len(values)


def zipped(*lists: Value) -> list[Value]:
    """The first elements of all lists, then the second ones, as far as the shortest goes."""
    return list(zip(*map(listed, lists), strict=False))


def numbers_from(*bounds: Value) -> list[Value]:
    """`range(stop)`, `range(start, stop)` or `range(start, stop, step)`, as a list."""
    if not all(isinstance(bound, int) for bound in bounds):
        raise Unfit(F_("a range needs whole numbers"))
    if 0 in bounds[2:]:
        raise Unfit(F_("a range needs a step other than 0"))
    found = range(*bounds)
    if max(abs(bound) for bound in bounds) >= 2**62 or len(found) > LENGTH:
        raise Unfit(F_("a range of more than {most} numbers", most=LENGTH))
    work(len(found))
    return list(found)


def numbered(values: Value, start: Value = 0) -> list[Value]:
    """Pairs of a position and the element there."""
    if not isinstance(start, int):
        raise Unfit(F_("positions are whole numbers"))
    return list(enumerate(listed(values), start))


def in_order(values: Value, reverse: Value = False) -> list[Value]:
    """The list from its smallest to its largest element, or the other way round."""
    items = list(listed(values))
    work(len(items) * len(items).bit_length())
    return sorted(items, key=cmp_to_key(_compared), reverse=bool(reverse))


def backwards(values: Value) -> list[Value]:
    """The list from its end to its beginning."""
    return list(listed(values))[::-1]


def some(values: Value) -> bool:
    """True where one of the list's elements is."""
    return any(listed(values))


def every(values: Value) -> bool:
    """True where all of the list's elements are."""
    return all(listed(values))


def as_list(values: Value) -> list[Value]:
    """The elements as a list."""
    return list(listed(values))


def get(container: Value, key: Value, default: Value = None) -> Value:
    """The element under a key or at an index; `default` where there is none."""
    try:
        return element(container, key)
    except Unfit:
        return default


def _all(*values: Value) -> list[Value]:
    """The values given one by one, or as one list."""
    items = listed(values[0]) if len(values) == 1 and isinstance(values[0], LISTS) else values
    if not items:
        raise Unfit(F_("the list is empty"))
    return list(items)


def _compared(left: Value, right: Value) -> int:
    return -1 if before(left, right) else int(before(right, left))
