"""The functions that an expression is turned into: each takes a frame and computes one part's value."""

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from quizapp.checks.expressions.faults import FAULTS, located
from quizapp.checks.values import Value

Frame: TypeAlias = list[Any]
"""The names' values in front, then a place for every variable of a comprehension."""
Run: TypeAlias = Callable[[Frame], Value]
Test: TypeAlias = Callable[[Value, Value], bool]


def always(value: Value) -> Run:
    """What stands there."""
    return lambda frame: value


def two(apply: Callable[[Value, Value], Value], left: Run, right: Run, offset: int) -> Run:
    """An operation on two values."""

    def run(frame: Frame) -> Value:
        try:
            return apply(left(frame), right(frame))
        except FAULTS as fault:
            raise located(fault, offset) from None

    return run


def one(apply: Callable[[Value], Value], operand: Run, offset: int) -> Run:
    """An operation on one value."""

    def run(frame: Frame) -> Value:
        try:
            return apply(operand(frame))
        except FAULTS as fault:
            raise located(fault, offset) from None

    return run


def chain(first: Run, compare: Sequence[Test], rest: Sequence[Run], offset: int) -> Run:
    """Comparisons one after the other; the first that does not hold ends them."""

    def run(frame: Frame) -> Value:
        left = first(frame)
        try:
            for holds, other in zip(compare, rest, strict=True):
                right = other(frame)
                if not holds(left, right):
                    return False
                left = right
        except FAULTS as fault:
            raise located(fault, offset) from None
        return True

    return run


def either(stop: bool, values: Sequence[Run]) -> Run:
    """The first value whose truth is `stop`, else the last one: `or` and `and`."""

    def run(frame: Frame) -> Value:
        value: Value = None
        for each in values:
            value = each(frame)
            if bool(value) is stop:
                break
        return value

    return run


def choice(test: Run, body: Run, orelse: Run) -> Run:
    """`body if test else orelse`: only one of the two is computed."""
    return lambda frame: body(frame) if test(frame) else orelse(frame)


def as_list(items: Sequence[Run]) -> Run:
    """A list as it is written."""
    return lambda frame: [item(frame) for item in items]


def as_tuple(items: Sequence[Run]) -> Run:
    """A tuple as it is written."""
    return lambda frame: tuple([item(frame) for item in items])


def cut(ends: Sequence[Run]) -> Run:
    """A slice: where it begins, where it ends, and its step."""
    return lambda frame: slice(*[end(frame) for end in ends])
