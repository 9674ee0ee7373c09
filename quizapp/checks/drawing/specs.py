"""What `draw` says of a name: how its value is drawn from a stream."""

from collections.abc import Mapping, Sequence
from contextvars import Context
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Protocol

from quizapp.checks.drawing.stream import Stream
from quizapp.checks.errors import ExpressionError, Unfit
from quizapp.checks.expressions import Expression
from quizapp.checks.limits import LENGTH, STEPS, Budget, budget, work
from quizapp.checks.values import Exact, Value, is_number, whole
from quizapp.i18n import F_

TRIES = 200
"""How often a value is drawn anew that must differ from the others of its list."""
COMPARED = 8
"""Comparisons that cost a step."""
_SIMPLE = (int, Fraction, str)


class Spec(Protocol):
    """Draws one value; what was drawn before it may be needed."""

    def draw(self, stream: Stream, names: Mapping[str, Value]) -> Value:
        """A value. Raises Unfit or ExpressionError where these names allow none."""


@dataclass(frozen=True)
class Operand:
    """A number of a spec, or an expression that gives one."""

    given: Exact | Expression

    def number(self, names: Mapping[str, Value]) -> Exact:
        """The number. Raises Unfit where it is none, or a float: those differ between machines."""
        if not isinstance(self.given, Expression):
            return self.given
        found = self.given.evaluate(names)
        if not is_number(found) or isinstance(found, float):
            raise Unfit(F_("an exact number is needed here"))
        return whole(Fraction(found))

    def size(self, names: Mapping[str, Value]) -> int:
        """The number, as how many values a list has. Raises Unfit."""
        found = self.number(names)
        if not isinstance(found, int) or not 0 <= found <= LENGTH:
            raise Unfit(F_("the size of a list must be a whole number, and not too large"))
        return found


@dataclass(frozen=True)
class Choice:
    """One of some values, each as likely as the others."""

    values: Sequence[Value]

    def draw(self, stream: Stream, names: Mapping[str, Value]) -> Value:
        """One of them."""
        return self.values[stream.below(len(self.values))]


@dataclass(frozen=True)
class Picked:
    """One of the values that an expression gives."""

    expression: Expression

    def draw(self, stream: Stream, names: Mapping[str, Value]) -> Value:
        """One of them. Raises Unfit where there are none."""
        values = self._values(names)
        if not isinstance(values, list | tuple) or not values:
            raise Unfit(F_("there is nothing to pick from"))
        return values[stream.below(len(values))]

    def _values(self, names: Mapping[str, Value]) -> Value:
        given = [names[name] for name in sorted(self.expression.names)]
        if not all(isinstance(value, _SIMPLE) for value in given):
            return self.expression.evaluate(names)
        found, steps = _evaluated(self.expression, *given)
        work(steps)
        if isinstance(found, ExpressionError):
            raise ExpressionError(found.what, found.mend, found.offset)
        return found


@lru_cache(maxsize=64, typed=True)
def _evaluated(expression: Expression, *given: Value) -> tuple[Value, int]:
    """The value for these values of the names, in order, or the error, and the steps that it takes.

    They do not depend on who asked first, and each has to pay them: else a seed would not always give the same.
    """
    names = dict(zip(sorted(expression.names), given, strict=True))
    spent = budget()
    value = Context().run(_within, spent, expression, names)
    return value, STEPS - spent.left


def _within(spent: Budget, expression: Expression, names: Mapping[str, Value]) -> Value:
    with spent:
        try:
            return expression.evaluate(names)
        except ExpressionError as error:
            return error


@dataclass(frozen=True)
class Range:
    """One of the numbers from `start` to `end`, that included, in steps."""

    start: Operand
    end: Operand
    step: Operand

    def draw(self, stream: Stream, names: Mapping[str, Value]) -> Value:
        """A number. Raises Unfit where there is none from start to end."""
        start, end, step = (operand.number(names) for operand in (self.start, self.end, self.step))
        if step <= 0:
            raise Unfit(F_("`step` must be more than 0"))
        if end < start:
            raise Unfit(F_("`to` must not be less than `from`"))
        return whole(Fraction(start + step * stream.below(int((end - start) // step) + 1)))


@dataclass(frozen=True)
class Size:
    """How many values: from the least to the most, both included."""

    least: Operand
    most: Operand

    def draw(self, stream: Stream, names: Mapping[str, Value]) -> int:
        """A number of values. Raises Unfit."""
        least, most = self.least.size(names), self.most.size(names)
        if most < least:
            raise Unfit(F_("the largest size must not be less than the smallest"))
        return least + stream.below(most - least + 1)


@dataclass(frozen=True)
class Several:
    """A list of values, each drawn alike; with two sizes a matrix, row by row."""

    sizes: Sequence[Size]
    of: Spec
    distinct: bool = False

    def draw(self, stream: Stream, names: Mapping[str, Value]) -> Value:
        """A list, or a list of rows. Raises Unfit."""
        *rows, length = [size.draw(stream, names) for size in self.sizes]
        count = rows[0] if rows else 1
        values: list[Value] = []
        for _ in range(count * length):
            values.append(self._next(stream, names, values))
        return [values[row * length : (row + 1) * length] for row in range(count)] if rows else values

    def _next(self, stream: Stream, names: Mapping[str, Value], others: list[Value]) -> Value:
        for _ in range(TRIES):
            value = self.of.draw(stream, names)
            if not self.distinct:
                return value
            work(len(others) // COMPARED)
            if value not in others:
                return value
        raise Unfit(F_("there are not enough distinct values"))
