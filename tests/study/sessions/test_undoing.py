"""Undo: without end, also after a restart, but only of what was done today, here."""

from datetime import timedelta

from quizapp.scheduling.grades import Grade
from quizapp.scheduling.log import Entry, What
from quizapp.store.values import LogRow
from quizapp.study.pen import Pen
from quizapp.study.sessions.undoing import Undone, undo_rows
from tests.conftest import NOW, questions
from tests.study.desks import AGAIN, GOOD, HARD, Learner

ELSEWHERE = Pen("another device", NOW.time())


def test_undo_goes_back_to_the_first_thing_done_today(learner: Learner) -> None:
    learner.start()
    learner.answer(GOOD)
    learner.bury()
    learner.answer(HARD)
    learner.suspend()
    undone = []
    while done := learner.undo():
        undone.append((done.card, done.what.value))
    assert undone == [("t/d", "suspend"), ("t/c", "answer"), ("t/b", "bury"), ("t/a", "answer")]
    assert (learner.shown, learner.session.left, learner.session.done) == ("a", 8, 0)
    assert all(learner.collection.standing(f"t/{id_}").memory.due is None for id_ in "abcd")
    assert learner.collection.differences() == []


def test_an_undone_card_comes_next_and_the_others_after_it(learner: Learner) -> None:
    learner.start()
    learner.answers(GOOD, AGAIN)
    learner.undo()
    assert learner.answers(*[GOOD] * 7) == list("bcdefgh")
    assert learner.shown is None


def test_an_undone_card_comes_before_one_whose_turn_it_is_to_come_again(learner: Learner) -> None:
    learner.start()
    learner.answers(AGAIN, GOOD, GOOD, GOOD, GOOD)
    learner.undo()
    assert learner.answers(GOOD, GOOD, GOOD) == ["e", "f", "a"]


def test_undo_works_after_a_restart_on_the_same_day(learner: Learner) -> None:
    learner.start()
    learner.answers(GOOD, GOOD)
    learner.restart()
    done = learner.undo()
    assert done is not None
    assert (done.card, learner.shown) == ("t/b", "b")
    learner.undo()
    assert learner.shown == "a"
    assert learner.undo() is None


def test_undo_works_on_the_closing_screen(learner: Learner) -> None:
    learner.start(new_per_day=1)
    learner.answer()
    assert learner.shown is None
    learner.undo()
    assert learner.shown == "a"


def test_a_night_later_there_is_nothing_to_undo(learner: Learner) -> None:
    learner.start()
    learner.answer()
    learner.tomorrow()
    assert learner.start().undo(learner.now) is None
    assert learner.collection.standing("t/a").memory.interval == 1


def test_after_midnight_it_is_still_the_same_day(learner: Learner) -> None:
    learner.start()
    learner.answer()
    learner.now = learner.now.replace(hour=3) + timedelta(days=1)
    assert learner.undo() is not None


def test_the_last_thing_is_undone_though_the_clock_was_put_back_to_an_earlier_day(learner: Learner) -> None:
    learner.now = learner.now.replace(hour=20)
    learner.start()
    (before,) = learner.answers(GOOD)
    learner.tomorrow()
    learner.start()
    learner.tomorrow(-1)
    learner.now = learner.now.replace(hour=10)
    (last,) = learner.answers(GOOD)
    undone = learner.undo()
    assert undone
    assert (before, last, undone.card) == ("a", "b", "t/b")


def test_what_another_device_did_is_let_be(learner: Learner) -> None:
    learner.start()
    learner.answer()
    learner.collection.append([ELSEWHERE.answer("t/h", What.ANSWER, learner.now, GOOD, 1, {})])
    done = learner.undo()
    assert done is not None
    assert done.card == "t/a"
    assert learner.undo() is None


def test_imported_answers_are_let_be(learner: Learner) -> None:
    session = learner.start()
    learner.collection.append([session.pen.answer("t/h", What.IMPORTED, learner.now, GOOD, 1, {})])
    assert learner.undo() is None


def test_practice_can_be_undone_as_well(learner: Learner) -> None:
    learner.start()
    row = learner.session.pen.answer("t/a", What.PRACTICE, learner.now, GOOD, 1, {})
    learner.collection.append([row])
    done = learner.undo()
    assert done is not None
    assert done.what is What.PRACTICE


def test_what_followed_by_itself_is_taken_back_along_with_its_cause() -> None:
    pen = Pen("here", NOW.time())
    answer = LogRow(Entry("1", "t/a", NOW, NOW.date(), What.ANSWER, Grade.AGAIN), device="here")
    suspended = LogRow(Entry("0", "t/a", NOW, NOW.date(), What.SUSPEND), None, {"because": "1"}, "here")
    last, rows = undo_rows(lambda most: [suspended, answer], pen, NOW)
    assert last == Undone("t/a", What.ANSWER)
    assert [row.entry.undoes for row in rows] == ["0", "1"]
    assert undo_rows(lambda most: [], pen, NOW) == (None, [])


def test_what_was_decided_about_many_cards_at_once_is_undone_at_once(learner: Learner) -> None:
    learner.start()
    learner.answer(GOOD)
    learner.mark_all([f"t/{id_}" for id_ in "cdefg"], What.SUSPEND)
    done = learner.undo()
    assert done is not None
    assert (done.what, done.decided, done.answered) == (What.SUSPEND, 5, False)
    assert not any(learner.collection.standing(f"t/{id_}").suspended for id_ in "cdefg")
    assert learner.shown == "b"
    done = learner.undo()
    assert done is not None
    assert (done.card, done.decided, done.answered, learner.shown) == ("t/a", 0, True, "a")
    assert learner.undo() is None


def test_a_decision_about_more_cards_than_a_deed_has_rows_is_undone_whole(learner: Learner) -> None:
    names = [f"n{number}" for number in range(20)]
    learner.read(d__t=questions(*names))
    learner.start()
    learner.mark_all([f"t/{name}" for name in names[4:]], What.SUSPEND)
    learner.answer(GOOD)
    undone = [learner.undo() for _ in range(3)]
    assert [(done.what, done.decided) for done in undone if done] == [(What.ANSWER, 0), (What.SUSPEND, 16)]
    assert not any(learner.collection.standing(f"t/{name}").suspended for name in names)


def test_many_answers_are_taken_back_one_by_one_the_last_first(learner: Learner) -> None:
    names = [f"n{number}" for number in range(10)]
    learner.read(d__t=questions(*names))
    learner.start()
    learner.answers(*[GOOD] * 10)
    assert [done.card for done in [learner.undo() for _ in names] if done] == [f"t/{name}" for name in names[::-1]]
    assert learner.undo() is None


def test_undo_of_what_was_decided_elsewhere_leads_to_no_other_card(learner: Learner) -> None:
    learner.start()
    learner.mark("t/f", What.BURY)
    learner.undo()
    assert (learner.shown, learner.session.left) == ("a", 8)


def test_two_decisions_are_undone_one_after_the_other(learner: Learner) -> None:
    learner.start()
    for cards, what in ((["t/b", "t/c"], What.SUSPEND), (["t/d", "t/e", "t/f"], What.BURY)):
        learner.mark_all(cards, what)
    undone = [learner.undo() for _ in range(3)]
    assert [(done.what, done.decided) for done in undone if done] == [(What.BURY, 3), (What.SUSPEND, 2)]
