"""The verdict on a typed answer."""

import pytest

from quizapp.checks.typed.reading import Unread
from tests.checks.checking import CONVOLUTION, check, drawn, graded

VALUES = {"c_in": 3, "c_out": 64, "k": 7, "bias": True}

REAL = """
    draw: {p: [0.25]}
    answer: -log(p)
    mistakes:
      base-two: {answer: -log2(p), says: x}
      no-sign: {answer: log(p), says: x}
"""

SHAPE = """
    draw: {c: [64]}
    answer: (c, 16, 8)
    mistakes:
      channels-last: {answer: "(16, 8, c)", says: x}
      unpadded: {answer: "(c, 14, 6)", says: x}
"""


@pytest.mark.parametrize("text", ["9472", "9,472", "9 472", "9472.0", "64*(3*7*7+1)", "9472 parameters", "9.472k"])
def test_the_right_answer_is_right_in_any_form(text: str) -> None:
    assert graded(drawn(CONVOLUTION, **VALUES), text) == ("right", None)


def test_a_mistake_is_called_by_its_name() -> None:
    assert graded(drawn(CONVOLUTION, **VALUES), "9408") == ("mistake", "no-bias")
    assert graded(drawn(CONVOLUTION, **VALUES), "3*7*7 + 64") == ("mistake", "one-filter")


@pytest.mark.parametrize("text", ["9471", "9473", "9472.001", "9.472", "-9472", "0", "9.5k"])
def test_an_integer_is_exact(text: str) -> None:
    assert graded(drawn(CONVOLUTION, **VALUES), text) == ("wrong", None)


def test_what_cannot_be_read_is_not_judged() -> None:
    variant = drawn(CONVOLUTION, **VALUES)
    for text in ("", "many", "(64, 7)", "1e400", "__import__('os')"):
        assert isinstance(variant.grade(text), Unread)


def test_a_mistake_that_gives_the_right_answer_is_no_mistake() -> None:
    variant = drawn(CONVOLUTION, **{**VALUES, "bias": False})
    assert graded(variant, "9408") == ("right", None)
    assert (variant.collided, set(variant.live)) == (("no-bias",), {"one-filter"})


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("ln 4", ("right", None)),
        ("1.386", ("right", None)),
        ("1.3863", ("right", None)),
        ("1.39", ("rounded", None)),
        ("1.38", ("rounded", None)),
        ("1.4", ("rounded", None)),
        ("1", ("wrong", None)),  # nearer to it than half-way to 2
        ("1.395", ("rounded", None)),
        ("1.41", ("wrong", None)),
        ("1.5", ("wrong", None)),
        ("2", ("mistake", "base-two")),
        ("2.001", ("mistake", "base-two")),
        ("2.01", ("wrong", None)),
        ("-1.386", ("mistake", "no-sign")),
        ("0", ("wrong", None)),
    ],
)
def test_a_real_answer_is_right_within_a_thousandth(text: str, verdict: tuple[str, str | None]) -> None:
    assert graded(drawn(REAL, p=0.25), text) == verdict


@pytest.mark.parametrize(
    ("tolerance", "text", "verdict"),
    [
        ("{absolute: 0.02}", "1.40", "right"),
        ("{absolute: 0.005}", "1.395", "rounded"),
        ("{absolute: 0}", "1.386", "wrong"),
        ("{absolute: 0}", "ln(4)", "right"),
        ("{relative: 0.05}", "1.45", "right"),
        ("{relative: 0.05}", "1.46", "wrong"),
        ("{absolute: 0.5, relative: 0.001}", "1.68", "right"),
    ],
)
def test_the_author_says_how_far_off_is_right(tolerance: str, text: str, verdict: str) -> None:
    assert graded(drawn(f"{REAL}    tolerance: {tolerance}", p=0.25), text)[0] == verdict


def test_nothing_half_way_to_a_mistake_is_right_whatever_the_author_allows() -> None:
    text = "answer: 10.5\ntolerance: {absolute: 2}\nmistakes:\n  more: {answer: 13.5, says: x}"
    assert graded(drawn(text), "11.9") == ("right", None)
    assert graded(drawn(text), "12") == ("wrong", None)
    assert graded(drawn(text), "8.6") == ("wrong", None)
    assert graded(drawn(text), "13.5") == ("mistake", "more")


