"""The numbers stated in the cards and notes of weight-init."""

import re
from itertools import pairwise
from math import erf, exp, pi, sqrt, tanh

import pytest

from tests.content.sections import notes, section

DECK, TOPIC = "04-gradients-init", "weight-init"
LANGUAGES = ("en", "zh")


def normal_mean(power: int, steps: int = 200_000) -> float:
    """E[relu(z)**power] of a standard normal z, by the midpoint rule up to 12."""
    width = 12 / steps
    middles = ((i + 0.5) * width for i in range(steps))
    return sum(z**power * exp(-z * z / 2) for z in middles) * width / sqrt(2 * pi)


def uniform_variance(bound: float) -> float:
    return bound**2 / 3


def pytorch_default(fan_in: int) -> float:
    """The variance of kaiming_uniform_(a=√5): bound gain·√(3/fan_in), gain √(2/(1+a²))."""
    gain = sqrt(2 / (1 + sqrt(5) ** 2))
    return uniform_variance(gain * sqrt(3 / fan_in))


def schemes(fan_in: int, fan_out: int) -> list[float]:
    """PyTorch's default, LeCun, Xavier, Kaiming with fan_in, N(0, 1): standard deviations."""
    return [
        sqrt(variance) for variance in (pytorch_default(fan_in), 1 / fan_in, 2 / (fan_in + fan_out), 2 / fan_in, 1.0)
    ]


def test_the_notes_give_the_bound_and_the_share_of_pytorchs_default() -> None:
    fan_in = 70
    assert pytorch_default(fan_in) == pytest.approx(uniform_variance(1 / sqrt(fan_in)))
    assert pytorch_default(fan_in) * 3 == pytest.approx(1 / fan_in)
    for language, share in {"en": "a third of LeCun's", "zh": "LeCun的三分之一"}.items():
        text = notes(DECK, TOPIC, language)
        assert "U(±1/√fan_in)" in text
        assert share in text.replace("\n", " ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_fixed_deviation_suits_one_width_only(language: str) -> None:
    text = section(DECK, TOPIC, language, "why-scale")
    wide, narrow = 10_000 * 0.01**2, 100 * 0.01**2
    stated = {
        "en": f"0.01 gives a factor of {wide:.0f} with 10,000 inputs, and {narrow:.2f} with 100.",
        "zh": f"标准差取0.01，有10,000个输入时这个因子是{wide:.0f}，只有100个输入时就成了{narrow:.2f}。",
    }
    assert stated[language] in text.replace("\n", " ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_relu_halves_the_mean_square_and_leaves_the_stated_variance(language: str) -> None:
    mean_square = normal_mean(2)
    assert mean_square == pytest.approx(1 / 2, abs=1e-6)
    text = section(DECK, TOPIC, language, "factor-two").replace("\n", " ")
    assert "E[relu(z)²] = ½·E[z²]" in text
    assert {"en": "from 1 to {:.2f}", "zh": "从1降到{:.2f}"}[language].format(mean_square - normal_mean(1) ** 2) in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_twenty_relu_layers_without_the_two_leave_the_stated_fraction(language: str) -> None:
    text = section(DECK, TOPIC, language, "lecun-with-relu")
    left = 1.0
    for _ in range(int(re.findall(r"(\d+) ?(?:layers|层)", text)[0])):
        left *= normal_mean(2, 2000)
    answer = text.split("\n---\n")[1].strip().split(" | ")[0]
    base, exponent = answer.split("^")
    assert float(base) ** float(exponent) == pytest.approx(left, rel=1e-3)
    assert round(left, 6) == 1e-6
    assert "2⁻²⁰ ≈ 10⁻⁶" in text.replace("\n", " ")
    assert round(sqrt(left), 3) == 0.001


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_gradients_variance_changes_by_the_stated_ratio(language: str) -> None:
    text = section(DECK, TOPIC, language, "backward-fan")
    widths = [int(n) for n in re.findall(r"(\d+)→(\d+)→(\d+)", text)[0]]
    ratios = [fan_out / fan_in for fan_in, fan_out in pairwise(widths)]
    assert (ratios, ratios[0] * ratios[1]) == ([2, 1 / 4], 1 / 2)
    assert "2·¼ = ½" in text.replace("\n", " ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_standard_deviations_rise_in_the_stated_order(language: str) -> None:
    text = section(DECK, TOPIC, language, "order-std").replace("\n", " ")
    deviations = schemes(400, 100)
    assert deviations == sorted(deviations)
    stated = [float(n) for n in re.findall(r"\) [≈=] ([\d.]+\d)`", text)]
    assert stated == [round(value, 3) for value in deviations[:4]]
    assert "1/(3·fan_in)" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_unit_normal_weights_saturate_the_stated_share_of_tanh_units(language: str) -> None:
    text = section(DECK, TOPIC, language, "unit-normal")
    deviation = sqrt(int(re.findall(r"400", text.splitlines()[0])[0]) * 1.0 * 1.0)
    beyond = 1 - erf(3 / (deviation * sqrt(2)))
    assert f"{deviation:.0f}" in next(line for line in text.splitlines() if line.startswith("- [x]"))
    assert f"{beyond:.0%}" in text
    assert 1 - tanh(3) ** 2 < 0.01
    middles = [(n + 0.5) / 1000 for n in range(8000)]
    variance_after_tanh = sum(2 * exp(-z * z / 2) * tanh(deviation * z) ** 2 for z in middles) / 1000 / sqrt(2 * pi)
    assert 0.95 < variance_after_tanh < 1
