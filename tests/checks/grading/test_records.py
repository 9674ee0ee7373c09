"""The log row of an answer is enough to grade it again."""

import json

from hypothesis import given
from hypothesis import strategies as st

from quizapp.checks.grading.judging import Graded, Verdict
from quizapp.checks.grading.records import record, regrade
from quizapp.checks.texts.showing import shown
from tests.checks.checking import CONVOLUTION, check

REAL = """
    draw: {p: {from: 0.05, to: 0.95, step: 0.05}, rows: {list: 2, of: [{k: 3, s: null}, {k: 5, s: 2}]}}
    answer: -p * log(p)
    tolerance: {absolute: 0.002}
    mistakes:
      base-two: {answer: -p * log2(p), says: x}
      no-weight: {answer: -log(p), says: x}
"""
LIST = """
    draw: {x: {list: 3, of: {from: -2, to: 2}}}
    answer: softmax(x)
    mistakes:
      no-exp: {when: sum(x) > 0, answer: "[v / sum(x) for v in x]", says: x}
      max: {answer: "[1 if v == max(x) else 0 for v in x]", says: x}
"""
CHOICE = """
    draw: {n: {from: 1, to: 9}}
    answer: "'small' if n < 4 else 'large'"
    mistakes:
      swapped: {answer: "'large' if n < 4 else 'small'", says: x}
"""
CHECKS = [check(text) for text in (CONVOLUTION, REAL, LIST, CHOICE)]
TYPED = st.one_of(
    st.none(),
    st.decimals(-20, 20, places=3).map(str),
    st.integers(-100, 100_000).map(str),
    st.lists(st.decimals(-1, 1, places=2).map(str), min_size=3, max_size=3).map(", ".join),
    st.sampled_from(["small", "large", "1/3", "ln 2"]),
)


@given(st.sampled_from(CHECKS), st.integers(0, 2**31), TYPED, st.integers(0, 3))
def test_an_answer_graded_again_from_its_row_has_the_same_verdict(
    checks: object, seed: int, typed: str | None, which: int
) -> None:
    check = next(one for one in CHECKS if one is checks)
    variant = check.draw(seed)
    values = [variant.answer, *variant.mistakes.values()]
    graded = variant.grade(typed if typed is not None else shown(values[which % len(values)], grouped=False))
    if isinstance(graded, Graded):
        row = json.loads(json.dumps(record(check, variant, graded)))
        assert regrade(row) == (graded.verdict, graded.mistake)


def test_the_row_names_what_was_computed_and_how() -> None:
    found = check(CONVOLUTION)
    variant = found.variant({"c_in": 3, "c_out": 64, "k": 7, "bias": True}, seed=5)
    graded = variant.grade(" 9,408 ")
    assert isinstance(graded, Graded)
    assert record(found, variant, graded) == {
        "check": found.digest,
        "seed": 5,
        "drawn": {"c_in": 3, "c_out": 64, "k": 7, "bias": True},
        "answer": 9472,
        "allowance": {"absolute": None, "relative": None},
        "mistakes": {"no-bias": 9408, "one-filter": 211},
        "raw": " 9,408 ",
        "read": 9408,
        "verdict": "mistake",
        "mistake": "no-bias",
    }


def test_the_drawn_values_of_a_row_give_the_variant_again() -> None:
    for seed in range(20):
        variant = CHECKS[1].draw(seed)
        assert CHECKS[1].variant(variant.drawn, seed) == variant


def test_no_answer_at_all_is_wrong_again() -> None:
    found = check(CONVOLUTION)
    row = record(found, found.draw(1), Graded(Verdict.WRONG, "", None, ""))
    assert regrade(json.loads(json.dumps(row))) == (Verdict.WRONG, None)
