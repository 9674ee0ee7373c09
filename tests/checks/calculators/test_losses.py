from collections.abc import Callable
from fractions import Fraction
from math import log
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.checks.calculators.activations import softmax
from quizapp.checks.calculators.losses import (
    binary_cross_entropy,
    cross_entropy,
    focal_loss,
    huber,
    kl_divergence,
    mae,
    mse,
    rmse,
    smooth_l1,
)
from quizapp.checks.errors import Unfit

NUMBERS = st.lists(st.integers(-9, 9), min_size=3, max_size=3)


def test_cross_entropy_of_even_logits_is_the_logarithm_of_the_number_of_classes() -> None:
    assert cross_entropy([5, 5, 5, 5], 2) == pytest.approx(log(4))


def test_cross_entropy_takes_soft_labels() -> None:
    hard = [cross_entropy([1, 2, 4], target) for target in range(3)]
    assert cross_entropy([1, 2, 4], [0, Fraction(1, 4), Fraction(3, 4)]) == pytest.approx(hard[1] / 4 + hard[2] * 3 / 4)


def test_cross_entropy_of_a_hopeless_sample_is_large_and_finite() -> None:
    assert cross_entropy([0, 1000], 0) == 1000


@pytest.mark.parametrize("target", [3, -1, 1.0, True])
def test_a_target_that_is_no_class_is_refused(target: Any) -> None:
    with pytest.raises(Unfit, match="target"):
        cross_entropy([1, 2, 3], target)


def test_binary_cross_entropy_of_a_coin_is_the_logarithm_of_two() -> None:
    assert binary_cross_entropy(Fraction(1, 2), 1) == pytest.approx(log(2))
    assert binary_cross_entropy([Fraction(1, 2)] * 3, [0, 1, 0], reduction="sum") == pytest.approx(3 * log(2))


def test_a_certain_and_right_prediction_costs_nothing() -> None:
    assert binary_cross_entropy([0, 1], [0, 1]) == 0


def test_a_certain_and_wrong_prediction_is_refused() -> None:
    with pytest.raises(Unfit, match="above 0"):
        binary_cross_entropy(0, 1)


@settings(deadline=None)
@given(first=NUMBERS, second=NUMBERS)
def test_a_divergence_is_what_cross_entropy_has_above_entropy(first: list[int], second: list[int]) -> None:
    p, q = softmax(first), softmax(second)
    entropy = -sum(one * log(one) for one in p)
    assert kl_divergence(p, q) == pytest.approx(float(cross_entropy(second, p)) - entropy, abs=1e-9)
    assert kl_divergence(p, q) >= -1e-12


def test_a_divergence_ignores_what_never_happens_and_refuses_what_should_not() -> None:
    assert kl_divergence([0, 1], [Fraction(1, 2), Fraction(1, 2)]) == pytest.approx(log(2))
    with pytest.raises(Unfit, match="logarithm of q"):
        kl_divergence([1, 0], [0, 1])


def test_focal_loss_without_focus_is_cross_entropy() -> None:
    assert focal_loss(Fraction(1, 4), gamma=0) == pytest.approx(log(4))
    assert focal_loss(Fraction(3, 4), 2, Fraction(1, 2)) == pytest.approx(-0.5 / 16 * log(0.75))


def test_squared_and_absolute_errors_are_exact() -> None:
    assert mse([1, 2, 4], [2, 4, 4]) == Fraction(5, 3)
    assert mae([1, 2, 4], [2, 4, 4]) == 1
    assert mse(3, 1, reduction="sum") == 4
    assert rmse([3, 0], [0, 3]) == 3.0


def test_huber_is_square_near_and_straight_far() -> None:
    assert huber([1], [0], delta=2) == Fraction(1, 2)
    assert huber([5], [0], delta=2) == 8
    assert huber([2], [0], delta=2) == 2


@settings(deadline=None)
@given(guess=NUMBERS, true=NUMBERS, beta=st.sampled_from([1, 2, Fraction(1, 2)]))
def test_smooth_l1_is_huber_divided_by_its_knee(guess: list[int], true: list[int], beta: Any) -> None:
    assert smooth_l1(guess, true, beta) * beta == huber(guess, true, beta)


@pytest.mark.parametrize("loss", [mse, mae, rmse, huber, smooth_l1])
def test_predictions_and_targets_go_together(loss: Callable[..., Any]) -> None:
    with pytest.raises(Unfit, match="prediction and target differ in length: 2 and 3"):
        loss([1, 2], [1, 2, 3])


def test_an_unknown_reduction_is_refused() -> None:
    with pytest.raises(Unfit, match="none of mean, sum"):
        mse([1], [2], reduction="max")


@pytest.mark.parametrize("p", [Fraction(3, 2), -1, "x"])
def test_what_is_no_probability_is_refused(p: Any) -> None:
    for loss in (focal_loss, lambda value: binary_cross_entropy(value, 1), lambda value: kl_divergence([value], [1])):
        with pytest.raises(Unfit):
            loss(p)
