"""Two programs at one collection: what the other one did counts."""

from quizapp.scheduling.grades import Grade
from quizapp.study.sessions.scope import Scope
from quizapp.study.sessions.session import Session
from tests.study.desks import GOOD, HARD, Learner


def test_a_card_answered_in_another_program_is_not_asked_again(learner: Learner) -> None:
    learner.start()
    other = Session(learner.collection, learner.settings, Scope(), learner.now)
    other.answer(GOOD, learner.now, 1)
    other.answer(GOOD, learner.now, 1)
    assert learner.session.answer(HARD, learner.now, 1) is None  # a, which was shown before the other had it
    assert learner.shown == "c"
    assert [row.entry.grade for row in learner.collection.history("t/a")] == [GOOD]


def test_a_card_that_another_program_failed_comes_again_as_it_stands_then(learner: Learner) -> None:
    learner.start()
    Session(learner.collection, learner.settings, Scope(), learner.now).answer(Grade.BLACKOUT, learner.now, 1)
    assert learner.session.answer(GOOD, learner.now, 1) is None
    assert learner.shown == "a"
    assert learner.answer().memory == learner.collection.standing("t/a").memory
    assert len(learner.collection.history("t/a")) == 2


def test_practice_does_not_mind_other_programs(learner: Learner) -> None:
    session = learner.start(Scope(cram=True))
    Session(learner.collection, learner.settings, Scope(), learner.now).answer(GOOD, learner.now, 1)
    assert session.answer(GOOD, learner.now, 1) is not None
