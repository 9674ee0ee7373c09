import math
from fractions import Fraction
from typing import Any

import pytest

from quizapp.checks.calculators.registry import REGISTERED
from quizapp.checks.expressions import FUNCTIONS
from quizapp.checks.expressions.functions import BASICS
from tests.checks.expressions.evaluating import refused, value


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("min(3, 1, 2)", 1),
        ("min([3, 1])", 1),
        ("max(1, 1.5)", Fraction(3, 2)),
        ("max([1, 2], [1, 3])", [1, 3]),
        ("abs(-0.5)", Fraction(1, 2)),
        ("sign(-3)", -1),
        ("clip(7, 0, 5)", 5),
        ("round(0.5)", 0),
        ("round(2.675, 2)", Fraction(67, 25)),
        ("floor(-0.5)", -1),
        ("ceil(7 / 2)", 4),
        ("int(-2.5)", -2),
        ("pow(2, 3)", 8),
        ("sum([])", 0),
        ("prod([2, 3, 4])", 24),
        ("prod([])", 1),
        ("dot([1, 2], [3, 4])", 11),
        ("len([1, 2])", 2),
        ("len('abc')", 3),
        ("zip([1, 2], [3, 4, 5])", [(1, 3), (2, 4)]),
        ("zip(*[[1, 2], [3, 4]])", [(1, 3), (2, 4)]),
        ("range(3)", [0, 1, 2]),
        ("range(5, 0, -2)", [5, 3, 1]),
        ("enumerate([7, 8], 1)", [(1, 7), (2, 8)]),
        ("sorted([3, 0.5, 2])", [Fraction(1, 2), 2, 3]),
        ("sorted([1, 3, 2], reverse=True)", [3, 2, 1]),
        ("sorted([(2, 'b'), (2, 'a'), (1, 'z')])", [(1, "z"), (2, "a"), (2, "b")]),
        ("reversed((1, 2))", [2, 1]),
        ("list((1, 2))", [1, 2]),
        ("any([0, 0])", False),
        ("all([])", True),
    ],
)
def test_the_basics(source: str, expected: Any) -> None:
    assert value(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("sqrt(2)", math.sqrt(2)),
        ("exp(-1)", math.exp(-1)),
        ("log(10)", math.log(10)),
        ("log(8, 2)", 3.0),
        ("log2(8)", 3.0),
        ("log10(1000)", 3.0),
        ("sin(pi / 2)", 1.0),
        ("cos(0)", 1.0),
        ("tanh(1)", math.tanh(1)),
    ],
)
def test_the_elementary_functions(source: str, expected: float) -> None:
    assert value(source) == pytest.approx(expected, rel=1e-15)


@pytest.mark.parametrize(
    ("source", "what"),
    [
        ("sqrt(-1)", "a negative number has no real root"),
        ("log(0)", "a logarithm needs a number above 0"),
        ("(-8) ** 0.5", "no real number"),
        ("exp(1000)", "a number too large"),
        ("1 / 0", "division by zero"),
        ("0 ** -1", "division by zero"),
        ("min([])", "the list is empty"),
        ("mean([])", "division by zero"),
        ("dot([1], [1, 2])", "lists of 1 and 2 elements"),
        ("range(0.5)", "a range needs whole numbers"),
        ("range(1, 2, 0)", "a range needs a step other than 0"),
        ("sum(5)", "a number is no list"),
        ("sum(['a'])", "a text is no number"),
        ("round(1, 0.5)", "decimals are a whole number of at most 100"),
    ],
)
def test_what_a_function_cannot_take_is_told_in_one_line(source: str, what: str) -> None:
    assert refused(source).what == what


def test_no_calculator_hides_a_basic_function() -> None:
    assert not set(BASICS) & set(REGISTERED)
    assert set(FUNCTIONS) == {*BASICS, *REGISTERED}


def test_every_basic_function_says_what_it_does() -> None:
    assert [name for name, function in BASICS.items() if not (function.__doc__ or "").strip().endswith(".")] == []
