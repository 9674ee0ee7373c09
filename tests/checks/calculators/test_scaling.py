from fractions import Fraction
from math import sqrt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.checks.calculators.scaling import min_max_scale, norm, normalize, standardize, std, variance
from quizapp.checks.errors import Unfit

UNEVEN = st.lists(st.integers(-50, 50), min_size=2, max_size=9).filter(lambda values: len(set(values)) > 1)


def test_variance_is_exact_for_the_population_and_for_a_sample() -> None:
    assert variance([1, 2, 4]) == Fraction(14, 9)
    assert variance([1, 2, 4], correction=1) == Fraction(7, 3)
    assert std([1, 3]) == 1.0


def test_one_value_has_no_sample_variance() -> None:
    assert variance([7]) == 0
    with pytest.raises(Unfit, match="1 values are too few for correction 1"):
        variance([7], 1)


@pytest.mark.parametrize(("p", "length"), [(1, 7), (2, 5.0), (3, 91 ** (1 / 3))])
def test_a_norm_is_the_length_of_a_vector(p: int, length: float) -> None:
    assert norm([3, -4], p) == pytest.approx(length)


def test_a_high_norm_comes_near_the_largest_magnitude() -> None:
    assert norm([3, -4], 10**6) == pytest.approx(4)


def test_a_normalized_vector_has_length_one() -> None:
    assert normalize([3, -4], 1) == [Fraction(3, 7), Fraction(-4, 7)]
    assert normalize([3, -4]) == pytest.approx([0.6, -0.8])


@pytest.mark.parametrize("p", [0, -1, "2"])
def test_a_norm_that_is_none_is_refused(p: Any) -> None:
    with pytest.raises(Unfit, match="p is"):
        norm([1, 2], p)


@settings(deadline=None)
@given(values=UNEVEN)
def test_min_max_scaling_fills_its_range_in_the_same_order(values: list[int]) -> None:
    scaled = min_max_scale(values, -1, 3)
    assert (min(scaled), max(scaled)) == (-1, 3)
    assert sorted(range(len(values)), key=lambda i: (values[i], i)) == sorted(
        range(len(values)), key=lambda i: (scaled[i], i)
    )


def test_min_max_scaling_is_exact() -> None:
    assert min_max_scale([2, 3, 5]) == [0, Fraction(1, 3), 1]


@settings(deadline=None)
@given(values=UNEVEN)
def test_standardized_values_have_mean_zero_and_variance_one(values: list[int]) -> None:
    scores = standardize(values)
    assert sum(scores) == pytest.approx(0, abs=1e-9)
    assert variance(scores) == pytest.approx(1)


def test_standardizing_may_correct_and_may_add_a_little() -> None:
    assert standardize([1, 3], correction=1) == pytest.approx([-1 / sqrt(2), 1 / sqrt(2)])
    assert standardize([5, 5], eps=1) == [0, 0]


@pytest.mark.parametrize("scale", [min_max_scale, standardize])
def test_equal_values_cannot_be_scaled(scale: Any) -> None:
    with pytest.raises(Unfit, match="all values are equal"):
        scale([4, 4, 4])


def test_a_vector_of_zeros_has_no_direction() -> None:
    with pytest.raises(Unfit, match="no direction"):
        normalize([0, 0])
