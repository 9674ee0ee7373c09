from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.checks.calculators.compression import dequantize, prune, quantize
from quizapp.checks.errors import Unfit

TENTH = Fraction(1, 10)


def test_halves_are_rounded_to_the_even_side() -> None:
    assert quantize([Fraction(1, 20), Fraction(3, 20), Fraction(1, 4)], TENTH) == [0, 2, 2]


def test_what_does_not_fit_is_clamped() -> None:
    assert quantize([-1000, 1000], TENTH, 128) == [0, 255]
    assert quantize([-1000, 1000], TENTH, low=-128, high=127) == [-128, 127]


@settings(deadline=None)
@given(q=st.integers(0, 255), zero_point=st.integers(0, 255))
def test_a_quantized_value_comes_back_exactly(q: int, zero_point: int) -> None:
    assert quantize(dequantize(q, TENTH, zero_point), TENTH, zero_point) == q


@settings(deadline=None)
@given(x=st.fractions(-12, 12))
def test_quantizing_moves_a_value_by_half_a_step_at_most(x: Fraction) -> None:
    assert abs(dequantize(quantize(x, TENTH, 128), TENTH, 128) - x) <= TENTH / 2


def test_a_scale_of_nothing_and_a_range_of_nothing_are_refused() -> None:
    with pytest.raises(Unfit, match="scale is not above 0"):
        quantize(1, 0)
    with pytest.raises(Unfit, match="low is above high"):
        quantize(1, 1, low=3, high=2)


def test_the_smallest_magnitudes_are_pruned() -> None:
    assert prune([2, -3, Fraction(1, 2), -1], 2) == [2, -3, 0, 0]
    assert prune([1, -1, 1], 2) == [0, 0, 1]
    assert prune([1, 2], 0) == [1, 2]


def test_no_more_can_be_pruned_than_there_is() -> None:
    assert prune([1, 2], 2) == [0, 0]
    with pytest.raises(Unfit, match="3 of 2 weights"):
        prune([1, 2], 3)
