"""Convolutions with numbers."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.checks.calculators.convolution import conv1d, conv2d, conv_transpose1d
from quizapp.checks.calculators.tensors import rotate180
from quizapp.checks.errors import Unfit

IMAGE = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
NUMBERS = st.integers(-5, 5)


def test_the_kernel_is_not_turned() -> None:
    assert conv2d(IMAGE, [[1, 0], [0, 0]]) == [[1, 2], [4, 5]]
    assert conv2d(IMAGE, rotate180([[1, 0], [0, 0]])) == [[5, 6], [8, 9]]


def test_padding_is_zeros_around_and_stride_skips_windows() -> None:
    assert conv2d(IMAGE, [[1]], p=1)[0] == [0, 0, 0, 0, 0]
    assert conv2d(IMAGE, [[1]], s=2) == [[1, 3], [7, 9]]
    assert conv2d(IMAGE, [[1, 1, 1]] * 3, s=2, p=1) == [[12, 16], [24, 28]]


def test_fractions_stay_exact() -> None:
    assert conv2d([[Fraction(1, 3), Fraction(1, 6)]], [[1, 1]]) == [[Fraction(1, 2)]]


@given(st.lists(NUMBERS, min_size=3, max_size=6), st.lists(NUMBERS, min_size=1, max_size=3), st.integers(0, 2))
def test_a_vector_is_an_image_of_one_row(x: list[int], kernel: list[int], p: int) -> None:
    assert (
        conv1d([0] * p + x + [0] * p, kernel) == conv1d(x, kernel, p=p) == conv2d([[0] * p + x + [0] * p], [kernel])[0]
    )


def test_stamps_are_added_where_they_overlap() -> None:
    assert conv_transpose1d([1, 3], [1, -1, 3], 2) == [1, -1, 6, -3, 9]
    assert conv_transpose1d([1, 3], [1, -1, 3], 2, 1) == [-1, 6, -3]


@given(
    st.lists(NUMBERS, min_size=1, max_size=4),
    st.lists(NUMBERS, min_size=1, max_size=4),
    st.lists(NUMBERS, min_size=20, max_size=20),
    st.integers(1, 3),
)
def test_it_is_the_transpose_of_the_convolution(x: list[int], kernel: list[int], noise: list[int], s: int) -> None:
    spread = conv_transpose1d(x, kernel, s)
    probe = noise[: len(spread)]
    through = conv1d(probe, kernel, s)
    assert sum(a * b for a, b in zip(spread, probe, strict=True)) == sum(a * b for a, b in zip(x, through, strict=True))


def test_a_kernel_larger_than_the_image_is_refused() -> None:
    with pytest.raises(Unfit, match="a kernel that spans 2 pixels exceeds an input of 1"):
        conv2d([[1, 2]], [[1], [1]])
