"""What each form of `draw` draws."""

from fractions import Fraction
from typing import Any

import pytest

from quizapp.checks.drawing.specs import Picked
from quizapp.checks.drawing.stream import Stream
from quizapp.checks.errors import Unfit
from quizapp.checks.expressions import compiled
from quizapp.checks.flaws import Undrawable
from quizapp.checks.limits import STEPS, budget
from tests.checks.checking import check, flawed


def _values(draw: str, seeds: int = 60) -> list[Any]:
    """What is drawn for `x`."""
    found = check(f"draw:\n  n: [2, 3]\n  x: {draw}\nanswer: 0")
    return [found.draw(seed).drawn["x"] for seed in range(seeds)]


def _kinds(values: list[Any]) -> set[Any]:
    return {tuple(value) if isinstance(value, list) else value for value in values}


def test_a_list_is_picked_from() -> None:
    assert _kinds(_values("[3, 5, 9]")) == {3, 5, 9}


def test_what_is_picked_may_be_anything_plain() -> None:
    values = _values("[true, relu, null, [1, 2], {k: 3, s: null}]", 100)
    for value in (True, "relu", None, [1, 2], {"k": 3, "s": None}):
        assert value in values


def test_decimals_are_exact() -> None:
    assert _kinds(_values("[0.1, 2.5]")) == {Fraction(1, 10), Fraction(5, 2)}


def test_a_range_includes_both_ends() -> None:
    assert _kinds(_values("{from: 1, to: 9, step: 2}", 200)) == {1, 3, 5, 7, 9}
    assert _kinds(_values("{from: -1, to: 1}")) == {-1, 0, 1}


def test_a_range_of_decimals_is_exact_and_ends_in_time() -> None:
    tenths = {Fraction(tenth, 10) for tenth in range(1, 5)}
    assert _kinds(_values("{from: 0.1, to: 0.45, step: 0.1}", 200)) == {*tenths}


def test_the_numbers_of_a_range_may_follow_from_what_was_drawn_before() -> None:
    found = check("draw:\n  n: [2, 5]\n  x: {from: n, to: n**2, step: n}\nanswer: 0")
    for seed in range(60):
        drawn = found.draw(seed).drawn
        assert drawn["x"] % drawn["n"] == 0
        assert drawn["n"] <= drawn["x"] <= drawn["n"] ** 2


def test_a_list_has_so_many_values_or_from_so_many_to_so_many() -> None:
    assert {len(value) for value in _values("{list: 4, of: [1, 2]}")} == {4}
    assert {len(value) for value in _values("{list: [3, 5], of: {from: 0, to: 9}}")} == {3, 4, 5}
    assert {len(value) for value in _values('{list: "n + 1", of: [1]}')} == {3, 4}


def test_values_that_must_differ_do() -> None:
    for value in _values("{list: 4, of: [1, 2, 3, 4, 5], distinct: true}"):
        assert len(set(value)) == 4


def test_values_may_be_the_same_otherwise() -> None:
    assert any(len(set(value)) < 4 for value in _values("{list: 4, of: [1, 2, 3, 4, 5]}"))


def test_a_matrix_is_a_list_of_rows() -> None:
    for value in _values("{matrix: [2, n], of: {from: 0, to: 99}, distinct: true}"):
        assert len(value) == 2
        assert {len(row) for row in value} <= {2, 3}
        numbers = [number for row in value for number in row]
        assert len(set(numbers)) == len(numbers)


def test_lists_may_hold_lists() -> None:
    for value in _values("{list: 2, of: {list: [1, 2], of: [7]}}"):
        assert all(row in ([7], [7, 7]) for row in value)


def test_a_computed_list_is_picked_from() -> None:
    found = check('draw:\n  n: [6, 9]\n  d: {pick: "[d for d in range(2, n) if n % d == 0]"}\nanswer: 0')
    assert {(v.drawn["n"], v.drawn["d"]) for v in map(found.draw, range(80))} == {(6, 2), (6, 3), (9, 3)}


