"""Suspending, resuming, burying and resetting cards by name."""

from datetime import timedelta

import pytest

from quizapp.errors import UsageError
from quizapp.scheduling.log import What
from quizapp.study.marking import all_meant, mark, meant, take_back
from quizapp.study.pen import Pen
from tests.conftest import NOW, questions
from tests.study.desks import GOOD, Learner

PEN = Pen("here", NOW.time())


def test_a_card_is_meant_by_its_whole_id_or_by_its_own_part(learner: Learner) -> None:
    assert meant(learner.collection, "t/a") == meant(learner.collection, "a") == "t/a"


def test_a_name_that_means_no_card_is_told(learner: Learner) -> None:
    with pytest.raises(UsageError, match="there is no card `zebra`"):
        meant(learner.collection, "zebra")


def test_a_name_that_may_mean_several_cards_is_told_with_two_of_them(learner: Learner) -> None:
    learner.read(e__u=questions("a"))
    with pytest.raises(UsageError, match=r"`a` may mean 2 cards: write t/a, u/a …"):
        meant(learner.collection, "a")
    assert meant(learner.collection, "u/a") == "u/a"


def test_marks_are_logged_once_a_card(learner: Learner) -> None:
    ids = all_meant(learner.collection, ["a", "t/b", "t/a"])
    assert ids == ["t/a", "t/b"]
    mark(learner.collection, PEN, ids, What.SUSPEND, NOW)
    assert [row.entry.what for row in learner.collection.history("t/a")] == [What.SUSPEND]
    assert learner.collection.standing("t/b").suspended


def test_one_wrong_name_means_no_card_at_all(learner: Learner) -> None:
    with pytest.raises(UsageError, match="zebra"):
        all_meant(learner.collection, ["a", "zebra"])


def test_marking_nothing_does_nothing(learner: Learner) -> None:
    mark(learner.collection, PEN, [], What.BURY, NOW)
    assert learner.collection.of_day(NOW.date()) == []


def test_each_mark_does_what_it_says(learner: Learner) -> None:
    learner.start()
    learner.answer(GOOD)
    for minutes, what in enumerate((What.BURY, What.RESUME, What.SUSPEND, What.RESUME, What.RESET), start=1):
        mark(learner.collection, PEN, ["t/a"], what, NOW + timedelta(minutes=minutes))
        standing = learner.collection.standing("t/a")
        told = (standing.suspended, standing.buried_until is not None, standing.introduced is None)
        assert told == (what is What.SUSPEND, what is What.BURY, what is What.RESET)


def test_what_was_marked_is_taken_back_as_a_whole(learner: Learner) -> None:
    rows = mark(learner.collection, PEN, ["t/a", "t/b"], What.SUSPEND, NOW)
    take_back(learner.collection, PEN, rows, NOW + timedelta(seconds=1))
    assert not any(learner.collection.standing(id_).suspended for id_ in ("t/a", "t/b"))
    assert learner.collection.differences() == []


def test_an_undo_of_another_card_keeps_nothing_from_being_taken_back(learner: Learner) -> None:
    rows = mark(learner.collection, PEN, ["t/a"], What.SUSPEND, NOW)
    strange = PEN.row("t/b", What.UNDO, NOW + timedelta(seconds=1), undoes=rows[0].entry.uuid)
    learner.collection.append([strange])
    assert take_back(learner.collection, PEN, rows, NOW + timedelta(seconds=2))
    assert not learner.collection.standing("t/a").suspended


@pytest.mark.parametrize("what", [What.SUSPEND, What.RESUME, What.BURY, What.RESET])
def test_of_a_card_that_is_so_already_nothing_is_logged(learner: Learner, what: What) -> None:
    learner.start()
    learner.answer(GOOD)
    if what is What.RESUME:
        mark(learner.collection, PEN, ["t/a"], What.SUSPEND, NOW + timedelta(minutes=1))
    first = mark(learner.collection, PEN, ["t/a"], what, NOW + timedelta(minutes=2))
    before = learner.collection.history("t/a")
    again = mark(learner.collection, PEN, ["t/a"], what, NOW + timedelta(minutes=3))
    assert (len(first), list(again)) == (1, [])
    assert learner.collection.history("t/a") == before


def test_what_was_buried_may_be_resumed_and_what_was_suspended_too_until_neither_holds(learner: Learner) -> None:
    for hours, what in enumerate((What.SUSPEND, What.BURY)):
        now = NOW + timedelta(hours=hours)
        mark(learner.collection, PEN, ["t/a"], what, now)
        assert len(mark(learner.collection, PEN, ["t/a"], What.RESUME, now + timedelta(minutes=1))) == 1
        assert not learner.collection.standing("t/a").suspended
