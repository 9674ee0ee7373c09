"""A typed number counts however it is spelled, if its value is exactly an accepted one's; nothing is worked out."""

import subprocess
import sys
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.cards.faces import TypedFace
from quizapp.study.questions.answers import judge_typed
from tests.soak import examples


def right(text: str, *accepted: str) -> bool | None:
    return judge_typed(TypedFace(prompt="?", title="?", answer=accepted[0], accepted=accepted), text).right


@pytest.mark.parametrize(
    ("text", "accepted"),
    [
        ("0.250", "0.25"),
        (".250", "0.25"),
        ("+0.25", "0.25"),
        ("0.20", "0.2"),
        ("0.920", "0.92"),
        ("0.0100", "0.01"),
        ("≈ 0.250", "0.25"),
        ("０．２５０", "0.25"),
        ("−0.050", "-0.05"),
        ("25%", "0.25"),
        ("25.0 %", "25%"),
        ("0.25", "25%"),
        ("2.5e-1", "0.25"),
        ("2.50E-01", "0.25"),
        ("1,024", "1024"),
        ("1'024", "1024"),
        ("1 024.0", "1,024"),
        ("1024", "1,024"),
        ("1，024", "1024"),
        ("1e10", "10,000,000,000"),
        ("2.00", "2.0"),
        ("5.0.", "5"),
    ],
)
def test_another_spelling_of_the_same_number_counts(text: str, accepted: str) -> None:
    assert right(text, accepted) is True


@pytest.mark.parametrize(
    ("text", "accepted"),
    [
        ("(1.80, 2.40)", "(1.8, 2.4)"),
        ("1.80,2.40", "(1.8, 2.4)"),
        ("(1.80, 2.40)", "1.8, 2.4"),
        ("[3.0, -4]", "[3, −4]"),
        ("（3.0，4.0）", "(3, 4)"),
        ("3.0、4", "3, 4"),
        ("(50.0%, 1e1)", "(50%, 10)"),
    ],
)
def test_another_spelling_of_the_same_list_counts(text: str, accepted: str) -> None:
    assert right(text, accepted) is True


@pytest.mark.parametrize(
    ("text", "accepted"),
    [
        ("6*32", "192"),
        ("64 + 6·32", "256"),
        ("10 - 9", "1"),
        ("10-9", "1"),
        ("--1", "1"),
        ("1/4", "0.25"),
        ("(0.25)", "0.25"),
        ("10^2", "100"),
        ("10²", "100"),
        ("sqrt(4)", "2"),
        ("e", "2.718281828459045"),
        ("1k", "1000"),
        ("1 GB", "1"),
        ("(6*2, 3)", "(12, 3)"),
    ],
)
def test_nothing_is_worked_out(text: str, accepted: str) -> None:
    assert right(text, accepted) is False


@pytest.mark.parametrize(
    ("text", "accepted"),
    [
        ("0.251", "0.25"),
        ("0.3", "0.25"),
        ("0,250", "0.25"),
        ("1.000,5", "1000.5"),
        ("9.472", "9472"),
        ("1.024", "1,024"),
        ("1,02", "102"),
        ("1,0240", "10240"),
        ("0256", "256"),
        ("1.5.2", "1.52"),
        ("25%", "25"),
        ("0.30000000000000004", "0.3"),
        ("1e-320", "0"),
        ("1e999999999", "1e999999998"),
        ("1" * 400, "1" * 399),
        (".", "0"),
        ("%", "0"),
        ("−", "0"),
    ],
)
def test_nothing_is_rounded_or_repaired(text: str, accepted: str) -> None:
    assert right(text, accepted) is False


@pytest.mark.parametrize(
    ("text", "accepted"),
    [
        ("[0, 1.0]", "(0, 1)"),
        ("(0, 1.0]", "(0, 1)"),
        ("(1.0, 0)", "(0, 1)"),
        ("(0, 1, 2.0)", "(0, 1)"),
        ("((0, 1.0))", "(0, 1)"),
        ("(1,024, 2.0)", "(1024, 2)"),
        ("0; 1.0", "(0, 1)"),
        ("0.0x1", "(0, 1)"),
        ("(0,, 1.0)", "(0, 1)"),
    ],
)
def test_another_list_is_another_answer(text: str, accepted: str) -> None:
    assert right(text, accepted) is False


@pytest.mark.parametrize(
    ("text", "accepted"), [("32.0", "twenty-seven | 7x7"), ("3.0x3.0", "3x3"), ("2.00", "v2.0"), ("0.250", "1/4")]
)
def test_a_card_that_accepts_no_number_is_untouched(text: str, accepted: str) -> None:
    assert right(text, *accepted.split(" | ")) is False


def test_one_of_several_accepted_texts_may_be_the_number() -> None:
    assert right("0.250", "1/4", "a quarter", "0.25") is True


@settings(max_examples=examples(200), deadline=None)
@given(st.decimals(-(10**6), 10**6, places=4), st.integers(0, 5), st.booleans())
def test_zeros_at_the_end_and_separators_change_nothing(value: Decimal, zeros: int, grouped: bool) -> None:
    assert right(f"{value:{',' if grouped else ''}.4f}" + "0" * zeros, f"{value.normalize():f}") is True


@settings(max_examples=examples(500), deadline=None)
@given(st.text("0123456789.,-+*/^ ()[]e%'x;", max_size=12), st.text("0123456789.,-+()[]e%", max_size=8))
def test_any_text_is_judged(text: str, accepted: str) -> None:
    assert right(text, accepted) in (True, False)


def test_the_reader_of_numbers_comes_only_with_an_answer_that_needs_it() -> None:
    code = "import sys, quizapp.study.questions.asking; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not any(name.startswith("quizapp.checks.expressions") for name in loaded.stdout.split())