def test_what_a_list_was_computed_from_counts_with_its_kind() -> None:
    found = check('draw:\n  n: [1, true, 2]\n  d: {pick: "[n]"}\nanswer: 0')
    assert {repr((v.drawn["n"], v.drawn["d"])) for v in map(found.draw, range(40))} == {
        "(1, 1)", "(True, True)", "(2, 2)"
    }  # fmt: skip


def test_a_list_that_was_computed_before_costs_as_many_steps_again() -> None:
    spec = Picked(compiled("[a * b for a in range(30) for b in range(n)]"))
    spent = []
    for _ in range(3):
        with budget(10 * STEPS) as left:
            spec.draw(Stream(1), {"n": 20})
        spent.append(10 * STEPS - left.left)
    assert spent[0] > 600
    assert spent == [spent[0]] * 3
    with budget(spent[0] - 2), pytest.raises(Unfit):
        spec.draw(Stream(1), {"n": 20})


def test_rows_are_drawn_whole() -> None:
    found = check("draw:\n  - {net: 1, name: one}\n  - {net: 2, name: two}\nanswer: 1".replace("net", "n"))
    assert {(v.drawn["n"], v.drawn["name"]) for v in map(found.draw, range(40))} == {(1, "one"), (2, "two")}


@pytest.mark.parametrize(
    ("draw", "what"),
    [
        ("{list: 3, of: [1, 2], distinct: true}", "there are not enough distinct values"),
        ("{from: n, to: 1}", "`to` must not be less than `from`"),
        ("{from: 1, to: 9, step: n - n}", "`step` must be more than 0"),
        ('{list: "n / 7", of: [1]}', "the size of a list must be a whole number, and not too large"),
        ('{list: "10**9", of: [1]}', "the size of a list must be a whole number, and not too large"),
        ("{list: [n, 1], of: [1]}", "the largest size must not be less than the smallest"),
        ('{pick: "[q for q in [1] if q > n]"}', "there is nothing to pick from"),
        ("{from: sqrt(2 * n), to: 9}", "an exact number is needed here"),
        ("{matrix: [64, 65], of: [1]}", "more than 4096 values in one draw"),
    ],
)
def test_what_cannot_be_drawn_is_told(draw: str, what: str) -> None:
    with pytest.raises(Undrawable) as told:
        _values(draw)
    assert told.value.flaw.what == what
    assert told.value.flaw.path == ("draw", "x")


@pytest.mark.parametrize(
    ("draw", "path", "what"),
    [
        ("[]", "draw.x", "there is nothing to pick from"),
        ("5", "draw.x", "this says not how to draw a value"),
        ("{}", "draw.x", "this says not how to draw a value"),
        ("{from: 1, two: 3}", "draw.x.two", "`two`: no such key"),
        ("{from: 1}", "draw.x.to", "a number or an expression is needed here"),
        ("{from: 3, to: 1}", "draw.x.to", "`to` is less than `from`"),
        ("{from: 1, to: 3, step: 0}", "draw.x.step", "`step` is not more than 0"),
        ("{list: 3}", "draw.x", "`of` is missing"),
        ("{list: 3, of: {from: 1, to: true}}", "draw.x.of.to", "a number or an expression is needed here"),
        ("{list: [1, 2, 3], of: [1]}", "draw.x.list", "`list` has other sizes"),
        ("{list: 1.5, of: [1]}", "draw.x.list", "this is no size of a list"),
        ("{list: 5000, of: [1]}", "draw.x.list", "this is no size of a list"),
        ("{list: [], of: [1]}", "draw.x.list", "`list` has other sizes"),
        ("{matrix: 3, of: [1]}", "draw.x.matrix", "`matrix` has other sizes"),
        ("{list: 3, of: [1], distinct: 1}", "draw.x.distinct", "`distinct` is true or false"),
        ("{pick: [1, 2]}", "draw.x.pick", "a number or an expression is needed here"),
        ("{pick: later}", "draw.x.pick", "unknown name `later`"),
    ],
)
def test_what_makes_no_sense_is_told_before_anything_is_drawn(draw: str, path: str, what: str) -> None:
    (flaw,) = flawed(f"draw:\n  x: {draw}\n  later: [1]\nanswer: 0")
    assert (".".join(map(str, flaw.path)), flaw.what) == (path, what)
