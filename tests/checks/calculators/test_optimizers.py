from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.checks.calculators.optimizers import adagrad, adam, adamw, rmsprop, sgd
from quizapp.checks.errors import Unfit

TENTH = Fraction(1, 10)
GRADS = st.lists(st.integers(-9, 9).filter(bool), min_size=1, max_size=5)


def test_plain_descent_is_exact() -> None:
    assert sgd(5, 4, TENTH) == Fraction(23, 5)
    assert sgd(5, [4, -2], TENTH) == Fraction(24, 5)


def test_weight_decay_is_added_to_the_gradient() -> None:
    assert sgd(5, 4, TENTH, weight_decay=TENTH) == Fraction(91, 20)


def test_momentum_gathers_speed() -> None:
    # v = 3, then 1.5 + 2 = 3.5
    assert sgd(5, [3, 2], 1, momentum=Fraction(1, 2)) == Fraction(-3, 2)


def test_nesterov_looks_ahead() -> None:
    # steps of 3 + 1.5 and 2 + 1.75
    assert sgd(5, [3, 2], 1, momentum=Fraction(1, 2), nesterov=True) == Fraction(-13, 4)


def test_the_first_velocity_is_not_dampened() -> None:
    # v = 3, then 1.5 + 2 / 4
    assert sgd(5, [3, 2], 1, momentum=Fraction(1, 2), dampening=Fraction(3, 4)) == 0


@settings(deadline=None)
@given(grads=GRADS)
def test_the_first_step_of_adam_is_as_long_as_the_learning_rate(grads: list[int]) -> None:
    assert abs(1 - adam(1, grads[:1], TENTH, eps=0)) == pytest.approx(0.1)
    assert adagrad(1, grads[:1], TENTH, eps=0) == pytest.approx(adam(1, grads[:1], TENTH, eps=0))


@settings(deadline=None)
@given(grads=GRADS)
def test_steps_one_after_the_other_are_steps_in_one(grads: list[int]) -> None:
    weight: Any = 2
    for grad in grads:
        weight = sgd(weight, grad, TENTH, weight_decay=TENTH)
    assert weight == sgd(2, grads, TENTH, weight_decay=TENTH)


def test_adagrad_gathers_squares_and_slows_down() -> None:
    assert adagrad(2, [4, 3], 1, eps=0) == pytest.approx(2 - 1 - 3 / 5)


def test_rmsprop_forgets_old_squares() -> None:
    # s = 0.5 * 8 = 4, then 0.5 * 4 + 0.5 * 14 = 9
    assert rmsprop(1, [8**0.5, 14**0.5], 1, Fraction(1, 2), 0) == pytest.approx(1 - 8**0.5 / 2 - 14**0.5 / 3)


def test_adam_keeps_two_averages_and_corrects_both() -> None:
    # m = 1, then 1.25 / 0.75; v = 2 -> 4, then 5.5 / 0.75
    after = 1 - 2 / 2 - ((0.5 * 1 + 0.5 * 3) / 0.75) / ((0.5 * 2 + 0.5 * 9) / 0.75) ** 0.5
    assert adam(1, [2, 3], 1, Fraction(1, 2), Fraction(1, 2), 0) == pytest.approx(after)


def test_adamw_shrinks_the_weight_beside_the_step_and_adam_through_it() -> None:
    assert adamw(5, -2, TENTH, weight_decay=Fraction(1, 2), eps=0) == pytest.approx(5 * 0.95 + 0.1)
    assert adam(5, -2, TENTH, weight_decay=Fraction(1, 2), eps=0) == pytest.approx(5 - 0.1)
    assert adam(5, -2, TENTH, eps=0) == pytest.approx(5 + 0.1)


def test_adamw_decays_at_every_step() -> None:
    shrunk = 1.0
    for _ in range(3):
        shrunk = shrunk * (1 - 0.1 * 0.5) - 0.1
    assert adamw(1, [2, 2, 2], TENTH, weight_decay=Fraction(1, 2), eps=0) == pytest.approx(shrunk)


@pytest.mark.parametrize("optimizer", [adagrad, rmsprop, adam, adamw])
def test_no_gradient_and_no_epsilon_is_division_by_nothing(optimizer: Callable[..., Any]) -> None:
    assert optimizer(3, [0], lr=TENTH) == pytest.approx(3, rel=2e-3)
    with pytest.raises(Unfit, match="gradient and eps are both 0"):
        optimizer(3, [0], lr=TENTH, eps=0)


@pytest.mark.parametrize("beta", [1, 2, -TENTH, "0.9"])
def test_a_beta_out_of_range_is_refused(beta: Any) -> None:
    with pytest.raises(Unfit, match="beta is"):
        adam(1, [1], TENTH, beta1=beta)


@pytest.mark.parametrize("grads", [[], [1, None], "12"])
def test_gradients_are_numbers(grads: Any) -> None:
    for optimizer in (sgd, adam, adagrad, rmsprop, adamw):
        with pytest.raises(Unfit, match="grads"):
            optimizer(1, grads, TENTH)
