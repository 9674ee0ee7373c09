"""The numbers stated in the notes and cards of activation-functions."""

from collections.abc import Callable
from math import erf, exp, pi, sqrt, tanh

import pytest

from quizapp.language import LANGUAGES
from tests.content.sections import EACH_LANGUAGE, accepted, notes, section

DECK, TOPIC = "03-activations-losses", "activation-functions"


def sigmoid(x: float) -> float:
    return 1 / (1 + exp(-x))


def normal(x: float) -> float:
    """The distribution function of the standard normal."""
    return (1 + erf(x / sqrt(2))) / 2


def gelu(x: float) -> float:
    return x * normal(x)


def slope(f: Callable[[float], float], x: float) -> float:
    return (f(x + 1e-5) - f(x - 1e-5)) / 2e-5


GRID = [i / 1000 for i in range(-8000, 8001)]
BELOW_ZERO: dict[str, Callable[[float], float]] = {
    "ReLU": lambda x: max(0.0, x),
    "eaky ReLU": lambda x: max(0.01 * x, x),
    "GELU": gelu,
    "SiLU": lambda x: x * sigmoid(x),
    "ELU": lambda x: x if x > 0 else exp(x) - 1,
}


@EACH_LANGUAGE
def test_sigmoid_and_tanh_are_steepest_at_zero_as_stated(language: str) -> None:
    assert max(GRID, key=lambda x: slope(sigmoid, x)) == max(GRID, key=lambda x: slope(tanh, x)) == 0
    assert slope(sigmoid, 0) == pytest.approx(1 / 4)
    assert slope(tanh, 0) == pytest.approx(1)
    stated = {"en": ("at most ¼", "at most 1", "at x = 0"), "zh": ("最大为¼", "最大为1", "x = 0处")}
    text = notes(DECK, TOPIC, language).replace("\n", " ")
    assert all(words in text for words in stated[language])
    card = section(DECK, TOPIC, language, "sigmoid-max-slope")
    assert accepted(card)[:2] == ["1/4", "0.25"]
    assert f"{slope(sigmoid, 4):.3f}" == "0.018"
    assert "x = 4" in card
    assert "0.018" in card


def test_tanh_is_the_stated_sigmoid() -> None:
    assert all(tanh(x) == pytest.approx(2 * sigmoid(2 * x) - 1) for x in GRID)
    for language in LANGUAGES:
        card = section(DECK, TOPIC, language, "tanh-sigmoid")
        assert "==2σ(2x) − 1==" in card
        assert "(−1, 1)" in card
        assert "¼" in card


@EACH_LANGUAGE
def test_hardswish_and_gelu_have_the_slopes_of_the_table(language: str) -> None:
    def hardswish(x: float) -> float:
        return x * min(max(0.0, x + 3), 6) / 6

    assert [round(slope(hardswish, x), 6) for x in (-4.0, 4.0)] == [0, 1]
    assert slope(hardswish, 0.5) == pytest.approx((2 * 0.5 + 3) / 6)
    density = exp(-(0.7**2) / 2) / sqrt(2 * pi)
    assert slope(gelu, 0.7) == pytest.approx(normal(0.7) + 0.7 * density)
    text = notes(DECK, TOPIC, language)
    assert "`(2x + 3)/6`" in text
    assert "`Φ + x·φ`" in text


@EACH_LANGUAGE
def test_the_functions_are_below_zero_in_the_stated_order(language: str) -> None:
    values = [f(-2) for f in BELOW_ZERO.values()]
    assert values == sorted(values, reverse=True)
    card = section(DECK, TOPIC, language, "negative-side")
    items = [line for line in card.splitlines() if line[:1].isdigit()]
    assert all(name in item for name, item in zip(BELOW_ZERO, items, strict=True))
    shown = [f"{value:.2f}".replace("-", "−") for value in values[1:]]
    assert all(value in card for value in shown)


@EACH_LANGUAGE
def test_gelu_has_the_stated_minimum(language: str) -> None:
    lowest = min(GRID, key=gelu)
    assert (round(lowest, 2), round(gelu(lowest), 2)) == (-0.75, -0.17)
    card = section(DECK, TOPIC, language, "gelu")
    assert "−0.17" in card
    assert "−0.75" in card


@EACH_LANGUAGE
def test_a_softmax_over_two_logits_is_a_sigmoid_of_their_difference(language: str) -> None:
    first, second = 0.3, 1.1
    assert exp(second) / (exp(first) + exp(second)) == pytest.approx(sigmoid(second - first))
    assert "σ(z₁ − z₀)" in section(DECK, TOPIC, language, "interview")
