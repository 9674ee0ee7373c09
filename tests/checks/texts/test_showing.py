import math
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quizapp.checks.texts.showing import shown
from quizapp.checks.typed.reading import Read, Wanted, read_answer
from quizapp.checks.values import Value


@pytest.mark.parametrize(
    ("value", "prose", "code"),
    [
        (0, "0", "0"),
        (9472, "9472", "9472"),
        (12345, "12\u202f345", "12345"),
        (-1234567, "\u22121\u202f234\u202f567", "-1234567"),
        (2.0, "2", "2"),
        (-0.0, "0", "0"),
        (3.2e9, "3\u202f200\u202f000\u202f000", "3200000000"),
        (Fraction(1, 10), "0.1", "0.1"),
        (Fraction(123456, 10**6), "0.123456", "0.123456"),
        (Fraction(1234567, 10**7), "0.12346", "0.12346"),
        (Fraction(1, 3), "0.33333", "0.33333"),
        (Fraction(-2, 3), "\u22120.66667", "-0.66667"),
        (Fraction(24691, 2), "12\u202f345.5", "12345.5"),
        (0.1 + 0.2, "0.3", "0.3"),
        (0.99999999, "1", "1"),
        (123456.7, "123\u202f457", "123457"),
        (99999.96, "100\u202f000", "100000"),
        (0.0001234567, "0.00012346", "0.00012346"),
        (3.2e-7, "3.2e\u22127", "3.2e-7"),
        (Fraction(1, 10**5), "1e\u22125", "1e-5"),
        (1234567.8, "1.2346e6", "1.2346e6"),
        (1e300, "1e300", "1e300"),
        (True, "True", "True"),
        (None, "None", "None"),
        ("same", "same", "same"),
        ((32, 16, 16), "(32, 16, 16)", "(32, 16, 16)"),
        ((3,), "(3,)", "(3,)"),
        ([1, Fraction(-1, 2)], "[1, \u22120.5]", "[1, -0.5]"),
        ([[12544, 1], []], "[[12\u202f544, 1], []]", "[[12544, 1], []]"),
        ({"k": 3, "s": 2}, "k=3, s=2", "k=3, s=2"),
    ],
)
def test_how_a_value_is_written_in_prose_and_in_code(value: Value, prose: str, code: str) -> None:
    assert shown(value) == prose
    assert shown(value, grouped=False) == code


def test_a_network_is_written_as_its_text() -> None:
    class Network:
        def __str__(self) -> str:
            return "conv 3\nrelu"

    assert shown(Network()) == "conv 3\nrelu"


def test_a_huge_number_is_written_at_once() -> None:
    assert shown(Fraction(1, 3**1200)).endswith("e\u2212573")
    assert len(shown(2**2047, grouped=False)) == 617


NUMBERS: list[st.SearchStrategy[Any]] = [
    st.integers(-(10**20), 10**20),
    st.fractions(max_denominator=10**6),
    st.floats(-1e300, 1e300),
]


@pytest.mark.parametrize(
    ("value", "prose"),
    [
        (10**30 - 1, "\u202f".join(["999"] * 10)),
        (10**30, "1·10³⁰"),
        (10**40 - 1, "≈ 1·10⁴⁰"),
        (-(2**2047), "≈ \u22121.61585·10⁶¹⁶"),
        ((2**2047, 3), "(≈ 1.61585·10⁶¹⁶, 3)"),
    ],
)
def test_an_integer_of_more_than_thirty_digits_is_shortened_in_prose(value: Value, prose: str) -> None:
    assert shown(value) == prose
    assert shown(value, grouped=False) == str(value)


@given(st.integers(-(2**2048) + 1, 2**2048 - 1))
@example(2**2048 - 1)
def test_a_shortened_integer_is_read_back_to_six_digits(number: int) -> None:
    for text, wanted in ((shown(number), Wanted.NUMBER), (shown((1, number)), Wanted.LIST)):
        read = read_answer(text, wanted)
        assert isinstance(read, Read), read
        found = read.value if wanted is Wanted.NUMBER else read.value[1]
        assert abs(found - number) * 200_000 <= abs(number)


@given(st.one_of(NUMBERS), st.booleans())
def test_what_is_shown_is_read_back_as_the_same_number(number: Any, grouped: bool) -> None:
    read = read_answer(shown(number, grouped), Wanted.NUMBER)
    assert isinstance(read, Read)
    if isinstance(number, int):
        assert read.value == number
    assert math.isclose(read.value, number, rel_tol=5.1e-5, abs_tol=1e-323)


@given(st.lists(st.one_of(NUMBERS[:2]), min_size=1, max_size=5), st.booleans())
def test_and_so_is_a_list(numbers: list[Any], grouped: bool) -> None:
    for value in (numbers, tuple(numbers)):
        read = read_answer(shown(value, grouped), Wanted.LIST)
        assert isinstance(read, Read)
        assert len(read.value) == len(numbers)
        assert all(map(lambda one, other: math.isclose(one, other, rel_tol=5.1e-5), read.value, numbers))
