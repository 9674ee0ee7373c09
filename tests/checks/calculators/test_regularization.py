from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.checks.calculators.regularization import clip_norm, dropout, smooth_labels, soft_threshold
from quizapp.checks.calculators.scaling import norm
from quizapp.checks.errors import Unfit

HALF = Fraction(1, 2)


def test_soft_thresholding_shrinks_and_then_stops() -> None:
    assert soft_threshold([HALF, Fraction(7, 2), Fraction(-5, 2)], 2) == [0, Fraction(3, 2), Fraction(-1, 2)]
    assert soft_threshold(-3, 1) == -2


def test_a_threshold_below_nothing_is_refused() -> None:
    with pytest.raises(Unfit, match="lam is below 0"):
        soft_threshold(1, -1)


@settings(deadline=None)
@given(grads=st.lists(st.integers(-20, 20), min_size=1, max_size=6))
def test_a_clipped_gradient_is_at_most_so_long_and_keeps_its_direction(grads: list[int]) -> None:
    clipped = clip_norm(grads, 2)
    assert norm(clipped) <= 2 + 1e-9
    if norm(grads) <= 2:
        assert clipped == grads
    else:
        assert clipped == pytest.approx([x * 2 / norm(grads) for x in grads])


def test_dropout_scales_up_what_it_keeps() -> None:
    assert dropout(9, True, Fraction(1, 10)) == 10
    assert dropout([1, 2, 3], [True, False, 1], Fraction(1, 4)) == [Fraction(4, 3), 0, 4]


def test_dropping_everything_is_refused() -> None:
    with pytest.raises(Unfit, match="p is not below 1"):
        dropout(1, True, 1)


def test_a_mask_is_as_long_as_what_it_masks() -> None:
    with pytest.raises(Unfit, match="x and keep differ in length: 2 and 1"):
        dropout([1, 2], [True])


def test_smoothed_labels_add_up_to_one() -> None:
    labels = smooth_labels(1, 4, Fraction(1, 5))
    assert labels == [Fraction(1, 20), Fraction(17, 20), Fraction(1, 20), Fraction(1, 20)]
    assert sum(labels) == 1


@pytest.mark.parametrize(("target", "classes"), [(4, 4), (-1, 4), (0, 10**6), (0, 0)])
def test_a_target_has_its_class(target: int, classes: Any) -> None:
    with pytest.raises(Unfit):
        smooth_labels(target, classes, HALF)
