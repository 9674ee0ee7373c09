"""Code that never ends, or wants everything, is ended within the time that a learner would wait."""

import sys

from quizapp.checks.exercises.outcome import Kind
from quizapp.checks.exercises.process import Limits
from tests.checks.exercises.attempts import attempt, attempt_code


def test_a_loop_without_end_is_stopped_under_the_usual_limits() -> None:
    outcome = attempt("while True: pass", Limits())
    assert outcome.kind is Kind.TIMEOUT
    assert outcome.failed is not None
    assert outcome.failed.call == "f(1)"


def test_sleep_is_stopped_under_the_usual_limits() -> None:
    assert attempt("import time\ntime.sleep(1000)", Limits()).kind is Kind.TIMEOUT


def test_a_loop_outside_of_any_function_is_stopped() -> None:
    outcome = attempt_code("while True: pass")
    assert (outcome.kind, outcome.failed) == (Kind.TIMEOUT, None)


def test_code_that_ignores_signals_is_stopped() -> None:
    ignoring = "  try: signal.signal(number, signal.SIG_IGN)\n  except (OSError, ValueError): pass\n"
    body = f"import signal\nfor number in range(1, 32):\n{ignoring}"
    assert attempt(body + "while True: pass").kind is Kind.TIMEOUT


def test_a_lock_that_nobody_opens_is_stopped() -> None:
    assert (
        attempt("import _thread\nlock = _thread.allocate_lock()\nlock.acquire()\nlock.acquire()").kind is Kind.TIMEOUT
    )


def test_a_calculation_that_cannot_be_interrupted_is_stopped() -> None:
    assert attempt("return 10 ** 10 ** 10").kind in (Kind.TIMEOUT, Kind.MEMORY)


def test_a_list_of_ten_gigabytes_is_refused() -> None:
    outcome = attempt("return len([0] * (10 * 2**30 // 8))")
    assert outcome.kind is Kind.MEMORY
    assert outcome.line == 2


def test_memory_taken_bit_by_bit_is_bounded() -> None:
    body = "taken = []\nwhile True: taken.append(bytearray(2**20))"
    assert attempt(body).kind in (Kind.MEMORY, Kind.TIMEOUT, Kind.KILLED)


def test_a_flood_of_print_is_cut_off() -> None:
    outcome = attempt("while True: print('x' * 1000)")
    assert outcome.kind is Kind.KILLED
    assert "KiB" in outcome.fault
    assert len(outcome.printed) < 5000


def test_recursion_without_end_is_told() -> None:
    outcome = attempt("return f(x)")
    assert outcome.kind is Kind.ERROR
    assert outcome.fault.startswith("RecursionError")


def test_recursion_beyond_the_stack_ends_the_child_alone() -> None:
    deep = "value = []\nfor _ in range(10**6): value = [value]\nreturn repr(value)"
    body = f"import sys\nsys.setrecursionlimit(10**8)\n{deep}"
    ends = (Kind.KILLED, Kind.MEMORY, Kind.TIMEOUT)
    stops = sys.version_info >= (3, 12)  # before its stack ends, whatever limit is set
    assert attempt(body).kind in ((Kind.ERROR,) if stops else ends)
