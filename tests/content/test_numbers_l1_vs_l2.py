"""The numbers stated in the notes and cards of l1-vs-l2."""

import re
from fractions import Fraction
from math import exp, log, pi

import pytest

from tests.content.sections import EACH_LANGUAGE, accepted, notes, section

DECK, TOPIC = "02-generalization", "l1-vs-l2"
MINUS = str.maketrans("−", "-")


def proximal(w: Fraction, step: Fraction) -> Fraction:
    size = max(abs(w) - step, Fraction(0))
    return size if w > 0 else -size


def decayed(w: Fraction, step: Fraction) -> Fraction:
    return w * (1 - step)


def subgradient(w: Fraction, step: Fraction) -> Fraction:
    return w - step if w > 0 else w + step


def numbers(text: str) -> list[Fraction]:
    return [Fraction(n) for n in re.findall(r"-?\d+(?:\.\d+)?", text.translate(MINUS))]


@EACH_LANGUAGE
def test_the_drawn_weights_follow_from_the_penalties(language: str) -> None:
    rows = notes(DECK, TOPIC, language).split("```")[1].splitlines()[2:4]
    step = Fraction("0.1")
    for row, change in zip(rows, (proximal, decayed), strict=True):
        drawn = numbers(row)[-5:]
        weight = Fraction("0.3")
        for stated in drawn:
            assert stated == round(weight, 3)
            weight = change(weight, step)


@EACH_LANGUAGE
def test_soft_thresholding_gives_the_stated_weights(language: str) -> None:
    text = section(DECK, TOPIC, language, "soft-threshold")
    step, weight = Fraction("0.2"), Fraction("-0.25")
    assert {step, weight} <= set(numbers(text.splitlines()[0]))
    answer = accepted(text)[0]
    assert numbers(answer) == [proximal(weight, step)]
    assert weight - step in numbers(text)
    assert proximal(Fraction("-0.15"), step) == 0
    assert "−0.15" in text


@EACH_LANGUAGE
@pytest.mark.parametrize("slope", [Fraction(9, 10), Fraction(1), Fraction(11, 10)])
def test_a_weight_rests_at_zero_up_to_a_slope_of_lambda(language: str, slope: Fraction) -> None:
    lam, near = Fraction(1), Fraction(1, 1000)
    leaving = min(-slope * w + lam * abs(w) for w in (-near, near))
    assert (leaving >= 0) == (slope <= lam)
    assert min(-slope * w + lam / 2 * w**2 for w in (-near, near)) < 0, "L2 lets it go"
    assert "==λ==" in section(DECK, TOPIC, language, "rest-at-zero")


@EACH_LANGUAGE
def test_plain_steps_hop_about_zero(language: str) -> None:
    weight, step, path = Fraction("0.25"), Fraction("0.1"), []
    for _ in range(5):
        weight = subgradient(weight, step)
        path.append(weight)
    text = " ".join(section(DECK, TOPIC, language, "subgradient-hops").translate(MINUS).split())
    listed = {"en": ", ", "zh": "、"}[language].join(str(float(w)) for w in path)
    assert listed in text
    assert all(number in text for number in ("0.25", "0.1"))


@EACH_LANGUAGE
def test_an_even_split_has_the_smallest_square(language: str) -> None:
    costs = {Fraction(i, 100): Fraction(i, 100) ** 2 + Fraction(100 - i, 100) ** 2 for i in range(-50, 151)}
    best = min(costs, key=lambda share: costs[share])
    text = section(DECK, TOPIC, language, "identical-columns")
    half, whole = float(best), float(costs[best])
    assert f"`{half}² + {half}² = {whole}`" in text
    assert f"`1² + 0² = {costs[Fraction(1)]}`" in text
    assert {abs(share) + abs(1 - share) for share in costs if 0 <= share <= 1} == {1}


def test_minus_the_logarithm_of_each_density_is_the_stated_penalty() -> None:
    laplace = {w: -log(exp(-abs(w)) / 2) for w in (0.0, 0.5, -2.0)}
    cauchy = {w: -log(1 / (pi * (1 + w * w))) for w in laplace}
    for w in laplace:
        assert laplace[w] - laplace[0.0] == pytest.approx(abs(w))
        assert cauchy[w] - cauchy[0.0] == pytest.approx(log(1 + w * w))
