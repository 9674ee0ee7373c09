import pytest

from quizapp.checks.errors import Unfit
from quizapp.checks.typed.reading import Read, Unread, Wanted, read_answer, wanted_of
from quizapp.checks.values import Value

CHOICES = ("max pooling", "average pooling", "error")


@pytest.mark.parametrize("text", ["yes", "Y", "TRUE", "对", "是", "Ｙｅｓ", " yes. ", "√", "✓"])
def test_yes_is_true(text: str) -> None:
    assert read_answer(text, Wanted.TRUTH) == Read(True, "yes")


@pytest.mark.parametrize("text", ["no", "N", "false", "错", "否", "no.", "×", "✗"])
def test_no_is_false(text: str) -> None:
    assert read_answer(text, Wanted.TRUTH) == Read(False, "no")


@pytest.mark.parametrize("text", ["maybe", "1", "0", "yess"])
def test_anything_else_is_asked_again(text: str) -> None:
    assert read_answer(text, Wanted.TRUTH) == Unread("yes or no?")


@pytest.mark.parametrize("text", ["max pooling", "Max  Pooling", "ＭＡＸ pooling", " max pooling."])
def test_a_choice_is_read_whatever_its_case_width_and_spacing(text: str) -> None:
    assert read_answer(text, Wanted.TEXT, choices=CHOICES) == Read("max pooling", "max pooling")


def test_the_choices_are_named_when_none_was_typed() -> None:
    expected = Unread("one of: max pooling, average pooling, error")
    assert read_answer("pooling", Wanted.TEXT, choices=CHOICES) == expected


def test_choices_and_units_of_a_deck_cannot_drive_the_terminal() -> None:
    told = [
        read_answer("x", Wanted.TEXT, choices=["\x1b[31m"]),
        read_answer("5 MB", Wanted.NUMBER, unit="MiB\x1b[31m"),
        read_answer("\x1b[31m", Wanted.TEXT, choices=["\x1b[31m"]),
    ]
    assert not any("\x1b" in (each.echo if isinstance(each, Read) else each.why) for each in told)


@pytest.mark.parametrize(
    ("answer", "wanted"),
    [
        (5, Wanted.NUMBER),
        (0.5, Wanted.NUMBER),
        (True, Wanted.TRUTH),
        ("error", Wanted.TEXT),
        ((1, 2), Wanted.LIST),
        ([[1, 2], [3, 4]], Wanted.LIST),
    ],
)
def test_a_right_answer_tells_what_is_wanted(answer: Value, wanted: Wanted) -> None:
    assert wanted_of(answer) is wanted


@pytest.mark.parametrize("answer", [None, {"k": 3}, [], ["a"], [True]])
def test_an_answer_that_nobody_can_type_is_unfit(answer: Value) -> None:
    with pytest.raises(Unfit):
        wanted_of(answer)
