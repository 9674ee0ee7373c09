"""What an attempt tells: the first test that fails, beside what was expected, and where the code went wrong."""

import pytest

from quizapp.checks.exercises.exercise import Exercise, Test
from quizapp.checks.exercises.outcome import Kind
from quizapp.checks.exercises.running import MOST_CODE, run
from tests.checks.exercises.attempts import attempt, attempt_code, exercise


def test_a_right_answer_passes_every_test() -> None:
    outcome = run("f = lambda x: 2 * x", exercise(("f(1)", 2), ("f([1])", [1, 1]), ("f(x='a')", "aa")))
    assert (outcome.kind, outcome.passed, outcome.of) == (Kind.PASSED, 3, 3)
    assert outcome.failed is None


def test_the_first_failing_call_is_shown_and_the_others_are_counted() -> None:
    outcome = run("def f(x): return x * x", exercise(("f(2)", 4), ("f(1)", 2), ("f(0)", 7), ("f(3)", 9)))
    assert (outcome.kind, outcome.passed, outcome.of) == (Kind.FAILED, 2, 4)
    assert outcome.failed is not None
    assert (outcome.failed.number, outcome.failed.call) == (2, "f(1)")
    assert (outcome.failed.expected, outcome.failed.got) == ("2", "1")


def test_an_exception_is_told_with_the_learners_own_line() -> None:
    outcome = attempt("import json\nreturn json.loads('{')")
    assert outcome.kind is Kind.ERROR
    assert outcome.fault.startswith("JSONDecodeError: Expecting property name")
    assert outcome.line == 3


def test_a_slip_of_syntax_is_told_with_its_line() -> None:
    outcome = attempt_code("def f(x):\n    return x +\n")
    assert (outcome.kind, outcome.line) == (Kind.SYNTAX, 2)
    assert "invalid syntax" in outcome.fault


def test_a_function_that_is_missing_is_told() -> None:
    assert attempt_code("def g(x): return 2").fault == "NameError: name 'f' is not defined"


def test_an_exception_outside_of_any_function_is_told() -> None:
    outcome = attempt_code("x = 1\n1 / 0")
    assert (outcome.kind, outcome.line, outcome.failed) == (Kind.ERROR, 2, None)


def test_an_exception_whose_message_fails_is_told_by_its_name() -> None:
    body = "class Sly(Exception):\n  def __str__(self): raise SystemExit\nraise Sly"
    assert attempt(body).fault == "Sly"


def test_what_was_printed_is_kept() -> None:
    outcome = attempt("print('hello', x)\nreturn 2")
    assert (outcome.kind, outcome.printed) == (Kind.PASSED, "hello 1\n")


def test_of_several_calls_what_the_failing_one_printed_is_shown() -> None:
    code = "print('ready')\ndef f(x):\n    print('got', x, end='')\n    return x\n"
    outcome = run(code, exercise(("f(1)", 1), ("f(2)", 5), ("f(3)", 3)))
    assert (outcome.failed and outcome.failed.number, outcome.printed) == (2, "ready\ngot 2")


def test_code_that_closes_its_output_is_still_tested() -> None:
    assert attempt_code("import sys\nsys.stdout = None\ndef f(x): return 2").kind is Kind.PASSED


@pytest.mark.parametrize(
    "undone", ["sys.stdout = None", "sys.stdout.close()", "sys.stdout.detach()", "sys.modules.clear()"]
)
def test_an_output_that_the_code_took_away_is_no_fault_to_be_shown(undone: str) -> None:
    outcome = attempt(f"import sys\n{undone}\nreturn 2")
    assert (outcome.kind, outcome.printed) == (Kind.PASSED, "")


def test_what_was_printed_before_the_code_took_its_output_away_is_kept() -> None:
    assert attempt("import sys\nprint('so far', end='')\nsys.stdout = None\nreturn 2").printed == "so far"


def test_what_was_printed_before_a_loop_without_end_is_kept() -> None:
    assert attempt("print('so far')\nwhile True: pass").printed == "so far\n"


def test_nothing_told_can_drive_the_terminal() -> None:
    outcome = attempt("print('\\x1b[2J\\u202e')\nraise ValueError('\\x1b]0;title\\x07')")
    assert "\x1b" not in outcome.printed + outcome.fault
    assert "\u202e" not in outcome.printed


def test_long_values_are_cut() -> None:
    outcome = attempt("return list(range(4000))")
    assert outcome.failed is not None
    assert outcome.failed.got is not None
    assert outcome.failed.got.endswith(" …")
    assert len(outcome.failed.got) < 500


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("return [0] * 5000", "more than can be compared"),
        ("return 'x' * 5000", "more than can be compared"),
        ("return 1 << 3000", "too large an integer"),
        ("a = []\na.append(a)\nreturn a", "too deep"),
        ("return {1, 2}", "type set"),
        ("return (n for n in range(3))", "type generator"),
        ("return 1j", "type complex"),
    ],
)
def test_what_is_no_plain_data_is_told(body: str, said: str) -> None:
    outcome = attempt(body)
    assert outcome.kind is Kind.FAILED
    assert said in outcome.fault


@pytest.mark.parametrize(
    "value", ["nan", "inf", "-inf", "'\\ud800 \\U0001f600'", "{(1, 'a'): [None, True]}", "(1, [2.5])"]
)
def test_plain_data_comes_back_as_it_is(value: str) -> None:
    names = {"nan": float("nan"), "inf": float("inf")}
    expected = eval(value, names)
    outcome = run(f"from math import nan, inf\ndef f(x): return {value}", Exercise("f", "", (Test("f(1)", expected),)))
    assert outcome.kind is Kind.PASSED


def test_code_beyond_all_measure_is_not_run() -> None:
    assert run("#" * (MOST_CODE + 1), exercise()).kind is Kind.ERROR


def test_the_same_code_gives_the_same_every_time() -> None:
    body = "print(hash('a'), [*{'a', 'b', 'c'}])\nreturn 2"
    assert attempt(body).printed == attempt(body).printed
