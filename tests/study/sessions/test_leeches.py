"""Cards forgotten eight times: told, and suspended when the settings say so."""

from tests.conftest import questions
from tests.study.desks import AGAIN, GOOD, Learner


def test_an_eighth_lapse_makes_a_leech_which_is_told_once(learner: Learner) -> None:
    learner.read(d__t=questions("a"))
    learner.start()
    told = []
    for _ in range(9):
        learner.answer(GOOD)
        learner.tomorrow()
        learner.start()
        told.append(learner.answer(AGAIN).leech)
    assert told == [False] * 7 + [True, False]
    assert learner.collection.standing("t/a").leech
    assert not learner.collection.standing("t/a").suspended


def leech(learner: Learner) -> None:
    learner.read(d__t=questions("a"))
    learner.start(suspend_leeches=True)
    for _ in range(8):
        learner.answer(GOOD)
        learner.tomorrow()
        learner.start()
        learner.answer(AGAIN)


def test_a_leech_is_suspended_when_the_settings_say_so(learner: Learner) -> None:
    leech(learner)
    assert learner.collection.standing("t/a").suspended
    assert (learner.shown, learner.session.left) == (None, 0)


def test_undoing_takes_back_the_lapse_and_the_suspension_that_came_of_it(learner: Learner) -> None:
    leech(learner)
    assert learner.undo() is not None
    standing = learner.collection.standing("t/a")
    assert (standing.suspended, standing.memory.lapses, learner.shown) == (False, 7, "a")
    assert learner.collection.differences() == []
