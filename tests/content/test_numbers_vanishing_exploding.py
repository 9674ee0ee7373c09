"""The numbers stated in the cards and notes of vanishing-exploding."""

from math import exp, hypot, sqrt, tanh

import pytest

from tests.content.sections import EACH_LANGUAGE, notes, section

DECK, TOPIC = "04-gradients-init", "vanishing-exploding"
DIGITS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def scientific(value: float, digits: int) -> str:
    """As in 2.66·10⁻⁵."""
    mantissa, exponent = f"{value:.{digits}e}".split("e")
    return f"{mantissa}·10{str(int(exponent)).translate(DIGITS)}"


def sigmoid(z: float) -> float:
    return 1 / (1 + exp(-z))


def steepest_sigmoid() -> float:
    points = [n / 100 for n in range(-800, 801)]
    return max(sigmoid(z) * (1 - sigmoid(z)) for z in points)


def steepest_tanh() -> float:
    return max(1 - tanh(n / 100) ** 2 for n in range(-800, 801))


def product(factors: list[float]) -> float:
    result = 1.0
    for factor in factors:
        result *= factor
    return result


@EACH_LANGUAGE
def test_a_hundred_factors_near_1_leave_the_stated_gradients(language: str) -> None:
    text = notes(DECK, TOPIC, language).replace("\n", " ")
    for factor in (0.9, 1.1):
        assert f"{factor}¹⁰⁰ ≈ {scientific(product([factor] * 100), 2)}" in text


@EACH_LANGUAGE
def test_a_sigmoid_layer_divides_by_four_at_least(language: str) -> None:
    assert steepest_sigmoid() == pytest.approx(1 / 4)
    stated = {"en": ("at most ¼", "a factor of 4 or more"), "zh": ("至多¼", "每过一层最多剩四分之一")}
    text = notes(DECK, TOPIC, language).replace("\n", " ")
    assert all(words in text for words in stated[language])


@EACH_LANGUAGE
def test_a_relu_layer_with_small_weights_shrinks_the_gradient_as_stated(language: str) -> None:
    mean_square = 256 * 0.01**2 * 0.5
    text = section(DECK, TOPIC, language, "relu-not-enough").replace("\n", " ")
    assert f"`256·0.01²·½ = {mean_square:.4f}`" in text
    assert f"{sqrt(mean_square):.3f}" in text
    assert scientific(product([sqrt(mean_square)] * 10), 1) in text


@EACH_LANGUAGE
def test_the_stated_standard_deviation_keeps_the_gradient(language: str) -> None:
    sd = sqrt(2 / 256)
    assert 256 * sd**2 * 0.5 == pytest.approx(1)
    assert f"√(2/256) ≈ {sd:.3f}" in section(DECK, TOPIC, language, "relu-not-enough").replace("\n", " ")


@EACH_LANGUAGE
def test_fifty_blocks_pass_on_the_stated_gradients_with_and_without_shortcuts(language: str) -> None:
    text = section(DECK, TOPIC, language, "residual-jacobian").replace("\n", " ")
    plain, residual = product([0.1] * 50), product([1 + 0.1] * 50)
    assert f"{plain:.0e}" == "1e-50"
    assert "0.1⁵⁰ = 10⁻⁵⁰" in text
    assert f"1.1⁵⁰ ≈ {residual:.0f}" in text


@EACH_LANGUAGE
def test_clipping_by_norm_gives_the_stated_gradient(language: str) -> None:
    g, threshold = (6.0, 8.0), 5.0
    norm = hypot(*g)
    clipped = tuple(round(value * threshold / norm) for value in g)
    by_value = tuple(round(min(value, threshold)) for value in g)
    heading, answer, explanation = section(DECK, TOPIC, language, "clip-by-norm").split("\n\n")[:3]
    assert "g = (6, 8)" in heading
    assert answer.split(" | ")[0] == str(clipped)
    assert f"‖g‖ = {norm:.0f}" in explanation.replace("\n", " ")
    assert str(by_value) in explanation.replace("\n", " ")


@EACH_LANGUAGE
def test_a_recurrent_matrix_below_the_stated_singular_value_shrinks_every_step(language: str) -> None:
    heading, answer, explanation = section(DECK, TOPIC, language, "rnn-bound").split("\n\n")[:3]
    assert "sigmoid" in heading
    assert answer.split(" | ")[0] == f"{1 / steepest_sigmoid():.0f}"
    bound_of_tanh = 1 / steepest_tanh()
    stated = {"en": f"the bound is {bound_of_tanh:.0f}", "zh": f"界限就是{bound_of_tanh:.0f}"}
    assert stated[language] in explanation.replace("\n", " ")
