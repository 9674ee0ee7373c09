"""The numbers that the notes and cards on knowledge distillation state; test errors come from the papers."""

import math
import re
from functools import partial

import pytest

from tests.content.sections import EACH_LANGUAGE, flowing, notes

DECK, TOPIC = "09-efficiency-systems", "knowledge-distillation"
TEACHER = [8.0, 4.0, 0.0]

card = partial(flowing, DECK, TOPIC)


def softened(logits: list[float], temperature: float) -> list[float]:
    powers = [math.exp(logit / temperature) for logit in logits]
    return [power / sum(powers) for power in powers]


def divergence(student: list[float], temperature: float) -> float:
    pairs = zip(softened(TEACHER, temperature), softened(student, temperature), strict=True)
    return sum(q * math.log(q / p) for q, p in pairs)


def slope(student: list[float], temperature: float) -> float:
    """The length of the gradient by the student's logits, found by differences."""
    step, squares = 1e-5, 0.0
    for index in range(len(student)):
        up, down = list(student), list(student)
        up[index] += step
        down[index] -= step
        squares += ((divergence(up, temperature) - divergence(down, temperature)) / (2 * step)) ** 2
    return math.sqrt(squares)


@EACH_LANGUAGE
def test_the_table_gives_the_targets_of_a_cat(language: str) -> None:
    rows = [re.findall(r"\d\.\d{3}", row) for row in notes(DECK, TOPIC, language).splitlines() if row.startswith("| ")]
    smoothed = [0.1 / 3 + 0.9 * (index == 0) for index in range(3)]
    targets = [smoothed, softened(TEACHER, 1), softened(TEACHER, 4)]
    assert [row for row in rows if row] == [[f"{share:.3f}" for share in target] for target in targets]


@EACH_LANGUAGE
def test_twice_the_temperature_makes_the_gradient_3_7_times_smaller(language: str) -> None:
    text = card(language, "t-squared")
    student = [0.0, 0.0, 0.0]
    shrunk = slope(student, 4) / slope(student, 8)
    assert {"en": f"gradient {shrunk:.1f} times smaller", "zh": f"缩小到1/{shrunk:.1f}"}[language] in text
    assert slope(student, 64) / slope(student, 128) == pytest.approx(4, rel=0.01)


@EACH_LANGUAGE
def test_the_ratio_of_55_becomes_e(language: str) -> None:
    text = card(language, "ratio")
    ratios = {t: softened(TEACHER, t)[0] / softened(TEACHER, t)[1] for t in (1, 4)}
    assert {"en": f"cat is {ratios[1]:.0f} times", "zh": f"狗的{ratios[1]:.0f}倍"}[language] in text.split(" {#")[0]
    assert f".typed}} {ratios[4]:.2f} | e | " in text
    assert f"e⁴ ≈ {ratios[1]:.1f}" in text
    assert f"e ≈ {ratios[4]:.2f}" in text
    assert ratios[4] ** 4 == pytest.approx(ratios[1])
