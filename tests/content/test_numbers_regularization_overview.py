"""The numbers stated in the cards of regularization-overview."""

import re
from fractions import Fraction
from math import hypot

import pytest

from tests.content.sections import EACH_LANGUAGE, accepted, section

DECK, TOPIC = "02-generalization", "regularization-overview"


def smoothed(classes: int, epsilon: Fraction) -> list[Fraction]:
    """The target for the first of the classes."""
    return [(1 - epsilon) * (k == 0) + epsilon / classes for k in range(classes)]


def bounded(vector: tuple[float, float], limit: float) -> tuple[float, float]:
    """The nearest vector that is no longer than the limit."""
    scale = min(1.0, limit / hypot(*vector))
    return vector[0] * scale, vector[1] * scale


def share_after_steps(curvature: float, rate: float, steps: int) -> float:
    """Gradient descent from 0 on h·(w − 1)²/2."""
    w = 0.0
    for _ in range(steps):
        w -= rate * curvature * (w - 1)
    return w


def share_with_penalty(curvature: float, strength: float) -> float:
    """Where h·(w − 1)² + λ·w² is smallest, found by halving the interval on its slope."""
    low, high = 0.0, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        slope = curvature * (middle - 1) + strength * middle
        low, high = (low, middle) if slope > 0 else (middle, high)
    return low


@EACH_LANGUAGE
def test_the_smoothed_target_has_its_share_of_the_uniform_part(language: str) -> None:
    text = section(DECK, TOPIC, language, "smoothed-target")
    epsilon, classes = re.findall(r"\d+(?:\.\d+)?", text.splitlines()[0])[:2]
    right, *others = smoothed(int(classes), Fraction(epsilon))
    assert right + sum(others) == 1
    assert accepted(text)[0] == str(float(right))
    assert str(right) in accepted(text)
    assert f"`(1−ε)·1 + ε/{classes} = {float(1 - Fraction(epsilon))} + {float(others[0])}`" in text


@EACH_LANGUAGE
def test_a_vector_too_long_is_scaled_and_a_short_one_left_alone(language: str) -> None:
    text = section(DECK, TOPIC, language, "max-norm")
    limit, *vector = (float(n) for n in re.findall(r"\d+", text.splitlines()[0].replace("L2", "")))
    x, y = bounded((vector[0], vector[1]), limit)
    assert accepted(text)[0] == f"({x:.1f}, {y:.1f})"
    assert {"en": "The length is {:.0f},", "zh": "长度是{:.0f}，"}[language].format(hypot(*vector)) in text
    assert str(Fraction(limit) / Fraction(hypot(*vector))) in text
    assert bounded((2, 1), limit) == (2, 1)
    assert f"{hypot(2, 1):.2f}" in text


@EACH_LANGUAGE
def test_stopping_early_and_the_penalty_reach_the_stated_shares(language: str) -> None:
    text = section(DECK, TOPIC, language, "stopping-as-l2")
    rate, steps = 0.1, 100
    strength = 1 / (rate * steps)
    assert all(words in text for words in (f"η = {rate}", f"t = {steps}", f"λ = {strength}"))
    between = {"en": " and ", "zh": "和"}[language]
    for curvature, name in ((0.01, "h = 0.01"), (1, "h = 1 ")):
        stopped, penalized = share_after_steps(curvature, rate, steps), share_with_penalty(curvature, strength)
        assert stopped == pytest.approx(1 - (1 - rate * curvature) ** steps)
        assert penalized == pytest.approx(curvature / (curvature + strength))
        assert f"{stopped:.3f}{between}{penalized:.3f}" in text.replace("\n", " ")
        assert name.strip() in text