def test_a_tolerance_holds_for_an_integer_too() -> None:
    assert graded(drawn("answer: 1000\ntolerance: {relative: 0.01}"), "1009") == ("right", None)


def test_at_zero_a_thousandth_is_next_to_nothing() -> None:
    text = "draw: {x: [0.5]}\nanswer: (x - 0.5) * sqrt(2)"
    assert graded(drawn(text, x=0.5), "0") == ("right", None)
    assert graded(drawn(text, x=0.5), "0.0001") == ("wrong", None)
    assert graded(drawn(f"{text}\ntolerance: {{absolute: 0.001}}", x=0.5), "0.0001") == ("right", None)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("(64, 16, 8)", ("right", None)),
        ("64x16x8", ("right", None)),
        ("64 16 8", ("right", None)),
        ("16x8x64", ("mistake", "channels-last")),
        ("(64, 14, 6)", ("mistake", "unpadded")),
        ("(64, 16)", ("wrong", None)),
        ("(64, 16, 9)", ("wrong", None)),
    ],
)
def test_a_shape_is_exact(text: str, verdict: tuple[str, str | None]) -> None:
    assert graded(drawn(SHAPE, c=64), text) == verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("0.09003, 0.2447, 0.6652", "right"),
        ("0.09, 0.2447, 0.6652", "right"),
        ("0.09, 0.24, 0.67", "rounded"),
        ("0.1, 0.2, 0.7", "rounded"),
        ("0.1, 0.2, 0.5", "wrong"),
        ("0.2447, 0.09, 0.6652", "wrong"),
    ],
)
def test_a_list_of_real_numbers_is_judged_number_by_number(text: str, verdict: str) -> None:
    assert graded(drawn("answer: softmax([1, 2, 3])"), text)[0] == verdict


def test_a_matrix_is_typed_row_by_row() -> None:
    text = "answer: '[[1, 2], [3, 4]]'\nmistakes:\n  transposed: {answer: '[[1, 3], [2, 4]]', says: x}"
    assert graded(drawn(text), "[[1, 2], [3, 4]]") == ("right", None)
    assert graded(drawn(text), "1 2 3 4") == ("right", None)
    assert graded(drawn(text), "1 3 2 4") == ("mistake", "transposed")


def test_yes_and_no_are_judged() -> None:
    text = "draw: {n: [3, 4]}\nanswer: n % 2 == 0\nmistakes:\n  odd: {answer: n % 2 == 1, says: x}"
    assert graded(drawn(text, n=4), "yes") == ("right", None)
    assert graded(drawn(text, n=4), "否") == ("mistake", "odd")


def test_of_two_mistakes_with_one_value_the_first_is_named() -> None:
    text = "answer: 5\nmistakes:\n  one: {answer: 6, says: x}\n  two: {answer: 12 / 2, says: x}"
    assert graded(drawn(text), "6") == ("mistake", "one")


def test_of_two_mistakes_near_by_the_nearer_is_named() -> None:
    text = "answer: 5.5\nmistakes:\n  one: {answer: 1000.5, says: x}\n  two: {answer: 1002.5, says: x}"
    assert graded(drawn(text), "1001.4") == ("mistake", "one")
    assert graded(drawn(text), "1001.6") == ("mistake", "two")


def test_a_real_mistake_beside_an_integer_need_not_be_typed_to_its_last_digit() -> None:
    text = "draw: {n: [10]}\nanswer: n // 3\nmistakes:\n  unrounded: {answer: n / 3, says: x}"
    assert graded(drawn(text, n=10), "3.333") == ("mistake", "unrounded")
    assert graded(drawn(text, n=10), "3") == ("right", None)
    assert graded(drawn(text, n=10), "3.3") == ("wrong", None)


def test_an_integer_may_be_computed_in_floating_point() -> None:
    assert graded(drawn("answer: 2"), "sqrt(2) * sqrt(2)") == ("right", None)


def test_every_live_mistake_of_many_draws_is_named_when_it_is_typed() -> None:
    for seed in range(50):
        variant = check(CONVOLUTION).draw(seed)
        for id_, value in variant.lively.items():
            assert graded(variant, f"{value:,}") == ("mistake", id_)
