"""Values between values."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.checks.calculators.resampling import bilinear, upsample, value_at
from quizapp.checks.errors import Unfit

VECTORS = st.lists(st.integers(-9, 9), min_size=1, max_size=5)


def test_a_position_between_two_elements_blends_them() -> None:
    assert value_at([10, 20, 0], Fraction(1, 4)) == Fraction(25, 2)
    assert value_at([10, 20, 0], 1) == 20
    assert value_at([10, 20, 0], 1.5) == 10


def test_before_the_first_and_after_the_last_stand_their_values() -> None:
    assert (value_at([10, 20], -3), value_at([10, 20], 7)) == (10, 20)
    assert value_at([5], Fraction(1, 2)) == 5


def test_aligned_corners_keep_both_ends() -> None:
    assert upsample([8, 0], 2, align_corners=True) == [8, Fraction(16, 3), Fraction(8, 3), 0]
    assert upsample([8, 0], 2) == [8, 6, 2, 0]


@given(VECTORS, st.integers(1, 4), st.booleans())
def test_a_longer_vector_runs_between_its_smallest_and_largest_value(x: list[int], scale: int, corners: bool) -> None:
    longer = upsample(x, scale, corners)
    assert len(longer) == scale * len(x)
    assert all(min(x) <= value <= max(x) for value in longer)
    assert upsample(x, 1, corners) == x


@given(st.lists(st.integers(-9, 9), min_size=4, max_size=4))
def test_the_corners_of_a_patch_are_its_values(abcd: list[int]) -> None:
    a, b, c, d = abcd
    patch = [[a, b], [c, d]]
    assert [bilinear(patch, *at) for at in ((0, 0), (1, 0), (0, 1), (1, 1))] == [a, b, c, d]
    assert bilinear(patch, Fraction(1, 2), Fraction(1, 2)) == Fraction(a + b + c + d, 4)


def test_outside_of_a_patch_is_nothing() -> None:
    with pytest.raises(Unfit, match="dx and dy lie from 0 to 1"):
        bilinear([[1, 2], [3, 4]], Fraction(3, 2), 0)
    with pytest.raises(Unfit, match="patch is no 2x2 matrix"):
        bilinear([[1, 2]], 0, 0)
