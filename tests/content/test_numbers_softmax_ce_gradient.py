"""The numbers and formulas stated in the cards of softmax-ce-gradient."""

import re
from math import exp, floor, log, log10, sqrt

import pytest

from quizapp.language import LANGUAGES
from tests.content.sections import EACH_LANGUAGE, accepted, section

DECK, TOPIC = "03-activations-losses", "softmax-ce-gradient"
STEP = 1e-6


def softmax(logits: list[float]) -> list[float]:
    powers = [exp(z - max(logits)) for z in logits]
    return [power / sum(powers) for power in powers]


def loss(logits: list[float], target: list[float]) -> float:
    return -sum(y * log(p) for y, p in zip(target, softmax(logits), strict=True))


def moved(logits: list[float], index: int, by: float) -> list[float]:
    return [z + by * (i == index) for i, z in enumerate(logits)]


def gradient(logits: list[float], target: list[float]) -> list[float]:
    """By centered differences, so without any formula of the cards."""
    return [
        (loss(moved(logits, i, STEP), target) - loss(moved(logits, i, -STEP), target)) / (2 * STEP)
        for i in range(len(logits))
    ]


def jacobian(p: list[float]) -> list[list[float]]:
    return [[a * ((i == j) - b) for j, b in enumerate(p)] for i, a in enumerate(p)]


@pytest.mark.parametrize("target", [[0.0, 1.0, 0.0], [0.2, 0.5, 0.3]])
def test_the_gradient_is_p_minus_y_for_hard_and_soft_targets(target: list[float]) -> None:
    logits = [1.0, -0.5, 2.0]
    expected = [p - y for p, y in zip(softmax(logits), target, strict=True)]
    assert gradient(logits, target) == pytest.approx(expected, abs=1e-8)
    assert sum(gradient(logits, target)) == pytest.approx(0, abs=1e-8)
    assert loss([z + 3 for z in logits], target) == pytest.approx(loss(logits, target))
    for language in LANGUAGES:
        assert "∂L/∂z = p − y" in section(DECK, TOPIC, language, "interview")


@EACH_LANGUAGE
def test_the_other_logits_lower_a_probability_by_the_stated_product(language: str) -> None:
    logits = [1.0, -0.5, 2.0]
    p = softmax(logits)
    slope = (softmax(moved(logits, 2, STEP))[0] - softmax(moved(logits, 2, -STEP))[0]) / (2 * STEP)
    assert slope == pytest.approx(-p[0] * p[2])
    assert all(abs(sum(row)) < 1e-12 for row in jacobian(p))
    assert "==−p_k·p_j==" in section(DECK, TOPIC, language, "off-diagonal").splitlines()[0]


@EACH_LANGUAGE
def test_one_of_four_samples_gets_a_quarter_of_its_gradient(language: str) -> None:
    card = section(DECK, TOPIC, language, "mean-loss-gradient")
    [numbers] = re.findall(r"\(([\d., ]+)\)", card.splitlines()[0])
    p = [float(n) for n in numbers.split(", ")]
    own = gradient([log(q) for q in p], [0.0, 1.0, 0.0])
    entries = [value / 4 for value in own]
    answer = accepted(card)[0]
    assert float(answer.replace("−", "-")) == pytest.approx(entries[1])
    text = card.replace("\n", " ")
    assert f"= −{abs(own[1]):.1f}" in text
    assert all(f"{entries[i]:.3f}" in text for i in (0, 2))


@EACH_LANGUAGE
def test_the_probability_is_too_small_for_float32_though_the_loss_is_not(language: str) -> None:
    smallest = 2.0**-149
    chance = softmax([200.0, 0.0])[1]
    assert chance < smallest / 2
    assert loss([200.0, 0.0], [0.0, 1.0]) == pytest.approx(200)
    card = section(DECK, TOPIC, language, "separate-log")
    raised = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
    for value in (chance, smallest):
        assert f"10{str(floor(log10(value))).translate(raised)}" in card
    assert "200" in card.split("\n\n", 1)[1]


def test_softmax_counted_twice_shrinks_the_gradient_most_where_the_prediction_is_confident() -> None:
    def kept(logits: list[float], target: int) -> float:
        p = softmax(logits)
        right = [q - (i == target) for i, q in enumerate(p)]
        twice = [sum(row[j] * right[j] for j in range(len(p))) for row in jacobian(p)]
        return sqrt(sum(v * v for v in twice) / sum(v * v for v in right))

    unsure, sure = [0.3, 0.0, -0.2], [6.0, 0.0, 1.0]
    assert all(kept(sure, target) < kept(unsure, target) <= 0.5 for target in (0, 1))
