"""Where the system gives less, exercises still run, what is missing is told, and what is there holds."""

from collections.abc import Callable

import pytest

from quizapp.checks.exercises import program
from quizapp.checks.exercises.outcome import Kind
from quizapp.checks.exercises.walls import WALLS, walls
from tests.checks.exercises.attempts import attempt, attempt_code

Without = Callable[..., None]
ALL = program._MODULES


@pytest.fixture
def without(monkeypatch: pytest.MonkeyPatch) -> Without:
    """Takes modules away from the child, as on a system that lacks what they need."""

    def take(*names: str) -> None:
        left = [module for module in program._modules() if module[0].rpartition(".")[2] not in names]
        monkeypatch.setattr(program, "_modules", lambda: left)

    return take


def test_without_all_that_linux_adds_the_usual_limits_hold(without: Without) -> None:
    without("system", "landlock", "seccomp")
    found = walls()
    assert {"cpu", "disk"} <= set(found.standing)
    assert {"files", "network", "signals"} <= set(found.missing)
    assert attempt("while True: pass").kind is Kind.TIMEOUT
    assert attempt("return 2").kind is Kind.PASSED


def test_without_all_that_linux_adds_few_files_are_open_at_once(without: Without) -> None:
    without("system", "landlock", "seccomp")
    outcome = attempt("import os\nopened = [os.pipe() for _ in range(8)]\nreturn 2")
    assert (outcome.kind, "Too many open files" in outcome.fault) == (Kind.ERROR, True)


def test_without_all_that_linux_adds_a_fork_bomb_is_held_by_the_limit_on_processes(without: Without) -> None:
    without("system", "landlock", "seccomp")
    if "processes" in walls().standing:  # for root the limit does not hold
        assert attempt("import os\nwhile True: os.fork()").kind is Kind.ERROR


def test_what_stands_and_what_is_missing_is_everything(without: Without) -> None:
    for gone in ((), ("landlock",), ("seccomp",)):
        without(*gone)
        found = walls()
        assert {*found.standing, *found.missing} == set(WALLS)


def test_without_landlock_no_file_is_opened_but_usual_modules_are_there(without: Without) -> None:
    without("landlock")
    code = "import statistics\nfrom collections import Counter\ndef f(x): return statistics.mean([1, 3])"
    assert attempt_code(code).kind is Kind.PASSED
    if "files" in walls().standing:
        assert attempt("return open('/etc/hosts').read()").kind is Kind.ERROR


def test_an_interpreter_that_does_not_start_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "/nonexistent/python")
    assert attempt("return 2").kind is Kind.REFUSED
