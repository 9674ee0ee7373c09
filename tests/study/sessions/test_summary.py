"""What was done in a session, and what comes tomorrow."""

from datetime import timedelta

from quizapp.scheduling.log import What
from quizapp.study.sessions.scope import Scope
from quizapp.study.sessions.summary import summary
from tests.conftest import questions
from tests.study.desks import AGAIN, GOOD, HARD, Learner


def test_a_session_is_summed_up(learner: Learner) -> None:
    since = learner.now
    learner.start(new_per_day=3)
    learner.answers(GOOD, AGAIN, HARD, GOOD, GOOD)
    told = summary(learner.collection, since.date(), since)
    assert (told.answers, told.cards, told.recalled, told.milliseconds, told.first_seen) == (5, 3, 4, 5000, 3)
    assert told.grades == {AGAIN: 1, HARD: 1, GOOD: 3}
    assert (told.leeches, told.tomorrow) == ([], 3)


def test_undone_answers_and_earlier_ones_do_not_count(learner: Learner) -> None:
    learner.start()
    learner.answers(GOOD, GOOD)
    learner.restart()
    since = learner.now
    learner.now = learner.now.replace(minute=30)
    learner.answers(GOOD, AGAIN)
    learner.undo()
    told = summary(learner.collection, since.date(), since.replace(minute=30))
    assert (told.answers, told.grades) == (1, {GOOD: 1})


def test_an_undo_that_names_another_cards_answer_takes_none_away(learner: Learner) -> None:
    since = learner.now
    learner.start()
    learner.answer(GOOD)
    (given,) = learner.collection.history("t/a")
    strange = learner.session.pen.row("t/b", What.UNDO, learner.now, undoes=given.entry.uuid)
    learner.collection.append([strange])
    assert summary(learner.collection, since.date(), since).answers == 1


def test_practice_is_summed_up_too(learner: Learner) -> None:
    since = learner.now
    learner.start(Scope(cram=True))
    learner.answers(GOOD, AGAIN)
    told = summary(learner.collection, since.date(), since)
    assert (told.answers, told.recalled, told.first_seen, told.tomorrow) == (2, 1, 0, 0)


def test_leeches_among_the_cards_answered_are_named(learner: Learner) -> None:
    learner.read(d__t=questions("a"))
    for _ in range(8):
        learner.start()
        learner.answer(GOOD)
        learner.tomorrow()
        learner.start()
        learner.answer(AGAIN)
    assert summary(learner.collection, learner.now.date(), learner.now).leeches == ["t/a"]


def test_what_was_seen_first_before_the_session_is_not_seen_first_in_it(learner: Learner) -> None:
    learner.start(new_per_day=2)
    learner.answers(AGAIN, GOOD)
    learner.now += timedelta(minutes=1)
    learner.start()
    since = learner.session.started
    learner.answers(GOOD)
    assert summary(learner.collection, since.date(), since).first_seen == 0


def test_a_session_that_outlasts_its_day_is_summed_up_whole(learner: Learner) -> None:
    learner.now = learner.now.replace(hour=3, minute=59, second=58)
    since = learner.start(new_per_day=3).started
    learner.answers(GOOD, GOOD, GOOD)
    day = learner.session.pen.day(learner.now)
    assert day > learner.session.pen.day(since)
    told = summary(learner.collection, day, since)
    assert (told.answers, told.cards, told.first_seen, told.tomorrow) == (3, 3, 3, 3)
