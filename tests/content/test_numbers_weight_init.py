"""The numbers stated in the cards and notes of weight-init."""

import re
from collections.abc import Callable
from itertools import pairwise
from math import erf, exp, pi, sqrt, tanh

import pytest

from tests.content.sections import EACH_LANGUAGE, asked, flowing, notes

DECK, TOPIC = "04-gradients-init", "weight-init"


def mean_above_0(f: Callable[[float], float], steps: int = 20_000) -> float:
    """The part of E[f(z)] that comes from z > 0, for a standard normal z: the midpoint rule up to 12."""
    width = 12 / steps
    middles = ((i + 0.5) * width for i in range(steps))
    return sum(f(z) * exp(-z * z / 2) for z in middles) * width / sqrt(2 * pi)


def uniform_variance(bound: float) -> float:
    return bound**2 / 3


def pytorch_default(fan_in: int) -> float:
    """The variance of kaiming_uniform_(a=√5): bound gain·√(3/fan_in), gain √(2/(1+a²))."""
    gain = sqrt(2 / (1 + sqrt(5) ** 2))
    return uniform_variance(gain * sqrt(3 / fan_in))


def schemes(fan_in: int, fan_out: int) -> list[float]:
    """PyTorch's default, LeCun, Xavier, Kaiming with fan_in, N(0, 1): standard deviations."""
    variances = pytorch_default(fan_in), 1 / fan_in, 2 / (fan_in + fan_out), 2 / fan_in, 1.0
    return [sqrt(variance) for variance in variances]


def card(card_id: str, language: str) -> str:
    return flowing(DECK, TOPIC, language, card_id)


@pytest.mark.parametrize(("language", "share"), [("en", "a third of LeCun's"), ("zh", "LeCun的三分之一")])
def test_the_notes_give_the_bound_and_the_share_of_pytorchs_default(language: str, share: str) -> None:
    fan_in = 70
    assert pytorch_default(fan_in) == pytest.approx(uniform_variance(1 / sqrt(fan_in)))
    assert pytorch_default(fan_in) * 3 == pytest.approx(1 / fan_in)
    text = notes(DECK, TOPIC, language).replace("\n", " ")
    assert all(words in text for words in ("U(±1/√fan_in)", share))


@EACH_LANGUAGE
def test_a_fixed_deviation_suits_one_width_only(language: str) -> None:
    wide, narrow = f"{10_000 * 0.01**2:.0f}", f"{100 * 0.01**2:.2f}"
    en = f"0.01 gives a factor of {wide} with 10,000 inputs, and {narrow} with 100."
    zh = f"标准差取0.01，有10,000个输入时这个因子是{wide}，只有100个输入时就成了{narrow}。"
    assert {"en": en, "zh": zh}[language] in card("why-scale", language)


@EACH_LANGUAGE
def test_relu_halves_the_mean_square_and_leaves_the_stated_variance(language: str) -> None:
    mean, mean_square = mean_above_0(lambda z: z), mean_above_0(lambda z: z**2)
    assert mean_square == pytest.approx(1 / 2, abs=1e-6)
    text = card("factor-two", language)
    assert "E[relu(z)²] = ½·E[z²]" in text
    assert {"en": "from 1 to {:.2f}", "zh": "从1降到{:.2f}"}[language].format(mean_square - mean**2) in text


@EACH_LANGUAGE
def test_twenty_relu_layers_without_the_two_leave_the_stated_fraction(language: str) -> None:
    text = card("lecun-with-relu", language)
    layers = int(re.findall(r"(\d+) ?(?:layers|层)", text)[0])
    left = mean_above_0(lambda z: z**2) ** layers
    base, exponent = text.split(" --- ")[1].split(" | ")[0].split("^")
    assert float(base) ** float(exponent) == pytest.approx(left, rel=1e-3)
    assert (round(left, 6), round(sqrt(left), 3)) == (1e-6, 0.001)
    assert "2⁻²⁰ ≈ 10⁻⁶" in text
    assert {"en": "falls to about a thousandth", "zh": "只剩大约千分之一"}[language] in text


@EACH_LANGUAGE
def test_the_gradients_variance_changes_by_the_stated_ratio(language: str) -> None:
    text = card("backward-fan", language)
    widths = [int(n) for n in re.findall(r"(\d+)→(\d+)→(\d+)", text)[0]]
    ratios = [fan_out / fan_in for fan_in, fan_out in pairwise(widths)]
    assert (ratios, ratios[0] * ratios[1]) == ([2, 1 / 4], 1 / 2)
    assert "2·¼ = ½" in text


@EACH_LANGUAGE
def test_the_standard_deviations_rise_in_the_stated_order(language: str) -> None:
    text, deviations = card("order-std", language), schemes(400, 100)
    assert asked(text) == [400, 100]
    assert deviations == sorted(deviations)
    stated = [float(n) for n in re.findall(r"\) [≈=] ([\d.]+\d)`", text)]
    assert stated == [round(value, 3) for value in deviations[:4]]
    assert "1/(3·fan_in)" in text


@EACH_LANGUAGE
def test_unit_normal_weights_saturate_the_tanh_units_as_stated(language: str) -> None:
    text = card("unit-normal", language)
    deviation = sqrt(int(re.findall(r"(\d+) ?(?:independent|个相互独立)", text)[0]))
    share, variance = 1 - erf(3 / (deviation * sqrt(2))), 2 * mean_above_0(lambda z: tanh(deviation * z) ** 2)
    assert 1 - tanh(3) ** 2 < 0.01
    right, beyond, outputs = {
        "en": ("a standard deviation of {:.0f} -", "{:.0%} of the pre-activations", "close to 1, namely {:.2f}."),
        "zh": ("激活前的标准差为{:.0f} -", "{:.0%}的值落在±3之外", "方差为{:.2f}，接近1。"),
    }[language]
    assert all(s in text for s in (right.format(deviation), beyond.format(share), outputs.format(variance)))
