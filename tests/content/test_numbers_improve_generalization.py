"""The numbers stated in the cards of improve-generalization."""

import re
from fractions import Fraction
from itertools import product

from tests.content.sections import EACH_LANGUAGE, accepted, section

DECK, TOPIC = "02-generalization", "improve-generalization"


def majority(voters: int, right: Fraction) -> Fraction:
    """How often more than half of independent voters are right, summed over all outcomes."""
    total = Fraction(0)
    for votes in product((0, 1), repeat=voters):
        if 2 * sum(votes) > voters:
            total += right ** sum(votes) * (1 - right) ** (voters - sum(votes))
    return total


def output(first: Fraction, bias: Fraction, second: Fraction, x: Fraction) -> Fraction:
    """One ReLU unit between two layers."""
    return second * max(first * x + bias, Fraction(0))


def curvatures(first: Fraction, bias: Fraction, second: Fraction) -> tuple[Fraction, Fraction]:
    """How much the squared error, at a minimum where it is 0, curves along each of the two weights."""
    x, step = Fraction(3), Fraction(1, 1000)
    target = output(first, bias, second, x)
    along_first = [(output(first + d, bias, second, x) - target) ** 2 for d in (-step, step)]
    along_second = [(output(first, bias, second + d, x) - target) ** 2 for d in (-step, step)]
    return sum(along_first, Fraction(0)) / step**2, sum(along_second, Fraction(0)) / step**2


@EACH_LANGUAGE
def test_three_of_80_percent_vote_right_as_often_as_stated(language: str) -> None:
    text = section(DECK, TOPIC, language, "majority-vote")
    found = re.search(r"(\d+)%", text.splitlines()[0])
    assert found
    right = Fraction(int(found[1]), 100)
    answer = accepted(text)
    assert answer[:2] == [f"{float(100 * majority(3, right)):.1f}%", str(float(majority(3, right)))]
    all_right, two_right = right**3, 3 * right**2 * (1 - right)
    assert all_right + two_right == majority(3, right)
    assert f"`{float(right)}³ = {float(all_right)}`" in text
    assert f"`3·{float(right)}²·{float(1 - right)} = {float(two_right)}`" in text
    assert f"{float(100 * majority(5, right)):.1f}%" in text


@EACH_LANGUAGE
def test_rescaling_two_layers_keeps_the_function_and_changes_the_curvature(language: str) -> None:
    text = section(DECK, TOPIC, language, "sharpness-rescaling")
    factors = set(re.findall(r"\d+", text.splitlines()[0]))
    assert len(factors) == 1
    factor = Fraction(factors.pop())
    first, bias, second = Fraction(2), Fraction(-1), Fraction(5)
    scaled = first * factor, bias * factor, second / factor
    for x in map(Fraction, (-2, 0, 1, 4)):
        assert output(*scaled, x) == output(first, bias, second, x)
    before, after = curvatures(first, bias, second), curvatures(*scaled)
    less, more = before[0] / after[0], after[1] / before[1]
    stated = {"en": ("{} times less along", "{} times more along"), "zh": ("变成百分之一", "变成{}倍")}
    assert less == more == 100
    assert stated[language][0].format(less) in " ".join(text.split())
    assert stated[language][1].format(more) in " ".join(text.split())
