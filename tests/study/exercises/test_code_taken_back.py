"""The code of an exercise comes back with an undo, and only with one."""

from datetime import timedelta

from tests.study.desks import GOOD, Learner
from tests.tui.exercises import EN

CODE = "def double(x):\n    return 2 * x\n"


def begun(learner: Learner) -> str:
    """What the exercise shown begins with."""
    written = learner.session.ask().written
    assert written is not None
    return written.code


def graded(learner: Learner, code: str = CODE) -> None:
    """The exercise graded, after this code was written."""
    learner.now += timedelta(seconds=1)
    learner.session.answer(GOOD, learner.now, 1000, {"code": code, "right": True})


def at_the_exercise(learner: Learner) -> None:
    """An exercise is all there is."""
    learner.read(d__t=EN)
    learner.start()


def test_an_undone_answer_leaves_its_code_to_be_written_on(learner: Learner) -> None:
    at_the_exercise(learner)
    starter = begun(learner)
    graded(learner)
    learner.undo()
    assert begun(learner) == CODE != starter
    learner.restart()
    assert begun(learner) == CODE


def test_the_next_review_begins_with_the_starter(learner: Learner) -> None:
    at_the_exercise(learner)
    starter = begun(learner)
    graded(learner, "first")
    learner.undo()
    graded(learner)
    learner.tomorrow()
    learner.start()
    assert begun(learner) == starter


def test_code_from_the_log_cannot_drive_the_terminal(learner: Learner) -> None:
    at_the_exercise(learner)
    graded(learner, "\x1b[2J")
    learner.undo()
    assert begun(learner) == "␛[2J"
