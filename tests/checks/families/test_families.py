"""Every family of computed questions can be written without Python, and agrees with PyTorch."""

import math
from typing import Any

import pytest

from quizapp.checks.expressions import compiled
from quizapp.checks.values import Value, from_plain, is_number
from tests.checks.families.draws import DRAWS
from tests.checks.families.formulas import TABLES, cards, formulas

FAMILIES = pytest.mark.parametrize("family", sorted(DRAWS))
RELATIVE, ABSOLUTE = 2e-6, 1e-9
"""Some of the true values are float32."""
APART = 1e-3
"""A wrong value nearer than that to the right one is left out of the draws: nobody could tell them apart."""


def equal(value: Value, truth: Any, relative: float = RELATIVE) -> bool:
    if isinstance(truth, list):
        return (
            isinstance(value, list | tuple)
            and len(value) == len(truth)
            and all(equal(one, other, relative) for one, other in zip(value, truth, strict=True))
        )
    if isinstance(truth, float) and is_number(value):
        return math.isclose(value, truth, rel_tol=relative, abs_tol=ABSOLUTE)
    return bool(value == truth) and isinstance(value, str) == isinstance(truth, str)


@FAMILIES
def test_the_answer_is_the_true_value(family: str) -> None:
    for draw in DRAWS[family]:
        names = formulas(family).names(from_plain(draw["params"]))
        assert equal(names["answer"], draw["truth"]), draw


@FAMILIES
def test_each_mistake_gives_the_wrong_value_that_people_give(family: str) -> None:
    for draw in DRAWS[family]:
        found = formulas(family)
        names = found.names(from_plain(draw["params"]))
        for name, wrong in draw["wrong"].items():
            when, answer = found.mistakes[name.replace("_", "-")]
            assert compiled(when).evaluate(names), f"{name} applies to {draw}"
            assert equal(compiled(answer).evaluate(names), wrong), f"{name} in {draw}"


@FAMILIES
def test_a_mistake_that_the_draw_does_not_know_does_not_apply_or_is_no_mistake(family: str) -> None:
    for draw in DRAWS[family]:
        found = formulas(family)
        names = found.names(from_plain(draw["params"]))
        for name, (when, answer) in found.mistakes.items():
            if name.replace("-", "_") not in draw["wrong"] and compiled(when).evaluate(names):
                assert equal(compiled(answer).evaluate(names), draw["truth"], APART), f"{name} in {draw}"


def test_no_table_stands_beside_its_card() -> None:
    assert sorted(table.stem for table in TABLES.glob("*.yaml") if table.stem in cards()) == []


def test_no_table_is_without_a_family() -> None:
    assert sorted(table.stem for table in TABLES.glob("*.yaml") if table.stem not in DRAWS) == []
