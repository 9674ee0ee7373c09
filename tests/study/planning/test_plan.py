"""A plan for a day, out of a collection."""

from datetime import timedelta

import pytest

from quizapp.scheduling.log import What
from quizapp.store.collection import Collection
from quizapp.study.overview import SECONDS_A_CARD
from quizapp.study.planning.plan import plan
from tests.conftest import NOW, questions, write_cards
from tests.store.rows import good, row

TODAY = NOW.date()
BY = TODAY + timedelta(days=5)


@pytest.fixture
def learning(collection: Collection) -> Collection:
    """Eight cards in one deck, two in another."""
    names = [f"c{number}" for number in range(8)]
    root = write_cards(
        collection.path.parent / "cards", {"1-a/x.md": questions(*names), "2-b/y.md": questions("r", "s")}
    )
    collection.read_folders([root], NOW)
    return collection


def test_every_card_is_begun_and_repeated_before_the_day(learning: Collection) -> None:
    found = plan(learning, TODAY, BY)
    assert (found.cards, found.unseen, found.pace, found.left_out) == (10, 10, 3, 0)
    assert [(day.new, round(day.reviews)) for day in found.days] == [(3, 0), (3, 3), (2, 3), (2, 2), (0, 2)]
    assert found.days[-1].reviews > 2
    assert 0.9 < found.chance <= 1
    assert found.without == 0
    assert found.seconds == SECONDS_A_CARD


def test_of_one_deck(learning: Collection) -> None:
    found = plan(learning, TODAY, BY, ["2-b"])
    assert (found.cards, found.pace, found.decks) == (2, 1, ["2-b"])


def test_the_plan_follows_along(learning: Collection) -> None:
    learning.append([good("x/c0"), good("x/c1")])
    found = plan(learning, TODAY, BY)
    assert (found.unseen, found.begun, found.pace) == (8, 2, 3)
    missed = plan(learning, TODAY + timedelta(days=2), BY)
    assert (missed.unseen, missed.begun, missed.pace) == (8, 0, 4)


def test_what_does_not_fit_is_told(learning: Collection) -> None:
    assert plan(learning, TODAY, BY, most=2).left_out == 2
    assert plan(learning, TODAY, TODAY + timedelta(days=1)).left_out == 10
    past = plan(learning, TODAY, TODAY - timedelta(days=1))
    assert (past.left_out, list(past.days), past.heaviest) == (10, [], None)


def test_suspended_cards_are_not_planned(learning: Collection) -> None:
    learning.append([row("x/c0", What.SUSPEND)])
    assert plan(learning, TODAY, BY).cards == 9


def test_days_over_the_limit_of_reviews_are_told(learning: Collection) -> None:
    found = plan(learning, TODAY, BY)
    assert [day.day for day in found.over(2)] == [day.day for day in found.days if day.reviews > 2] != []
    assert found.heaviest == max(found.days, key=lambda day: day.cards)


def test_a_card_takes_the_time_that_it_took(learning: Collection) -> None:
    learning.append([good("x/c0", milliseconds=9000), good("x/c0", milliseconds=3000), good("x/c1", milliseconds=6000)])
    assert plan(learning, TODAY, BY).seconds == 9
