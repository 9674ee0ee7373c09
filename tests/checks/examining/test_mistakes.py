"""Mistakes must differ from the answer, and be told by their names."""

import pytest

from tests.checks.checking import CONVOLUTION, examined, told

NUMBER = "draw: {n: {from: 3, to: 40}}\nanswer: n + 0.5\nmistakes:\n  wrong: {answer: %s, says: x}"


@pytest.mark.parametrize(
    ("answer", "what"),
    [
        ("n + 1/2", "`wrong` always gives the right answer"),
        ("n + 0.50001", "`wrong` always gives the right answer"),
        ("n / (n - 9)", "division by zero (n = 9)"),
        ("(n, n)", "a list where the answer is a number (n = "),
        ("None", "the answer is no number, list of numbers, truth value or text (n = "),
    ],
)
def test_a_mistake_that_is_none_is_told(answer: str, what: str) -> None:
    assert told(examined(NUMBER % f'"{answer}"'))[0].split(": ", 1)[1].startswith(what)


def test_a_mistake_that_never_applies_is_told() -> None:
    text = CONVOLUTION.replace("no-bias: {", "no-bias: {when: k > 9, ")
    assert told(examined(text)) == ["mistakes.no-bias: `no-bias` applies in none of 40 variants"]


def test_a_mistake_that_always_gives_what_another_gives_is_noted() -> None:
    text = "draw: {n: [3, 4]}\nanswer: n\nmistakes:\n  a: {answer: n + 1, says: x}\n  b: {answer: 1 + n, says: x}"
    found = examined(text)
    assert told(found) == []
    assert told(found, notes=True) == ["mistakes.b: `b` always gives what `a` gives"]


def test_collisions_that_are_left_are_noted_with_their_share() -> None:
    text = "draw: {n: [1, 2]}\nanswer: n\nmistakes:\n  a: {answer: 1, says: x}\n  b: {answer: 2, says: x}"
    found = examined(text)
    assert told(found) == []
    (note,) = told(found, notes=True)
    assert note.startswith("mistakes.")
    assert "in 100% of the variants a mistake gives the right answer" in note


def test_the_statistics_count_what_redrawing_is_for() -> None:
    found = examined(CONVOLUTION, seeds=200).statistics
    assert found.seeds == 200
    assert 80 < found.first_collide < 120
    assert 300 < found.tries < 500
    assert (found.collide, found.twins) == (0, 0)


def test_requirements_that_few_draws_meet_are_noted() -> None:
    found = examined("draw: {n: {from: 1, to: 500}}\nrequire: n % 100 == 0\nanswer: n")
    assert told(found) == []
    (note,) = told(found, notes=True)
    assert note.startswith("require: only one draw in ")
