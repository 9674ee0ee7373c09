"""What was done in a session, and what comes tomorrow."""

from datetime import timedelta

from quizapp.scheduling.log import What
from quizapp.study.pen import Pen
from quizapp.study.sessions.scope import Scope
from quizapp.study.sessions.session import Session
from quizapp.study.sessions.summary import Summary, summary
from tests.conftest import questions
from tests.study.desks import AGAIN, GOOD, HARD, Learner


def _told(learner: Learner) -> Summary:
    session = learner.session
    return summary(learner.collection, session.pen.day(learner.now), session.rows)


def test_a_session_is_summed_up(learner: Learner) -> None:
    learner.start(new_per_day=3)
    learner.answers(GOOD, AGAIN, HARD, GOOD, GOOD)
    told = _told(learner)
    assert (told.answers, told.cards, told.recalled, told.milliseconds, told.first_seen) == (5, 3, 4, 5000, 3)
    assert told.grades == {AGAIN: 1, HARD: 1, GOOD: 3}
    assert (told.leeches, told.tomorrow) == ([], 3)


def test_undone_answers_and_earlier_ones_do_not_count(learner: Learner) -> None:
    learner.start()
    learner.answers(GOOD, GOOD)
    learner.restart()
    learner.now = learner.now.replace(minute=30)
    learner.answers(GOOD, AGAIN)
    learner.undo()
    told = _told(learner)
    assert (told.answers, told.grades) == (1, {GOOD: 1})


def test_an_undo_that_names_another_cards_answer_takes_none_away(learner: Learner) -> None:
    learner.start()
    learner.answer(GOOD)
    (given,) = learner.collection.history("t/a")
    strange = learner.session.pen.row("t/b", What.UNDO, learner.now, undoes=given.entry.uuid)
    learner.collection.append([strange])
    assert _told(learner).answers == 1


def test_practice_is_summed_up_too(learner: Learner) -> None:
    learner.start(Scope(cram=True))
    learner.answers(GOOD, AGAIN)
    told = _told(learner)
    assert (told.answers, told.recalled, told.first_seen, told.tomorrow) == (2, 1, 0, 0)


def test_leeches_among_the_cards_answered_are_named(learner: Learner) -> None:
    learner.read(d__t=questions("a"))
    for _ in range(8):
        learner.start()
        learner.answer(GOOD)
        learner.tomorrow()
        learner.start()
        learner.answer(AGAIN)
    assert _told(learner).leeches == ["t/a"]


def test_what_was_seen_first_before_the_session_is_not_seen_first_in_it(learner: Learner) -> None:
    learner.start(new_per_day=2)
    learner.answers(AGAIN, GOOD)
    learner.now += timedelta(minutes=1)
    learner.start()
    learner.answers(GOOD)
    assert _told(learner).first_seen == 0


def test_a_session_that_outlasts_its_day_is_summed_up_whole(learner: Learner) -> None:
    learner.now = learner.now.replace(hour=3, minute=59, second=58)
    since = learner.start(new_per_day=3).started
    learner.answers(GOOD, GOOD, GOOD)
    assert learner.session.pen.day(learner.now) > learner.session.pen.day(since)
    told = _told(learner)
    assert (told.answers, told.cards, told.first_seen, told.tomorrow) == (3, 3, 3, 3)


def test_what_is_answered_meanwhile_in_another_window_or_on_another_machine_is_none_of_it(learner: Learner) -> None:
    mine = learner.start(new_per_day=3)
    other = Session(learner.collection, learner.settings, Scope(), learner.now)
    assert other.answer(AGAIN, learner.now + timedelta(seconds=1), 1000)
    far = Pen("another machine", mine.pen.starts_at)
    ahead = learner.now + timedelta(days=900)  # its clock is wrong
    learner.collection.append([far.answer("t/c", What.ANSWER, ahead, GOOD, 1000, {})])
    mine.bury(learner.now + timedelta(seconds=2))
    learner.now += timedelta(seconds=3)
    told = _told(learner)
    assert (told.answers, told.first_seen) == (0, 0)
    learner.answer(GOOD)
    told = _told(learner)
    assert (told.answers, told.grades, told.first_seen) == (1, {GOOD: 1}, 1)
