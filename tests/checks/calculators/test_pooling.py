"""Poolings with numbers, there and back."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.checks.calculators.pooling import max_unpool1d, pool1d, pool2d, pool2d_gradient
from quizapp.checks.calculators.tensors import flat
from quizapp.checks.errors import Unfit

IMAGE = [[6, 4, 2, 3], [8, 6, 7, 5], [7, 0, 1, 6], [2, 5, 5, 4]]
IMAGES = st.lists(st.lists(st.integers(-9, 9), min_size=4, max_size=4), min_size=4, max_size=4)


def test_a_window_gives_its_largest_number_or_its_mean() -> None:
    assert pool2d(IMAGE, 2) == [[8, 7], [7, 6]]
    assert pool2d(IMAGE, 2, kind="avg") == [[6, Fraction(17, 4)], [Fraction(7, 2), 4]]


def test_windows_overlap_where_the_stride_is_smaller() -> None:
    assert pool2d(IMAGE, 3, 1) == [[8, 7], [8, 7]]
    assert pool1d([3, 1, 2, 5], 2, 1) == [3, 2, 5]
    assert pool1d([3, 1, 2, 6], 2, kind="avg") == [2, 4]


def test_a_maximum_returns_to_its_place() -> None:
    assert max_unpool1d([8, 1, 7, 9], 2) == [8, 0, 0, 9]
    assert max_unpool1d([5, 5, 1], 2) == [5, 0, 0]


@given(IMAGES, st.sampled_from(["max", "avg"]), st.sampled_from([(2, 2), (3, 1), (2, 1)]))
def test_the_gradient_hands_on_all_that_it_gets(image: list[list[int]], kind: str, sides: tuple[int, int]) -> None:
    k, s = sides
    upstream = pool2d(image, k, s)
    assert sum(flat(pool2d_gradient(image, upstream, k, s, kind))) == sum(flat(upstream))


def test_a_maximum_of_two_windows_gets_both_shares() -> None:
    image = [[0, 0, 0], [0, 9, 0], [0, 0, 0]]
    assert pool2d_gradient(image, [[1, 2], [3, 4]], 2, 1)[1][1] == 10


def test_an_average_shares_alike() -> None:
    assert pool2d_gradient([[1, 2], [3, 4]], [[2]], 2, kind="avg") == [[Fraction(1, 2)] * 2] * 2


def test_the_first_of_equal_maxima_gets_the_gradient() -> None:
    assert pool2d_gradient([[7, 7], [7, 7]], [[5]], 2) == [[5, 0], [0, 0]]


def test_what_does_not_fit_is_said() -> None:
    with pytest.raises(Unfit, match="upstream is no 2x2 matrix"):
        pool2d_gradient(IMAGE, [[1]], 2)
    with pytest.raises(Unfit, match="kind is none of max, avg"):
        pool2d(IMAGE, 2, kind="sum")
    with pytest.raises(Unfit, match="a kernel that spans 5 pixels exceeds an input of 4"):
        pool2d(IMAGE, 5)
