"""The numbers stated in the notes and cards of relu-why."""

from fractions import Fraction
from math import exp
from random import Random

import pytest

from tests.content.sections import EACH_LANGUAGE, accepted, notes, section

DECK, TOPIC = "03-activations-losses", "relu-why"


def sigmoid_slope(x: float) -> float:
    value = 1 / (1 + exp(-x))
    return value * (1 - value)


STEEPEST = max(Fraction(sigmoid_slope(i / 100)) for i in range(-500, 501))


def rows(text: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if line[:1] == "|"]


def kept_by_one_layer(variance: float, inputs: int, units: int) -> float:
    """The share of the mean square that a random ReLU layer without biases passes on."""
    random = Random(7)
    signal = [abs(random.gauss(0, 1)) for _ in range(inputs)]
    out = [max(0.0, sum(random.gauss(0, variance**0.5) * x for x in signal)) for _ in range(units)]
    return (sum(y * y for y in out) / units) / (sum(x * x for x in signal) / inputs)


@EACH_LANGUAGE
@pytest.mark.parametrize("layers", [1, 5, 10])
def test_slopes_of_sigmoid_layers_multiply_to_the_stated_bound(language: str, layers: int) -> None:
    bound = float(STEEPEST**layers)
    shown = f"{bound:.2f}" if layers == 1 else f"{bound:.{5 if layers == 5 else 8}f}"
    assert [str(layers), shown, str(1**layers)] in rows(notes(DECK, TOPIC, language))


@EACH_LANGUAGE
def test_five_sigmoid_layers_leave_a_1024th_at_most(language: str) -> None:
    card = section(DECK, TOPIC, language, "sigmoid-chain")
    spellings = accepted(card)
    bound = STEEPEST**5
    assert Fraction(spellings[0]) == bound
    decimals = [float(text) for text in spellings if text.replace(".", "").replace("e-", "").isdigit()]
    assert len(decimals) >= 6
    assert all(value == pytest.approx(float(bound), rel=0.03) for value in decimals)
    assert f"{float(bound):.5f}" in card.splitlines()[4]
    assert float(STEEPEST**10) < 1e-6
    assert {"en": "below one millionth", "zh": "不足百万分之一"}[language] in card.replace("\n", " ")


@EACH_LANGUAGE
def test_the_sigmoid_is_never_steeper_than_a_quarter(language: str) -> None:
    assert Fraction(1, 4) == STEEPEST
    for card in ("relu-vs-sigmoid", "sigmoid-chain", "interview"):
        assert "¼" in section(DECK, TOPIC, language, card)
    assert round(float(STEEPEST**10) * 10**6) == 1
    assert "10⁻⁶" in section(DECK, TOPIC, language, "interview")


@EACH_LANGUAGE
def test_a_relu_layer_halves_the_mean_square_unless_the_variance_is_doubled(language: str) -> None:
    inputs = 100
    assert kept_by_one_layer(1 / inputs, inputs, units=4000) == pytest.approx(1 / 2, rel=0.1)
    assert kept_by_one_layer(2 / inputs, inputs, units=4000) == pytest.approx(1, rel=0.1)
    card = section(DECK, TOPIC, language, "still-vanishing")
    assert round(0.5**30 * 10**9) == 1
    assert all(words in card for words in ("1/n", "2/n", "30", "`2⁻³⁰`", "10⁻⁹"))
    assert {"en": "halves", "zh": "减半"}[language] in card


@EACH_LANGUAGE
def test_half_of_the_units_are_zero_at_a_symmetric_start(language: str) -> None:
    random = Random(3)
    zeros = sum(max(0.0, random.gauss(0, 1)) == 0 for _ in range(20000))
    assert zeros / 20000 == pytest.approx(1 / 2, rel=0.05)
    stated = {"en": "about half of the units", "zh": "约有一半单元"}
    assert stated[language] in section(DECK, TOPIC, language, "interview")


def test_positive_inputs_give_all_weights_of_a_unit_gradients_of_one_sign() -> None:
    inputs, delta = (0.2, 0.7, 0.9), -0.4
    assert {(delta * a > 0) for a in inputs} == {False}
    assert "==the same sign==" in section(DECK, TOPIC, "en", "same-sign")
    assert "==符号相同==" in section(DECK, TOPIC, "zh", "same-sign")
