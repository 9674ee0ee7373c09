import math
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.checks.typed.reading import Read, Unread, Wanted, read_answer


def number(text: str) -> Any:
    read = read_answer(text, Wanted.NUMBER)
    assert isinstance(read, Read), read
    return read.value


def why(text: str) -> str:
    unread = read_answer(text, Wanted.NUMBER)
    assert isinstance(unread, Unread), unread
    return unread.why


@pytest.mark.parametrize(
    "text",
    [
        "9472", " 9,472 ", "9_472", "9 472", "９４７２", "９，４７２", "9'472", "9’472", "9\u202f472", "9\u00a0472",
        "9\u2009472",
        "9472.", "9472。", "=9472", "= 9472", "≈ 9472", "~9472", "9472.0", "+9472", "(9472)", "9.472e3", "9.472E3",
        "9.472K",
        "9472,", "9,472, ",
        "64*(3*7*7+1)", "64×3×7×7+64", "64·147+64", "64⋅147 + 64", "64 * 148", "64*（3*49+1）", "18944÷2",
        "18944 / 2", "2^13 + 2^10 + 2^8", "2¹³+2¹⁰+2⁸", "9500−28", "9500 – 28", "floor(9472.9)", "max(9472, 5)",
    ],
)  # fmt: skip
def test_nine_thousand_four_hundred_and_seventy_two_as_people_write_it(text: str) -> None:
    assert number(text) == 9472


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2^10", 1024),
        ("2**10", 1024),
        ("10²", 100),
        ("10⁻³", Fraction(1, 1000)),
        ("-2^2", -4),
        ("1.2M", 1_200_000),
        ("1.2 M", 1_200_000),
        ("3.4e6", 3_400_000),
        ("25.6K", 25_600),
        ("25.6k", 25_600),
        ("3.8G", 3_800_000_000),
        ("1.5B", 1_500_000_000),
        ("2T", 2 * 10**12),
        ("1.5 million", 1_500_000),
        ("2 billion", 2 * 10**9),
        ("3万", 30_000),
        ("1.5亿", 150_000_000),
        ("3百万", 3_000_000),
        ("1M + 1K", 1_001_000),
        ("4M/2K", 2000),
        ("1,234,567", 1_234_567),
        ("1 234 567.5", Fraction(2469135, 2)),
        ("−5", -5),
        ("－5", -5),
        ("1/3", Fraction(1, 3)),
        ("1⁄3", Fraction(1, 3)),
        (".5", Fraction(1, 2)),
        ("12.5%", Fraction(1, 8)),
        ("12.5 %", Fraction(1, 8)),
        ("１２.５％", Fraction(1, 8)),
        ("50% * 3", Fraction(3, 2)),
        ("3 * 50%", Fraction(3, 2)),
        ("1/(3%)", Fraction(100, 3)),
        ("2 ** 3", 8),
        ("2 - -3", 5),
        ("7 % 3", 1),
        ("7 // 2", 3),
        ("1.2×10⁶", 1_200_000),
    ],
)
def test_exact_numbers_are_read_exactly(text: str, value: Any) -> None:
    assert number(text) == value
    assert not isinstance(number(text), float)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("sqrt(2)", math.sqrt(2)),
        ("√2", math.sqrt(2)),
        ("√(1+1)", math.sqrt(2)),
        ("exp(-1)", math.exp(-1)),
        ("e^2", math.exp(2)),
        ("ln 2", math.log(2)),
        ("ln2", math.log(2)),
        ("ln(2)", math.log(2)),
        ("LN(2)", math.log(2)),
        ("-ln 0.5", math.log(2)),
        ("log 2", math.log(2)),
        ("log2(8)", 3.0),
        ("log2 8", 3.0),
        ("log₂8", 3.0),
        ("log₁₀ 100", 2.0),
        ("π", math.pi),
        ("π/2", math.pi / 2),
        ("tanh(1)", math.tanh(1)),
        ("1/(1+exp(-2))", 1 / (1 + math.exp(-2))),
    ],
)
def test_functions_and_constants_are_read(text: str, value: float) -> None:
    assert number(text) == pytest.approx(value, rel=1e-14)


