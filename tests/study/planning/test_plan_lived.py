"""A plan that is followed to the letter: what it promises comes true, card and reverse alike."""

from datetime import timedelta

import pytest

from quizapp.study.planning.plan import plan
from tests.conftest import NOW, questions
from tests.study.desks import GOOD, Learner

TODAY = NOW.date()


@pytest.mark.parametrize("days", [2, 3, 4, 5, 8, 9, 12])
def test_every_card_is_seen_and_repeated_before_the_day(learner: Learner, days: int) -> None:
    learner.read(d__t=questions(*"abcdef", marks=" .reverse"))
    by = TODAY + timedelta(days=days)
    learner.start(new_per_day=0, interview=by)
    promised = plan(learner.collection, learner.settings, TODAY, by)
    assert (promised.cards, promised.left_out) == (12, 0)
    for day in range(days):
        learner.start()
        while learner.shown is not None:
            learner.answer(GOOD)
        learner.now = NOW + timedelta(days=day + 1)
    assert all((card.repetitions or 0) >= 2 for card in learner.collection.held() if card.in_use)


def test_one_who_missed_days_is_still_done_in_time(learner: Learner) -> None:
    learner.read(d__t=questions(*"abcdef", marks=" .reverse"))
    learner.start(new_per_day=0, interview=TODAY + timedelta(days=6))
    for day in (0, 4, 5):
        learner.now = NOW + timedelta(days=day)
        learner.start()
        while learner.shown is not None:
            learner.answer(GOOD)
    assert all((card.repetitions or 0) >= 2 for card in learner.collection.held() if card.in_use)
