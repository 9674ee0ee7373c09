from fractions import Fraction
from math import copysign

import pytest

from quizapp.checks.calculators.exactness import average, bounded, inner, ratio, root, total
from quizapp.checks.errors import Unfit
from quizapp.checks.limits import BITS, budget


def test_quotients_of_exact_numbers_are_exact_and_whole_ones_are_integers() -> None:
    assert ratio(1, 3) == Fraction(1, 3)
    assert type(ratio(6, 3)) is int
    assert type(average([1, 2, 3])) is int
    assert ratio(1, 0.5) == 2.0


def test_a_sum_is_exact() -> None:
    assert total([Fraction(1, 10)] * 10) == 1
    assert inner([1, 2], [Fraction(1, 2), 3], "a and b") == Fraction(13, 2)


def test_a_float_is_finite_and_never_minus_zero() -> None:
    assert copysign(1, bounded(-0.0)) == 1
    for value in (float("inf"), float("nan")):
        with pytest.raises(Unfit, match="too large"):
            bounded(value)


@pytest.mark.parametrize("value", [2**BITS, Fraction(1, 2**BITS + 1)])
def test_an_exact_number_does_not_outgrow_the_limit(value: Fraction) -> None:
    with pytest.raises(Unfit, match=f"more than {BITS} bits"):
        bounded(value)


def test_long_fractions_cost_more_than_short_numbers() -> None:
    with budget() as small:
        total([1] * 100)
    with budget() as large:
        total([Fraction(1, 2**1000 + 1)] * 100)
    assert large.left < small.left - 5000


def test_what_cannot_be_divided_or_rooted_is_refused() -> None:
    with pytest.raises(Unfit, match="division by 0"):
        ratio(1, 0)
    with pytest.raises(Unfit, match="variance is below 0"):
        root(-1, "variance")
