"""Whatever is typed, it is read or not read, at once; and what is told is safe to show."""

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from quizapp.checks.typed.reading import LONGEST, Read, Unread, Wanted, read_answer
from quizapp.visible import DRIVES_TERMINAL
from tests.soak import examples

SOON = 0.5
"""Seconds; it takes under 20 ms here. The margin is for slow and busy machines."""

TOKENS = [
    *"()[]{},.;:+-*/^%=~≈×√π·÷−xXeEKMB²⁻₂½万亿'_ \u202f",
    "ln",
    "log2",
    "sqrt",
    "max",
    "1",
    "02",
    "9,472",
    "1e9",
    "\x1b",
    "px",
    "==",
    "w",
]


@settings(max_examples=examples(400), deadline=None)
@given(
    st.one_of(st.text(max_size=40), st.lists(st.sampled_from(TOKENS), max_size=20).map("".join)),
    st.sampled_from(Wanted),
)
@example("\ud800", Wanted.NUMBER)
@example("\x00", Wanted.LIST)
@example("ß", Wanted.TEXT)
def test_anything_typed_is_read_or_told(text: str, wanted: Wanted) -> None:
    for unit in (None, "px", "GMAC", "%", "\x1b"):
        found = read_answer(text, wanted, unit, choices=["a\x1b", "b"])
        told = found.echo if isinstance(found, Read) else found.why
        assert told
        assert not DRIVES_TERMINAL.search(told)
        assert "\n" not in told


@pytest.mark.parametrize(
    "text",
    [
        "1e400", "1j", "nan", "inf", "rand()", "10**4000000", "9^9^9^9", "(1/3)^99999", "1e999999999", "1e-999999999",
        "(" * LONGEST, "(" * 149 + "1" + ")" * 149, "[" * 149 + "1" + "]" * 149, "-" * 298 + "1", "1," * 149 + "1",
        "1x" * 149 + "1",
        "1 " * 149 + "1", "9" * LONGEST, "1,000" * 59, "²" * LONGEST, "√" * LONGEST, "√" * 298 + "2", "2^" * 149 + "2",
        "max(" * 70 + "1" + "," * 9, "1000000000K" * 25, "K" * LONGEST, "," * LONGEST, ";" * LONGEST,
        "=" * LONGEST, "2=" * 149 + "2",
        "9^600=" * 49 + "1", "a" * 298 + "=", "a(" * 148 + "=1", "1x" * 149, "1,1x" * 70, "1.000" + ".000" * 70,
        " " * 298 + "1",
    ],
)  # fmt: skip
def test_an_attack_is_answered_at_once(text: str) -> None:
    for wanted in Wanted:
        began = time.process_time()
        found = read_answer(text, wanted, "px", ["a"])
        assert time.process_time() - began < SOON
        assert isinstance(found, Read | Unread)
