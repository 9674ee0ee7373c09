"""The numbers stated in the notes and cards of dropout."""

from fractions import Fraction
from itertools import product
from math import sqrt

import pytest

from tests.content.sections import EACH_LANGUAGE, accepted, notes, section

DECK, TOPIC = "02-generalization", "dropout"


def moments(values: list[Fraction], drop: Fraction) -> tuple[Fraction, Fraction]:
    """Mean and variance of inverted dropout's output for an activation that is equally often each of the values."""
    keep = 1 - drop
    mean = sum((keep * value / keep for value in values), Fraction(0)) / len(values)
    square = sum((keep * (value / keep) ** 2 for value in values), Fraction(0)) / len(values)
    return mean, square - mean**2


@EACH_LANGUAGE
@pytest.mark.parametrize("drop", [Fraction(1, 10), Fraction(1, 2), Fraction(3, 4)])
def test_the_added_variance_is_that_of_the_notes(language: str, drop: Fraction) -> None:
    x = Fraction(3)
    assert moments([x], drop) == (x, x**2 * drop / (1 - drop))
    assert "x²·p/(1 − p)" in notes(DECK, TOPIC, language)
    assert "x²·p/(1−p)" in section(DECK, TOPIC, language, "interview")


@EACH_LANGUAGE
def test_what_is_not_kept_is_dropped(language: str) -> None:
    text = section(DECK, TOPIC, language, "paper-p")
    keep = Fraction("0.8")
    assert f"p = {float(keep)}" in text.splitlines()[0]
    assert accepted(text)[0] == str(float(1 - keep))
    assert f"`nn.Dropout({float(keep)})`" in text
    assert {"en": "multiply it by {}.", "zh": "再乘以{}。"}[language].format(1 / (1 - keep)) in text.replace("\n", " ")
    assert 1 / (1 - keep) == 5, "one in five is kept, as the card says"


@EACH_LANGUAGE
def test_twenty_units_have_about_a_million_masks(language: str) -> None:
    assert len(set(product((0, 1), repeat=5))) == 2**5
    text = section(DECK, TOPIC, language, "shared-weights")
    assert f"2²⁰ = {2**20:,}" in text
    assert {"en": "With 20 units", "zh": "20个单元"}[language] in text


@EACH_LANGUAGE
def test_the_average_over_all_masks_is_exact_for_a_linear_layer(language: str) -> None:
    weights, inputs, keep = (Fraction(2), Fraction(-3), Fraction(5)), (1, 2, 4), Fraction(1, 3)
    average = Fraction(0)
    for mask in product((0, 1), repeat=3):
        chance = keep ** sum(mask) * (1 - keep) ** (3 - sum(mask))
        average += chance * sum(w * x * m / keep for w, x, m in zip(weights, inputs, mask, strict=True))
    assert average == sum(w * x for w, x in zip(weights, inputs, strict=True))
    text = section(DECK, TOPIC, language, "shared-weights")
    assert {"en": "exactly so for a linear layer", "zh": "对线性层来说是精确的"}[language] in text


@EACH_LANGUAGE
def test_dropping_half_doubles_a_variance_of_one(language: str) -> None:
    text = section(DECK, TOPIC, language, "variance-shift")
    assert "`nn.Dropout(0.5)`" in text.splitlines()[0]
    before = [Fraction(-1), Fraction(1)]
    assert moments(before, Fraction(0))[1] == 1
    mean, variance = moments(before, Fraction(1, 2))
    assert mean == 0
    assert accepted(text)[0] == str(variance)
    assert f"`0.5·4·1 = {variance}`" in text
    assert sqrt(variance) == sqrt(2)
    assert "√2" in text
