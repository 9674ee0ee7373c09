from fractions import Fraction
from typing import Any

import pytest

from quizapp.checks.typed.reading import Read, Unread, Wanted, read_answer


def numbers(text: str) -> Any:
    read = read_answer(text, Wanted.LIST)
    assert isinstance(read, Read), read
    return read.value


@pytest.mark.parametrize(
    "text",
    [
        "(32, 16, 16)", "32, 16, 16", "32,16,16", "[32 16 16]", "32 16 16", "32x16x16", "32X16X16", "32×16×16",
        "32 × 16 × 16",
        "（32，16，16）", "32、16、16", "[32; 16; 16]", "(32, 16, 16).", "= (32, 16, 16)", "{32, 16, 16}",
        "(32, 16, 16,)", "((32, 16, 16))", "32, 2^4, 64/4", "(2*16, 16, 8+8)", "３２ｘ１６ｘ１６",
        "[[32], [16, 16]]", "32, sqrt(256), max(1, 16)",
    ],
)  # fmt: skip
def test_a_shape_as_people_write_it(text: str) -> None:
    assert numbers(text) == (32, 16, 16)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1, 2", (1, 2)),
        ("5", (5,)),
        ("(5,)", (5,)),
        ("3 -1", (3, -1)),
        ("3 - 1", (2,)),
        ("[-1 −2]", (-1, -2)),
        ("1/2, 1/3", (Fraction(1, 2), Fraction(1, 3))),
        ("0.1 0.25", (Fraction(1, 10), Fraction(1, 4))),
        ("[[1,2],[3,4]]", (1, 2, 3, 4)),
        ("[[1 2] [3 4]]", (1, 2, 3, 4)),
        ("1 2; 3 4", (1, 2, 3, 4)),
        ("((1,2),(3,4))", (1, 2, 3, 4)),
        ("1.2K, 50%", (1200, Fraction(1, 2))),
        ("12\u202f544, 3", (12544, 3)),
        ("12'544, 3", (12544, 3)),
        ("(1+2)*3, 4", (9, 4)),
    ],
)
def test_lists_and_matrices_are_read_row_by_row(text: str, value: Any) -> None:
    assert numbers(text) == value


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("1,,2", "a number is missing"),
        ("()", "a number is missing"),
        ("[1, 2", "the brackets do not match"),
        ("1, 2)", "the brackets do not match"),
        ("16x", "a number is missing after `x`"),
        ("(16 × )", "a number is missing after `×`"),
        ("16x, 3", "a number is missing after `x`"),
        ("16x16, 3", "put commas between the numbers, or x, not both"),
        ("2, 048", "a number does not begin with 0"),
        ("16, 3x-", "`x` means nothing here"),
        ("(1,2)+3, 4", "`,` means nothing here"),
        ("a, b", "`a` means nothing here"),
        ("1 2, 3 4", "put a sign such as * before `2`"),
        ("", "nothing was typed"),
    ],
)
def test_what_is_no_list_is_told(text: str, reason: str) -> None:
    assert read_answer(text, Wanted.LIST) == Unread(reason)


@pytest.mark.parametrize(
    "text",
    ["1,024, 16", "1,024,14", "1,024x14x14", "1,024 × 14", "3,224×224", "64,000,14", "[[1,024],[3,4]]", "1 2; 1,024 3"],
)
def test_a_comma_that_seems_to_group_digits_is_asked_about(text: str) -> None:
    assert read_answer(text, Wanted.LIST) == Unread("within a list a number takes no comma: 1024, not 1,024")


@pytest.mark.parametrize("text", ["3,224,224", "(3, 224, 224)", "3 224 224", "3x224x224"])
def test_three_digits_after_a_comma_are_a_number_of_their_own(text: str) -> None:
    assert numbers(text) == (3, 224, 224)


def test_the_program_says_which_list_it_read() -> None:
    read = read_answer("12544x1/3", Wanted.LIST)
    assert isinstance(read, Read)
    assert read.echo == "(12\u202f544, 0.33333)"


def test_a_unit_after_a_list_is_accepted() -> None:
    assert read_answer("16x16 pixels", Wanted.LIST, unit="pixel") == read_answer("16x16", Wanted.LIST)
