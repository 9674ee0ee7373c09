"""However it is written, an expression ends soon and holds little: these are the ways tried to make it not so."""

import gc
import inspect
import signal
import sys
import time
from collections.abc import Iterator
from typing import Any

import pytest

from quizapp.checks.errors import ExpressionError, Unfit
from quizapp.checks.expressions import Expression
from quizapp.checks.expressions.sequences import settled
from quizapp.checks.limits import BITS, LENGTH
from quizapp.checks.values import Value
from tests.checks.expressions.evaluating import refused, value

SOON = 0.5
"""Seconds. Each takes under 20 ms here; the margin is for slow and busy machines."""

ATTACKS = (
    "9**9**9",
    "2**(2**1000)",
    "10**4000000",
    "(1/3)**10**9",
    "1.5**10**9",
    "(-1)**(10**300)",
    "1e-99999999999",
    "0e99999999999",
    "1e99999999999",
    "9" * 1999,
    "range(10**9)",
    "range(-10**30, 10**30)",
    "range(10**9, 0, -1)",
    "[0] * 10**9",
    "[[0] * 4096] * 4096",
    "sum([[0] * 4096] * 4096)",
    "[0] * 4096 + [0] * 4096",
    "'a' * 10**9",
    "[i for i in range(4096) for j in range(4096)]",
    "[[j for j in range(4096)] for i in range(4096)]",
    "[1 for a in range(99) for b in range(99) for c in range(99) for d in range(99)]",
    "sum(i * j * k for i in range(300) for j in range(300) for k in range(300))",
    "[xs[:] for x in xs]",
    "[sorted(xs) for x in xs]",
    "sorted([1 / i for i in range(1, 4096)])",
    "sorted([parts[i % 60] + i for i in range(1000)])",
    "sum(1 / i for i in range(1, 4097))",
    "prod(range(1, 4097))",
    "[big * big / (big + i) for i in range(4096)]",
    "[big ** i for i in range(4096)]",
    "zip(*[xs] * 4096)",
    "max(*xs, *xs, *xs)",
    "[xs == ys for x in xs]",
    "[xs in [ys] * 99 for x in xs]",
    "deep == deep2",
    "round(1 / 3, 10**9)",
    "exp(10**400)",
    "[round(big, 99) for x in xs]",
    "(" * 1000 + "1" + ")" * 1000,
    "(" * 30 + "1" + ")" * 30,
    "[" * 1900,
    "-" * 1999 + "1",
    "not " * 499 + "1",
    "1" + "+1" * 999,
    "1" + "**1" * 600,
    "1 if 1 else " * 160 + "1",
    "[" * 9 + "1" + "]" * 9,
    "max(" * 31 + "1" + ")" * 31,
    "x" * 3000,
    "\x00",
    "\ud800",
    "١ + ٢",
)
PARTS = [value(f"(2**1000 + {i}) / 3**600") for i in range(60)]
SHARED = [[[1] * 4096] * 4096] * 4096
NAMES: dict[str, Value] = {
    "xs": list(range(4096)),
    "ys": list(range(4096)),
    "parts": PARTS,
    "big": value("(2**2000 + 1) / 3**1200"),
    "deep": SHARED,
    "deep2": [[[1] * 4096 for _ in range(2)] * 2048] * 4096,
}


@pytest.fixture
def _no_longer() -> Iterator[None]:
    """What goes on for ever fails, and does not hang."""

    def end(_signal: int, _frame: object) -> None:
        pytest.fail("goes on for ever")

    before = signal.signal(signal.SIGALRM, end)
    signal.setitimer(signal.ITIMER_REAL, 20 * SOON)
    yield
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, before)


@pytest.mark.usefixtures("_no_longer")
@pytest.mark.parametrize("source", ATTACKS)
def test_an_attack_ends_at_once_with_a_bounded_value_or_an_error(source: str) -> None:
    gc.disable()
    began = time.process_time()
    try:
        found = Expression(source).evaluate(NAMES)
    except ExpressionError:
        found = None
    finally:
        took = time.process_time() - began
        gc.enable()
    assert took < SOON
    assert _leaves(found) <= 20_000


def _leaves(found: Value) -> int:
    return sum(map(_leaves, found)) if isinstance(found, list | tuple) else 1


def test_the_limits_are_those_that_are_told() -> None:
    assert len(value(f"[0] * {LENGTH}")) == LENGTH
    assert refused(f"[0] * {LENGTH + 1}").what == "a list of more than 4096 elements"
    assert value(f"2 ** {BITS - 1}").bit_length() == BITS
    assert refused(f"2 ** {BITS}").what == "an integer of more than 2048 bits"
    assert refused(f"1 / 2 ** {BITS - 1} / 2").what == "a fraction of more than 2048 bits"
    assert refused("[i for i in range(4096) for j in range(9)]").what == "more steps than one expression may take"


@pytest.mark.parametrize(
    ("source", "what"),
    [
        (f"([0] * {LENGTH + 1})[0]", "a list of more than 4096 elements"),
        ("[1 for a in [0, 1] for b in half][0]", "a list of more than 4096 elements"),
        (f"range({LENGTH + 1})[0]", "a range of more than 4096 numbers"),
        ("range(-10**30, 10**30)", "a range of more than 4096 numbers"),
        ("-" * 150 + "1", "the expression is too large"),
        ("[" + "1, " * 600 + "]", "the expression is too large"),
    ],
)
def test_what_an_expression_needs_on_its_way_is_bounded_as_what_comes_out(source: str, what: str) -> None:
    assert refused(source, half=[0] * (LENGTH // 2 + 1)).what == what


@pytest.mark.parametrize(("given", "what"), [([0], "a list of more than 4096 elements"), ("a", "a text of more than")])
def test_what_a_function_gives_is_no_longer_either(given: Any, what: str) -> None:
    with pytest.raises(Unfit, match=what):
        settled(given * (LENGTH + 1))


def test_lists_of_a_let_do_not_grow_deeper_and_deeper() -> None:
    deep: Value = 0
    for _ in range(8):
        deep = value("[x]", x=deep)
    assert refused("[x]", x=deep).what == "lists within lists, more than 8 deep"


def test_a_work_that_is_done_often_in_one_expression_is_counted_together() -> None:
    assert len(value("[sum(range(10)) for i in range(100)]")) == 100
    refused("[sum(range(1000)) for i in range(100)]")


def test_an_expression_that_finds_no_room_on_the_stack_is_an_error_like_any_other() -> None:
    room = len(inspect.stack(0)) + 60
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(room)
    try:
        with pytest.raises(ExpressionError, match="too much to compute"):
            Expression("1" + "+1" * 90)
    finally:
        sys.setrecursionlimit(limit)


def test_each_evaluation_has_a_budget_of_its_own() -> None:
    expression = Expression("sum(range(4000))")
    assert {expression.evaluate({}) for _ in range(50)} == {sum(range(4000))}
