"""In the last days before a day in view: practising what comes only after it."""

from datetime import timedelta

import pytest

from quizapp.scheduling.log import Entry, What
from quizapp.scheduling.memory import Memory
from quizapp.store.values import LogRow
from quizapp.study.sessions.scope import Scope
from tests.conftest import NOW, questions
from tests.study.desks import GOOD, Learner

BY = NOW.date() + timedelta(days=10)
DUE = {"before": (10, 20), "fresh": (12, 6), "old": (30, 200), "older": (12, 40)}
"""Days until each card is due, and its interval."""


@pytest.fixture
def learned(learner: Learner) -> Learner:
    """Cards due before the day and after it, and a new one."""
    learner.read(deck__u=questions(*DUE, "new"))
    at = NOW - timedelta(days=40)
    for name, (due, interval) in DUE.items():
        memory = Memory(NOW.date() + timedelta(days=due), interval, repetitions=3)
        entry = Entry(f"row-{name}", f"u/{name}", at, at.date(), What.LEARNED, memory=memory)
        learner.collection.append([LogRow(entry)])
    return learner


def test_what_comes_after_the_day_is_practised_the_least_known_first(learned: Learner) -> None:
    session = learned.start(Scope(due_after=BY))
    assert [card.card for card in session.planned.waiting] == ["u/older", "u/old", "u/fresh"]


def test_the_schedule_stays_as_it_is(learned: Learner) -> None:
    before = learned.collection.due_by_day(NOW.date() + timedelta(days=99))
    learned.start(Scope(due_after=BY))
    learned.answers(GOOD, GOOD, GOOD)
    assert learned.shown is None
    assert learned.collection.due_by_day(NOW.date() + timedelta(days=99)) == before
    assert {row.entry.what for row in learned.collection.of_day(NOW.date())} == {What.PRACTICE}


def test_what_was_practised_does_not_come_again(learned: Learner) -> None:
    session = learned.start(Scope(due_after=BY, limit=1))
    assert len(session.planned.waiting) == 1
    learned.answers(GOOD)
    assert learned.shown is None


def test_what_was_practised_in_the_last_days_comes_behind_the_others(learned: Learner) -> None:
    """Who had time for one card a day would practise the same one each day."""
    shown = []
    for _day in DUE:
        learned.start(Scope(due_after=BY, limit=1))
        shown += learned.answers(GOOD)
        learned.tomorrow()
    assert shown == ["older", "old", "fresh", "older"]


def test_what_was_practised_long_ago_or_taken_back_comes_as_before(learned: Learner) -> None:
    learned.start(Scope(due_after=BY, limit=1))
    learned.answers(GOOD)
    learned.undo()
    assert learned.start(Scope(due_after=BY)).planned.waiting[0].card == "u/older"
    learned.answers(GOOD)
    learned.tomorrow(8)
    assert learned.start(Scope(due_after=BY)).planned.waiting[0].card == "u/older"
