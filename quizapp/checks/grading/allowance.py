"""How far a typed answer may lie from the right one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from math import inf
from typing import Any

from quizapp.cards.computed import Tolerance
from quizapp.checks.texts.showing import shown
from quizapp.checks.values import LISTS, Exact, Number, Value, as_data, exact, from_data, is_number
from quizapp.i18n import _

REAL = Fraction(1, 1000)
"""The relative allowance of a real answer whose check says nothing: the forgotten bias of a layer is seldom less."""
TINY = 1e-9
"""What is left of an allowance at zero; and how far a float may be off the integer that it stands for."""


@dataclass(frozen=True)
class Allowance:
    """An absolute or a relative distance, or whichever is larger; with neither, the answer is exact.

    `closest` is how near the answer the nearest mistake lies, in allowances: nothing that is half as far is accepted.
    """

    absolute: Exact | None = None
    relative: Exact | None = None
    closest: float = inf

    @cached_property
    def exact(self) -> bool:
        """True where nothing but the answer itself is right."""
        return not self.absolute and not self.relative

    def margin(self, number: Number) -> Number:
        """How far a number may be off this one."""
        if self.exact:
            return TINY * max(1.0, abs(_float(number)))
        least, relative = self._floats if isinstance(number, float) else self._fractions
        share = _size(number) * relative
        return share if share > least else least

    @cached_property
    def _fractions(self) -> tuple[Exact, Exact]:
        """What is left of the allowance at zero, and the relative one."""
        return exact(TINY) if self.absolute is None else self.absolute, self.relative or 0

    @cached_property
    def _floats(self) -> tuple[float, float]:
        """The same for floats: a fraction would be made one each time, which takes ten times as long."""
        least, relative = self._fractions
        return float(least), float(relative)

    def apart(self, one: Value, other: Value, by: Value = None) -> float:
        """How many allowances lie between two values, those of `one` or of `by`; of lists, where they differ most.

        Rows of a matrix count as one list, for so they are read. Infinite where the values cannot be compared, or where
        nothing is allowed and they differ.
        """
        if type(one) is int and type(other) is int and self.exact:
            return 0.0 if one == other else inf
        by = one if by is None else by
        if isinstance(one, LISTS) or isinstance(other, LISTS):
            return self._between_lists(one, other, by)
        if is_number(one) and is_number(other):
            return self._between(one, other, by if is_number(by) else one)
        return 0.0 if type(one) is type(other) and one == other else inf

    def among(self, answer: Value, mistakes: Iterable[Value]) -> "Allowance":
        """This allowance around an answer, beside which these mistakes lie."""
        return self.beside(min((self.apart(answer, value) for value in mistakes), default=inf))

    def beside(self, nearest: float) -> "Allowance":
        """This allowance where the nearest mistake lies so many allowances away."""
        return replace(self, closest=nearest)

    def of_mistake(self, value: Value) -> "Allowance":
        """What is allowed around a mistake: as around the answer, but 0.1 % at least around a real one.

        To be called by its name it need not be hit to the last digit that the program shows.
        """
        return allowance_of(value) if self.exact else self._around_mistakes

    @cached_property
    def _around_mistakes(self) -> "Allowance":
        return replace(self, relative=max(self.relative or 0, REAL))

    def words(self, answer: Value = None) -> str:
        """The allowance for the learner; with the answer, also where a mistake nearby makes it smaller."""
        if self.exact:
            return _("exactly")
        if self.closest < 2 and is_number(answer):
            return _("within {distance}").format(distance=shown(_two_digits(self.margin(answer) * self.closest / 2)))
        share = _("within {percent} %").format(percent=shown((self.relative or 0) * 100))
        distance = _("within {distance}").format(distance=shown(self.absolute))
        if self.relative and self.absolute:
            return _("{one} or {other}").format(one=share, other=distance)
        return share if self.relative else distance

    def as_data(self) -> dict[str, Any]:
        """The allowance for the log."""
        return {"absolute": as_data(self.absolute), "relative": as_data(self.relative)}

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "Allowance":
        """The allowance that `as_data` kept."""
        return cls(from_data(data["absolute"]), from_data(data["relative"]))

    def _between_lists(self, one: Value, other: Value, by: Value) -> float:
        ones, others, scales = elements(one), elements(other), elements(by)
        if not (isinstance(one, LISTS) and isinstance(other, LISTS) and len(ones) == len(others)):
            return inf
        farthest = 0.0
        for pair in zip(ones, others, scales if len(scales) == len(ones) else ones, strict=True):
            farthest = max(farthest, self.apart(*pair))
            if farthest == inf:  # as it is soon where nothing is allowed
                break
        return farthest

    def _between(self, one: Number, other: Number, by: Number) -> float:
        if one == other:
            return 0.0
        if self.exact and not (isinstance(one, float) or isinstance(other, float)):
            return inf
        apart, margin = _distance(one, other), self.margin(by)
        try:
            return float(apart / margin)
        except (OverflowError, ZeroDivisionError):
            return inf


EXACTLY = Allowance()
AROUND_REAL = Allowance(relative=REAL)


def allowance_of(answer: Value, tolerance: Tolerance | None = None) -> Allowance:
    """What the check allows, or what goes without saying: integers exactly, a real number within 0.1 %."""
    if tolerance is not None and (tolerance.absolute, tolerance.relative) != (None, None):
        return Allowance(_given(tolerance.absolute), _given(tolerance.relative))
    return AROUND_REAL if any(map(_is_real, elements(answer))) else EXACTLY


def elements(value: Value) -> Sequence[Value]:
    """The elements of a list and of the lists in it; a value that is none, alone."""
    if not isinstance(value, LISTS):
        return [value]
    if not any(isinstance(item, LISTS) for item in value):
        return value
    return [element for item in value for element in elements(item)]


def _given(number: float | None) -> Exact | None:
    return None if number is None else exact(number)


def _is_real(value: Value) -> bool:
    return is_number(value) and not isinstance(value, int)


def _distance(one: Number, other: Number) -> Number:
    if isinstance(one, float) or isinstance(other, float):
        return abs(_float(one) - _float(other))
    return _size(one - other)


def _size(number: Number) -> Number:
    return -number if number < 0 else number


def _float(number: Number) -> float:
    try:
        return float(number)
    except OverflowError:
        return inf if number > 0 else -inf


def _two_digits(number: Number) -> float:
    """Rounded down to two digits: what is said is never more than what is allowed."""
    written = f"{float(number):.1e}"
    rounded = float(written)
    return rounded if rounded <= number else rounded - 10.0 ** (int(written.partition("e")[2]) - 1)
