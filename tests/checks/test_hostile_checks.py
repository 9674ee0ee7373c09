"""A stranger's check costs little time, whatever it asks for. The margins are generous: the machine may be slow."""

import time
from contextlib import suppress

import pytest

from quizapp.checks.check import Check
from quizapp.checks.examining import Texts, examination, examine
from quizapp.checks.flaws import Undrawable
from quizapp.checks.limits import STEPS
from tests.checks.checking import block

LOOP = "sum([i * j for i in range(100) for j in range(150)])"
POWERS = "+".join(["3**1200 % (2**1500 + a)"] * 50)
CALLS = "+".join(["len(softmax([a, 1, 2, 3, 4, 5, 6]))"] * 30)

HOSTILE = {
    "loops": [f"x{i}: {LOOP}" for i in range(60)],
    "powers": [f"x{i}: {POWERS}" for i in range(60)],
    "calls": [f"x{i}: {CALLS}" for i in range(60)],
}


def _block(lets: list[str], rest: str) -> Check:
    return Check(block("draw: {a: [1, 2]}\nlet:\n" + "".join(f"  {let}\n" for let in lets) + rest))


@pytest.mark.parametrize("kind", HOSTILE)
@pytest.mark.parametrize(
    "rest", ["answer: a", "require: x59 == 0\nanswer: a", "answer: a\nmistakes:\n  same: {answer: a, says: x}"]
)
def test_a_draw_ends_in_a_moment(kind: str, rest: str) -> None:
    check = _block(HOSTILE[kind], rest)
    start = time.process_time()
    with suppress(Undrawable):
        check.draw(1)
    assert time.process_time() - start < 3


@pytest.mark.parametrize(
    "draw",
    [
        "{matrix: [64, 64], of: {list: 4096, of: [1]}}",
        "{list: 4096, of: {from: 1, to: " + "9" * 300 + "}, distinct: true}",
        "{list: 4096, of: [1, 2], distinct: true}",
        "{pick: 'range(4000)'}",
        "{pick: '[i for i in range(140) for j in range(140) if i < 0]'}",
        "{pick: '[i for i in range(4000) for j in range(4000)]'}",
        "{from: 1, to: '2**2000'}",
    ],
)
def test_a_large_draw_is_refused_or_made_in_a_moment(draw: str) -> None:
    check = Check(block(f"draw:\n  x: {draw}\nanswer: 1"))
    start = time.process_time()
    with suppress(Undrawable):
        check.draw(1)
    assert time.process_time() - start < 3


def test_examining_ends_though_a_check_computes_as_much_as_it_may(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examination, "WORK", 100 * STEPS)  # a fifth, so that the test ends sooner too
    check = _block(HOSTILE["powers"], "answer: a\nmistakes:\n  same: {answer: a, says: x}")
    start = time.process_time()
    found = examine(check, [Texts(None, "How many?")])
    assert time.process_time() - start < 10
    assert "the check computes too much to be tried out" in {flaw.what for flaw in found.flaws}
