from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.expressions.evaluating import value


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("0.1", Fraction(1, 10)),
        ("0.1 + 0.2", Fraction(3, 10)),
        ("0.1 * 10", 1),
        ("1 / 3", Fraction(1, 3)),
        ("6 / 3", 2),
        ("7 // 2", 3),
        ("-7 // 2", -4),
        ("7.5 % 2", Fraction(3, 2)),
        ("2 ** 10", 1024),
        ("2 ** -2", Fraction(1, 4)),
        ("(2 / 3) ** 2", Fraction(4, 9)),
        ("-2 ** 2", -4),
        ("1e3", 1000),
        ("1_000.5", Fraction(2001, 2)),
        ("3.14159265358979323846", Fraction("3.14159265358979323846")),
        ("64 * (3 * 7 * 7 + True)", 9472),
        ("-True", -1),
        ("+0.5", Fraction(1, 2)),
        ("sum([0.1, 0.2, 0.3])", Fraction(3, 5)),
        ("mean([1, 2])", Fraction(3, 2)),
    ],
)
def test_arithmetic_of_exact_numbers_stays_exact(source: str, expected: Any) -> None:
    assert value(source) == expected
    assert type(value(source)) is type(expected)


@pytest.mark.parametrize("source", ["sqrt(4)", "exp(0)", "log(1)", "4 ** 0.5", "sqrt(4) + 1", "pi", "sum([exp(0), 1])"])
def test_what_goes_through_a_root_or_an_exponential_is_a_float(source: str) -> None:
    assert type(value(source)) is float


def test_a_whole_fraction_is_an_integer_and_serves_as_an_index() -> None:
    assert value("[5, 6, 7][4 / 2]") == 7


def test_a_sum_of_floats_is_rounded_once_whatever_python_computes_it() -> None:
    assert value("sum([0.1 * sqrt(1)] * 10)") == 1.0


@given(st.fractions(max_denominator=99), st.fractions(max_denominator=99))
def test_the_four_operations_are_those_of_fractions(a: Fraction, b: Fraction) -> None:
    assert value("a + b - a * b", a=a, b=b) == a + b - a * b
    if b:
        assert value("a / b", a=a, b=b) == a / b
        assert value("a // b * b + a % b", a=a, b=b) == a


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=0))
def test_a_decimal_is_what_is_written_there(number: float) -> None:
    assert value(repr(number)) == Fraction(repr(number))