def test_a_slip_of_the_decimal_point_is_never_repaired() -> None:
    assert number("9.472") == Fraction(9472, 1000)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("1,2", "use . for decimals"),
        ("0,123", "use . for decimals"),
        ("1,23456", "use . for decimals"),
        ("1.234,5", "use . for decimals"),
        ("1.234,56", "use . for decimals"),
        ("25,6k", "use . for decimals"),
        ("2,4 %", "use . for decimals"),
        ("2,4 * 3,5", "use . for decimals"),
        ("1.000.000", "use . for decimals"),
        ("1.000.000,5", "use . for decimals"),
        ("32, 16", "one number is asked for, not a list; * multiplies"),
        ("1,2,", "use . for decimals"),
        ("12,,", "one number is asked for, not a list; * multiplies"),
        ("(32, 16, 16)", "one number is asked for, not a list; * multiplies"),
        ("32x16x16", "one number is asked for, not a list; * multiplies"),
        ("[32 16]", "one number is asked for, not a list; * multiplies"),
        ("3 4", "put a sign such as * before `4`"),
        ("2(3)", "put a sign such as * before `(`"),
        ("2π", "put a sign such as * before `pi`"),
        ("5 bananas", "`bananas` means nothing here"),
        ("1.2m", "`m` means nothing here"),
        ("softmax(2)", "`softmax` means nothing here"),
        ("conv_size(2)", "`conv` means nothing here"),
        ("exp", "`exp` of what?"),
        ("log28", "`log` wants brackets"),
        ("sqrt -1", "`sqrt` wants brackets"),
        ("(2", "the brackets do not match"),
        ("2)", "the brackets do not match"),
        ("007", "a number does not begin with 0"),
        ("1/0", "this gives no number"),
        ("1e400", "too large"),
        ("10**4000000", "too large"),
        ("2**9999", "too large"),
        ("(1/3)^9999", "too large"),
        ("2^2000*2^2000", "too large"),
        ("exp(1000)", "too large"),
        ("log(0)", "this gives no number"),
        ("2 * * 3", "a number is missing between `*` and `*`"),
        ("7 / / 2", "a number is missing between `/` and `/`"),
        ("2××3", "a number is missing between `*` and `×`"),
        ("2 + * 3", "a number is missing between `+` and `*`"),
        ("1/3%", "`%` of which part? write 1/(3%), or divide by 100"),
        ("1 / 3 %", "`%` of which part? write 1/(3%), or divide by 100"),
        ("2^50%", "`%` of which part? write 1/(3%), or divide by 100"),
        ("sqrt(-1)", "this gives no number"),
        ("1j", "`j` means nothing here"),
        ("nan", "`nan` means nothing here"),
        ("inf", "`inf` means nothing here"),
        ("rand()", "`rand` means nothing here"),
        ("½", "`½` means nothing here"),
        ("2₃", "`₃` means nothing here"),
        ("True", "`true` means nothing here"),
        ("1" * 300, "longer than any answer"),
        ("", "nothing was typed"),
        (" \t ", "nothing was typed"),
    ],
)
def test_what_cannot_be_read_is_told_and_never_guessed(text: str, reason: str) -> None:
    assert why(text) == reason


@pytest.mark.parametrize(
    ("text", "echo"),
    [
        ("9472", "9472"),
        ("12,345", "12\u202f345"),
        ("64*148*10", "94\u202f720"),
        ("1/3", "1/3 = 0.33333"),
        ("-1/3", "\u22121/3 = \u22120.33333"),
        ("1/8", "0.125"),
        ("3.14159265", "3.14159265"),
        ("0.00001234", "0.00001234"),
        ("12345/67891", "0.18184"),
        ("sqrt(2)", "1.4142"),
        ("1.2M", "1\u202f200\u202f000"),
        ("2^2047", "≈ 1.61585·10⁶¹⁶"),
        ("-2^2047", "≈ \u22121.61585·10⁶¹⁶"),
    ],
)
def test_the_program_says_what_it_read(text: str, echo: str) -> None:
    read = read_answer(text, Wanted.NUMBER)
    assert isinstance(read, Read)
    assert read.echo == echo


@given(st.integers(0, 10**15), st.sampled_from(["{:,}", "{:_}", "{}", "{}.0", "={}", "({})"]))
def test_every_integer_is_read_in_every_spelling(value: int, spelling: str) -> None:
    assert number(spelling.format(value)) == value
    assert number(f"{value:,}".replace(",", " ")) == value


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=0, max_value=10**6, places=4))
def test_every_decimal_is_read_exactly(value: Any) -> None:
    assert number(str(value)) == Fraction(value)
