"""A run can be cancelled from another thread, at once."""

from threading import Event, Thread
from time import monotonic

from quizapp.checks.exercises.outcome import Kind, Outcome
from quizapp.checks.exercises.process import Limits
from tests.checks.exercises.attempts import attempt


def test_cancelling_ends_a_run_at_once() -> None:
    cancel, found = Event(), list[Outcome]()
    thread = Thread(target=lambda: found.append(attempt("while True: pass", Limits(), cancel)))
    thread.start()
    began = monotonic()
    cancel.set()
    thread.join()
    assert monotonic() - began < 1
    assert found[0].kind is Kind.CANCELLED
    assert not found[0].ran
