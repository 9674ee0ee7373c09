"""A value judged: right, a named mistake, wrong, or right but rounded too early."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import floor, inf

from quizapp.checks.grading.allowance import Allowance, elements
from quizapp.checks.values import Exact, Number, Value, is_number

NEARLY = Fraction(1, 100)
"""A real answer that is so little off was computed by the right method."""
PLACES = 12
"""Decimals that somebody types; a number with more was computed, not rounded."""


class Verdict(StrEnum):
    """What an answer turned out to be."""

    RIGHT = "right"
    MISTAKE = "mistake"
    WRONG = "wrong"
    ROUNDED = "rounded"
    UNREAD = "unread"


@dataclass(frozen=True)
class Graded:
    """An answer and what it turned out to be; `echo` is how it was read, `mistake` the id of one with a name."""

    verdict: Verdict
    raw: str
    value: Value
    echo: str
    mistake: str | None = None


def judged(value: Value, answer: Value, allowance: Allowance, live: Mapping[str, Value]) -> tuple[Verdict, str | None]:
    """The verdict on a value, and the mistake that it is; `live` are the mistakes that differ from the answer.

    Right is what lies within the allowance, which knows how close they are, and nearer than half-way to every mistake.
    """
    off = allowance.apart(answer, value)
    if off <= 1 and 2 * off < allowance.closest:
        return Verdict.RIGHT, None
    if mistake := _mistake(value, answer, allowance, live):
        return Verdict.MISTAKE, mistake
    if not allowance.exact and 2 * off < allowance.closest and _rounded(value, answer, allowance):
        return Verdict.ROUNDED, None
    return Verdict.WRONG, None


def twins(one: Value, other: Value, allowance: Allowance) -> bool:
    """Whether two mistakes cannot be told apart."""
    return allowance.of_mistake(one).apart(one, other) <= 1


def _mistake(value: Value, answer: Value, allowance: Allowance, live: Mapping[str, Value]) -> str | None:
    """The mistake nearest to the value, within its allowance and nearer than the answer; the first of twins."""
    off = {id_: _off(value, wrong, answer, allowance.of_mistake(wrong)) for id_, wrong in live.items()}
    nearest = min(off, key=lambda id_: off[id_], default=None)
    if nearest is None or off[nearest] == inf:
        return None
    return next(
        id_ for id_ in live if id_ == nearest or (off[id_] < inf and twins(live[id_], live[nearest], allowance))
    )


def _off(value: Value, wrong: Value, answer: Value, allowance: Allowance) -> float:
    """How far from the mistake, in its allowances; infinite where it is too far, or where the answer is as near."""
    off = allowance.apart(wrong, value)
    return off if off <= 1 and off < allowance.apart(value, answer, by=wrong) else inf


def _rounded(value: Value, answer: Value, allowance: Allowance) -> bool:
    typed, right = list(elements(value)), list(elements(answer))
    if len(typed) != len(right) or not all(map(is_number, [*typed, *right])):
        return False
    return all(
        allowance.apart(whole, part) <= 1 or _early(part, whole) for part, whole in zip(typed, right, strict=True)
    )


def _early(typed: Number, right: Number) -> bool:
    """Whether a number is nearly the right one, or what that gives when it is rounded or cut to as many decimals."""
    try:
        number, whole = Fraction(typed), Fraction(right)
    except (OverflowError, ValueError):
        return False
    if abs(number - whole) <= NEARLY * abs(whole):
        return True
    places = _decimals(number)
    return bool(number) and places is not None and number in _cut(whole, places)


def _decimals(number: Fraction) -> int | None:
    """How many decimals a number is written with; None where it is no decimal that somebody typed."""
    return next((places for places in range(PLACES + 1) if 10**places % number.denominator == 0), None)


def _cut(number: Fraction, places: int) -> set[Exact]:
    scaled = number * 10**places
    nearest, cut = floor(abs(scaled) + Fraction(1, 2)), floor(abs(scaled))
    sign = -1 if scaled < 0 else 1
    return {Fraction(sign * nearest, 10**places), Fraction(sign * cut, 10**places)}
