"""The numbers that the cards on optimizers state."""

import struct
from functools import partial
from math import sqrt

import pytest

from tests.content.sections import EACH_LANGUAGE, asked, flowing

card = partial(flowing, "05-optimization", "optimizers")


def adam_first_step(gradient: float, rate: float, corrected: bool = True) -> float:
    beta1, beta2, epsilon = 0.9, 0.999, 1e-8
    mean = (1 - beta1) * gradient
    square = (1 - beta2) * gradient**2
    if corrected:
        mean, square = mean / (1 - beta1), square / (1 - beta2)
    return rate * mean / (sqrt(square) + epsilon)


@EACH_LANGUAGE
def test_adams_first_step_is_the_rate_whatever_the_gradient(language: str) -> None:
    assert adam_first_step(1000, 0.1) == pytest.approx(0.1, rel=1e-6)
    assert adam_first_step(0.001, 0.1) == pytest.approx(0.1, rel=1e-4)
    text = card(language, "adam-first-step")
    assert asked(text) == [0.1, 1000]
    assert "1000" in text
    assert "0.001" in text
    assert " 0.1 | .1 | 0.10 | 1e-1 | 10^-1 | 1/10 " in text


@EACH_LANGUAGE
def test_uncorrected_averages_start_too_small_and_the_step_too_large(language: str) -> None:
    mean, square = 0.9 * 0 + (1 - 0.9) * 1, 0.999 * 0 + (1 - 0.999) * 1
    assert mean == pytest.approx(0.1)
    assert square == pytest.approx(0.001)
    assert round(adam_first_step(1, 1, corrected=False), 2) == 3.16
    text = card(language, "bias-correction")
    assert "`β₁ = 0.9`" in text
    assert "`β₂ = 0.999`" in text
    assert "`m = 0.1·g`" in text
    assert "`v = 0.001·g²`" in text
    assert "`0.1/√0.001 ≈ 3.16`" in text


@EACH_LANGUAGE
def test_after_100_unit_gradients_adagrad_steps_a_tenth_and_rmsprop_the_rate(language: str) -> None:
    total, average = 0.0, 0.0
    for _ in range(100):
        total += 1
        average = 0.9 * average + (1 - 0.9) * 1
    assert 1 / sqrt(total) == pytest.approx(1 / 10)
    assert abs(1 / sqrt(average) - 1) < 0.0001
    text = card(language, "rmsprop-average")
    assert "`η/10`" in text
    assert "`ρ = 0.9`" in text
    assert "0.01%" in text
    assert "100" in text


@EACH_LANGUAGE
def test_adam_keeps_two_values_that_take_8_gb_for_a_billion_weights(language: str) -> None:
    state = {"m": 0.0, "v": 0.0}
    text = card(language, "state-memory")
    assert f"- [x] {len(state)} " in text
    assert text.count("[x]") == 1
    assert f"{len(state) * 10**9 * struct.calcsize('f') // 10**9} GB" in text


@EACH_LANGUAGE
def test_adam_with_l2_shrinks_the_weight_with_larger_gradients_less(language: str) -> None:
    def left_of_one(size: float, decoupled: bool) -> float:
        weight, mean, square, rate, decay = 1.0, 0.0, 0.0, 1e-3, 0.01
        for step in range(1, 2001):
            loss_gradient = size if step % 2 else -size
            gradient = loss_gradient + (0 if decoupled else decay * weight)
            mean = 0.9 * mean + 0.1 * gradient
            square = 0.999 * square + 0.001 * gradient**2
            weight -= rate * (mean / (1 - 0.9**step)) / (sqrt(square / (1 - 0.999**step)) + 1e-8)
            weight -= rate * decay * weight if decoupled else 0
        return weight

    assert left_of_one(10, decoupled=False) > left_of_one(1, decoupled=False)
    assert left_of_one(10, decoupled=True) == pytest.approx(left_of_one(1, decoupled=True), abs=1e-4)
    assert "`ηλw/√v̂`" in card(language, "l2-in-adam")
