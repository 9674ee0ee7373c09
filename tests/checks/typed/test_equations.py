"""`w = 2.4`: what stands after the last equals sign is the answer."""

from typing import Any

import pytest

from quizapp.checks.typed.reading import Read, Unread, Wanted, read_answer


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("r=19", 19),
        ("w_1 = 19", 19),
        ("output size ＝ 19", 19),
        ("dL/dw = 19", 19),
        ("f(2) = 19", 19),
        ("w[0, 1] = 19", 19),
        ("参数 = 19", 19),
        ("16*64*25=25600", 25_600),
        ("16*64*25 = 1024*25 = 25,600", 25_600),
        ("n = 16*64*25", 25_600),
        ("9472 = 64*148", 9472),
        ("20 - 2 = 19", 19),
        ("r = ≈ 19", 19),
        ("= r = 19.", 19),
    ],
)
def test_a_name_or_an_expression_may_stand_before_the_answer(text: str, value: Any) -> None:
    read = read_answer(text, Wanted.NUMBER)
    assert isinstance(read, Read), read
    assert read.value == value


@pytest.mark.parametrize("text", ["(3, 4)", "shape = (3, 4)", "x = 3x4", "(3, 2*2) = (3, 4)"])
def test_so_with_a_list(text: str) -> None:
    read = read_answer(text, Wanted.LIST)
    assert isinstance(read, Read), read
    assert read.value == (3, 4)


def test_a_unit_may_follow() -> None:
    assert read_answer("w = 5 px", Wanted.NUMBER, "px") == Read(5, "5")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("1 == 1", "`=` means nothing here"),
        ("w == 1", "`w` means nothing here"),
        ("w = 1 == 1", "`w` means nothing here"),
        ("3 <= 4", "`<` means nothing here"),
        ("3 != 4", "`!` means nothing here"),
        ("16*64 =", "a number is missing after `=`"),
        ("w =", "a number is missing after `=`"),
        ("5 bananas = 3", "`bananas` means nothing here"),
        ("1/0 = 3", "this gives no number"),
        ("w = bananas", "`bananas` means nothing here"),
        ("w = 2,4", "use . for decimals"),
    ],
)
def test_anything_else_with_an_equals_sign_is_told(text: str, reason: str) -> None:
    assert read_answer(text, Wanted.NUMBER) == Unread(reason)


def test_what_is_told_of_either_side_cannot_drive_the_terminal() -> None:
    for text in ("w\u202e = 3", "w = \u202e3", "\x1b[31m = 3", "3 = \x1b[31m"):
        read = read_answer(text, Wanted.NUMBER)
        assert isinstance(read, Unread)
        assert "\x1b" not in read.why
        assert "\u202e" not in read.why
