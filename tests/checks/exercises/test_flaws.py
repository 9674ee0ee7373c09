"""What is wrong with an exercise is told to its author: what can be seen, and what running shows."""

from typing import Any

import pytest

from quizapp.cards.computed import ExerciseBlock
from quizapp.checks.exercises.exercise import Exercise, Test
from quizapp.checks.exercises.flaws import exercise_flaws, running_flaws

REFERENCE = "def double(x):\n    return 2 * x\n"
SOUND: dict[str, Any] = {
    "function": "double",
    "starter": "def double(x):\n    ...\n",
    "tests": [{"call": "double(2)", "gives": 4}],
}


def flaws(reference: str = REFERENCE, **changes: Any) -> list[tuple[tuple[str | int, ...], str]]:
    block = ExerciseBlock.model_validate(SOUND | changes)
    return [(flaw.path, flaw.what) for flaw in exercise_flaws(block, reference)]


def test_a_sound_exercise_has_no_flaw() -> None:
    assert flaws() == []
    assert flaws("double = lambda x: 2 * x") == []


def test_what_python_only_warns_of_is_no_flaw() -> None:
    assert flaws(REFERENCE + "digits = '\\d'\n") == []


@pytest.mark.parametrize(
    ("changes", "path", "said"),
    [
        ({"function": None}, (), "no `function`"),
        ({"function": "2x"}, ("function",), "no name"),
        ({"function": "lambda"}, ("function",), "no name"),
        ({"starter": "def double(x:"}, ("starter",), "not Python"),
        ({"starter": "#" * 30_000}, ("starter",), "longer than"),
        ({"starter": "(" * 10_000}, ("starter",), "not Python"),
        ({"starter": "-" * 19_000 + "1"}, ("starter",), "not Python"),
        ({"tests": []}, (), "no tests"),
        ({"tests": [{"call": "double(", "gives": 4}]}, ("tests", 0, "call"), "not Python"),
        ({"tests": [{"call": "import os", "gives": 4}]}, ("tests", 0, "call"), "not Python"),
        ({"tests": [{"call": "len([2])", "gives": 1}]}, ("tests", 0, "call"), "does not call `double`"),
        ({"tests": [{"call": "double(2)"}]}, ("tests", 0, "call"), "does not say what"),
        ({"tests": [{"call": "double(2)", "gives": {1, 2}}]}, ("tests", 0, "gives"), "no plain data"),
        ({"tests": [{"call": "double(1)", "gives": 2}] * 101}, ("tests", 0, "call"), "more than 100"),
    ],
)
def test_what_can_be_seen_is_told(changes: dict[str, Any], path: tuple[str | int, ...], said: str) -> None:
    found = flaws(**changes)
    assert len(found) == 1
    assert found[0][0] == path
    assert said in found[0][1]


@pytest.mark.parametrize(
    ("reference", "said"),
    [
        ("", "no reference"),
        ("def double(x) return", "not Python"),
        ("def twice(x): return 2 * x", "defines no `double`"),
    ],
)
def test_a_reference_that_cannot_serve_is_told(reference: str, said: str) -> None:
    found = flaws(reference)
    assert len(found) == 1
    assert said in found[0][1]


def running(reference: str, starter: str = "") -> list[tuple[tuple[str | int, ...], str]]:
    tests = (Test("double(2)", 4), Test("double('a')", "aa"))
    (found,) = running_flaws([Exercise("double", starter, tests, reference)])
    return [(flaw.path, flaw.what) for flaw in found]


def test_a_reference_that_passes_has_no_flaw() -> None:
    assert running(REFERENCE, "def double(x):\n    ...\n") == []


def test_a_reference_that_fails_is_told_with_the_test() -> None:
    ((path, said),) = running("def double(x): return 4")
    assert path == ("tests", 1, "call")
    assert "double('a') gives 4, not 'aa'" in said


def test_a_reference_that_raises_is_told_with_its_line() -> None:
    ((path, said),) = running("def double(x):\n    return x / 0")
    assert path == ("tests", 0, "call")
    assert "ZeroDivisionError: division by zero (line 2)" in said


def test_a_starter_that_passes_is_told() -> None:
    ((path, said),) = running(REFERENCE, REFERENCE)
    assert path == ("starter",)
    assert "passes every test already" in said


def test_many_are_run_and_each_is_told_in_its_place() -> None:
    tests = (Test("f(1)", 2),)
    exercises = [Exercise("f", "", tests, f"def f(x): return {value}") for value in (2, 3, 2, 4)]
    assert [len(found) for found in running_flaws(exercises)] == [0, 1, 0, 1]
