"""Code that would rather seem right than be right: what it says of itself does not count."""

import pytest

from quizapp.checks.exercises.outcome import Kind
from quizapp.checks.exercises.running import run
from tests.checks.exercises.attempts import attempt, attempt_code, exercise


@pytest.mark.parametrize("leaving", ["import sys\nsys.exit(0)", "raise SystemExit", "import os\nos._exit(0)", "quit()"])
def test_leaving_early_passes_nothing(leaving: str) -> None:
    assert attempt(leaving).kind in (Kind.ERROR, Kind.KILLED)


def test_leaving_before_the_first_call_passes_nothing() -> None:
    assert attempt_code("import os\nos._exit(0)").kind is Kind.KILLED


def test_a_value_that_claims_to_equal_everything_does_not_pass() -> None:
    body = "class Any(int):\n  __eq__ = lambda self, other: True\n  __repr__ = lambda self: '2'\nreturn Any(7)"
    outcome = attempt(body)
    assert outcome.kind is Kind.FAILED
    assert outcome.failed is not None
    assert outcome.failed.got == "7"


def test_an_object_of_its_own_class_is_told() -> None:
    outcome = attempt("class Odd: pass\nreturn Odd()")
    assert outcome.kind is Kind.FAILED
    assert "Odd" in outcome.fault


def test_print_is_no_result() -> None:
    outcome = attempt("print('{\"value\":2}')\nreturn 3")
    assert outcome.kind is Kind.FAILED
    assert outcome.printed.strip() == '{"value":2}'


@pytest.mark.parametrize(
    "line",
    [
        "nonsense",
        '{"value":',
        '{"value":{"odd":1}}',
        "[" * 5000,
        '{"value":' + "9" * 5000 + "}",
        '{"value":' + '{"dict":[[' * 300 + "1" + ",1]]}" * 300 + "}",
        '{"value":{"dict":[[[1],2]]}}',
        '{"fault":[1,2,3]}',
        '{"fault":["Error","",-5]}',
        '{"fault":["Error","",' + "9" * 4000 + "]}",
        "{}",
    ],
)
def test_a_line_that_makes_no_sense_ends_the_reading(line: str) -> None:
    assert attempt(_written_everywhere(f"{line.encode()!r} + b'\\n'") + "return 2").kind is Kind.KILLED


def test_a_flood_of_results_is_cut_off() -> None:
    assert attempt(_written_everywhere("b'x' * 2**21")).kind is Kind.KILLED


def test_what_a_call_changes_is_seen_by_the_next_one_only() -> None:
    code = "seen = []\ndef f(x):\n    seen.append(x)\n    return len(seen)"
    assert run(code, exercise(("f(1)", 1), ("f(1)", 2))).kind is Kind.PASSED
    assert run(code, exercise(("f(1)", 1))).kind is Kind.PASSED


def _written_everywhere(line: str) -> str:
    """Code that writes to whatever descriptor may be the one for results."""
    return f"import os\nfor handle in range(3, 64):\n  try: os.write(handle, {line})\n  except OSError: pass\n"
