"""The numbers stated in the notes and cards of loss-functions."""

import re
from math import e, exp, log
from statistics import mean, median

import pytest

from tests.content.sections import EACH_LANGUAGE, accepted, notes, section

DECK, TOPIC = "03-activations-losses", "loss-functions"


def cross_entropy(target: list[float], predicted: list[float]) -> float:
    return -sum(y * log(p) for y, p in zip(target, predicted, strict=True))


def huber(error: float, delta: float) -> float:
    return error**2 / 2 if abs(error) <= delta else delta * (abs(error) - delta / 2)


def signed(value: float, places: int) -> str:
    return f"{value:.{places}f}".replace("-", "−")


@EACH_LANGUAGE
def test_the_absolute_error_is_least_at_the_median_and_the_squared_at_the_mean(language: str) -> None:
    card = section(DECK, TOPIC, language, "mae-constant")
    numbers = [int(n) for n in re.findall(r"\d+", card.splitlines()[0].partition("{#")[0])]
    assert len(numbers) == 5
    grid = [i / 10 for i in range(1100)]
    absolute = min(grid, key=lambda c: sum(abs(n - c) for n in numbers))
    squared = min(grid, key=lambda c: sum((n - c) ** 2 for n in numbers))
    assert (absolute, squared) == (median(numbers), mean(numbers))
    assert accepted(card)[0] == f"{absolute:.0f}"
    assert {"en": f"here {squared:.0f}", "zh": f"这里是{squared:.0f}"}[language] in card


@EACH_LANGUAGE
def test_huber_is_linear_with_slope_delta_beyond_its_threshold(language: str) -> None:
    delta = 1.5
    assert (huber(9, delta) - huber(8, delta)) == pytest.approx(delta)
    assert huber(delta + 1e-9, delta) == pytest.approx(huber(delta, delta))
    card = section(DECK, TOPIC, language, "huber-slope")
    assert "==δ==" in card.splitlines()[0]
    assert "δ·(|e| − δ/2)" in card
    assert f"{huber(3, 1)}" in card
    assert f"{3**2 / 2}" in card


@EACH_LANGUAGE
def test_cross_entropy_is_entropy_and_divergence_and_not_symmetric(language: str) -> None:
    y, p = [0.5, 0.5], [0.9, 0.1]
    divergence = sum(a * log(a / b) for a, b in zip(y, p, strict=True))
    assert cross_entropy(y, p) == pytest.approx(cross_entropy(y, y) + divergence)
    card = section(DECK, TOPIC, language, "ce-kl")
    assert all(f"{value:.3f}" in card for value in (cross_entropy(y, p), cross_entropy(p, y)))
    assert "(0.5, 0.5)" in card
    assert "(0.9, 0.1)" in card


@EACH_LANGUAGE
def test_a_network_that_knows_nothing_starts_at_the_logarithm_of_the_classes(language: str) -> None:
    card = section(DECK, TOPIC, language, "initial-loss")
    classes = int(re.findall(r"\d+", card.splitlines()[0])[0])
    start = cross_entropy([1, *[0] * (classes - 1)], [1 / classes] * classes)
    assert accepted(card)[0] == f"{start:.3f}"
    ten = f"{-log(1 / 10):.3f}"
    assert ten in card
    assert ten in notes(DECK, TOPIC, language)


@EACH_LANGUAGE
def test_a_softmax_in_front_keeps_the_loss_of_three_classes_above_the_stated_floor(language: str) -> None:
    floor = -log(e / (e + 2))
    best = [exp(p) for p in (1 - 1e-9, 5e-10, 5e-10)]
    assert -log(best[0] / sum(best)) == pytest.approx(floor)
    assert f"{floor:.3f}" in notes(DECK, TOPIC, language)
    assert f"{floor:.3f}" in section(DECK, TOPIC, language, "ce-input")


@EACH_LANGUAGE
def test_squared_error_behind_a_sigmoid_learns_as_slowly_as_stated(language: str) -> None:
    sigma = 1 / (1 + exp(5))
    squared = (sigma - 1) * sigma * (1 - sigma)
    entropy = sigma - 1
    card = section(DECK, TOPIC, language, "mse-sigmoid")
    assert all(value in card for value in ("z = −5", "y = 1", signed(squared, 4), signed(entropy, 3)))
    assert f"{round(entropy / squared, -1):.0f}" in card.replace("\n", " ")
