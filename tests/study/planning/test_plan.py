"""A plan for a day, out of a collection."""

from datetime import timedelta

import pytest

from quizapp.config import Settings
from quizapp.scheduling.grades import Grade
from quizapp.scheduling.log import What
from quizapp.store.collection import Collection
from quizapp.study.coming.overview import SECONDS_A_CARD
from quizapp.study.planning.daily import new_limit
from quizapp.study.planning.plan import plan
from quizapp.study.statistics.ground import ground_of
from quizapp.study.statistics.whole import figures
from tests.conftest import NOW, questions, write_cards
from tests.store.rows import good, row

TODAY = NOW.date()
BY = TODAY + timedelta(days=5)
NONE_USUAL = Settings(new_per_day=0)


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
    found = plan(learning, NONE_USUAL, TODAY, BY)
    assert (found.cards, found.unseen, found.pace, found.left_out) == (10, 10, 3, 0)
    assert [(day.new, round(day.reviews)) for day in found.days] == [(3, 0), (3, 3), (2, 3), (2, 2), (0, 2)]
    assert found.days[-1].reviews > 2
    assert 0.9 < found.chance <= 1
    assert found.without == 0
    assert found.seconds == SECONDS_A_CARD


def test_of_one_deck(learning: Collection) -> None:
    found = plan(learning, NONE_USUAL, TODAY, BY, ["2-b"])
    assert (found.cards, found.pace, found.decks) == (2, 1, ["2-b"])


def test_the_plan_follows_along(learning: Collection) -> None:
    learning.append([good("x/c0"), good("x/c1")])
    found = plan(learning, NONE_USUAL, TODAY, BY)
    assert (found.unseen, found.begun, found.pace) == (8, 2, 3)
    missed = plan(learning, NONE_USUAL, TODAY + timedelta(days=2), BY)
    assert (missed.unseen, missed.begun, missed.pace) == (8, 0, 4)


def test_what_does_not_fit_is_told(learning: Collection) -> None:
    assert plan(learning, NONE_USUAL, TODAY, BY, most=2).left_out == 2
    assert plan(learning, NONE_USUAL, TODAY, TODAY + timedelta(days=1)).left_out == 10
    past = plan(learning, NONE_USUAL, TODAY, TODAY - timedelta(days=1))
    assert (past.left_out, list(past.days), past.heaviest) == (10, [], None)


def test_suspended_cards_are_not_planned(learning: Collection) -> None:
    learning.append([row("x/c0", What.SUSPEND)])
    assert plan(learning, NONE_USUAL, TODAY, BY).cards == 9


def test_the_usual_number_comes_where_it_is_more_than_it_takes(learning: Collection) -> None:
    found = plan(learning, Settings(new_per_day=6), TODAY, BY)
    assert (found.pace, found.enough, found.last_beginning) == (6, 3, TODAY + timedelta(days=1))


def test_the_limit_of_reviews_is_part_of_the_promise(learning: Collection) -> None:
    free = plan(learning, NONE_USUAL, TODAY, BY)
    held = plan(learning, Settings(new_per_day=0, reviews_per_day=1), TODAY, BY)
    assert held.chance < free.chance
    assert all(day.reviews <= 1 for day in held.days)
    assert [day.day for day in held.holding_back] == [TODAY + timedelta(days=days) for days in (1, 2, 3, 4)]
    assert not free.holding_back
    assert free.heaviest == max(free.days, key=lambda day: day.cards)


def test_reviews_done_today_count(learning: Collection) -> None:
    yesterday = NOW - timedelta(days=1)
    learning.append([good(f"x/c{number}", yesterday) for number in range(4)])
    learning.append([good("x/c0")])
    held = plan(learning, Settings(new_per_day=0, reviews_per_day=2), TODAY, BY)
    assert (held.days[0].reviews, held.days[0].held_back) == (1, 2)


def test_a_plan_that_is_followed_says_how_far_behind_one_is(learning: Collection) -> None:
    learning.append([good("x/c0")])
    followed = Settings(new_per_day=0, interview=BY, interview_since=TODAY)
    found = plan(learning, followed, TODAY + timedelta(days=2), BY)
    assert found.is_kept
    assert found.kept is not None
    assert (found.kept.planned, found.kept.begun, found.kept.behind, found.kept.days_behind) == (6, 1, 5, 5 / 3)
    today = plan(learning, followed, TODAY, BY).kept
    assert today is not None
    assert (today.planned, today.begun) == (0, 0)


def test_what_was_kept_as_the_most_holds_for_its_plan_alone(learning: Collection) -> None:
    followed = Settings(new_per_day=0, interview=BY, interview_most=2)
    assert plan(learning, followed, TODAY, BY).most == plan(learning, followed, TODAY, BY).pace == 2
    assert plan(learning, followed, TODAY, BY, most=1).pace == 1
    other = plan(learning, followed, TODAY, BY + timedelta(days=1))
    assert (other.most, other.is_kept, other.kept) == (None, False, None)


def test_a_card_takes_the_time_that_it_took(learning: Collection) -> None:
    learning.append([good("x/c0", milliseconds=9000), good("x/c0", milliseconds=3000), good("x/c1", milliseconds=6000)])
    assert plan(learning, NONE_USUAL, TODAY, BY).seconds == 9


def test_with_another_most_it_is_another_plan(learning: Collection) -> None:
    followed = Settings(new_per_day=0, interview=BY, interview_most=2, interview_since=TODAY)
    assert plan(learning, followed, TODAY, BY, most=2).is_kept
    other = plan(learning, followed, TODAY, BY, most=3)
    assert (other.pace, other.is_kept, other.kept) == (3, False, None)


def test_cards_taken_over_from_another_program_today_were_not_begun(learning: Collection) -> None:
    learning.append([row("x/c0", What.LEARNED), row("x/c1", What.LEARNED), good("x/c2")])
    found = plan(learning, NONE_USUAL, TODAY, BY)
    assert (found.unseen, found.begun) == (7, 1)


def test_a_card_that_was_begun_today_and_suspended_was_begun_as_the_queue_has_it(learning: Collection) -> None:
    learning.append([good("x/c0"), good("x/c1"), row("x/c1", What.SUSPEND)])
    found = plan(learning, NONE_USUAL, TODAY, BY)
    waits = learning.waits(TODAY)
    limit = new_limit(NONE_USUAL.but(interview=BY), waits.new_counts(), TODAY, waits.done())
    assert (found.begun, found.pace) == (2, limit)
    assert plan(learning, NONE_USUAL, TODAY, BY, ["2-b"]).begun == 0


@pytest.mark.parametrize("days", [1, 2])
def test_new_cards_that_come_too_late_to_be_repeated_are_planned_as_they_come(learning: Collection, days: int) -> None:
    """The usual number comes even then."""
    usual, by = Settings(new_per_day=3, interview_most=4), TODAY + timedelta(days=days)
    found = plan(learning, usual, TODAY, by, most=4)
    limits = [
        new_limit(usual.but(interview=by), {"1-a": left}, TODAY + timedelta(days=day), [])
        for day, left in enumerate((10, 6)[:days])
    ]
    assert [day.new for day in found.days] == limits == [4, 3][-days:]
    assert found.left_out == {1: 10, 2: 6}[days]


def test_a_new_card_that_was_buried_today_is_begun_in_time_all_the_same(learning: Collection) -> None:
    learning.append([row(f"x/c{number}", What.BURY) for number in range(3)])
    waits = learning.waits(TODAY)
    limit = new_limit(NONE_USUAL.but(interview=BY), waits.new_counts(), TODAY, waits.done())
    assert plan(learning, NONE_USUAL, TODAY, BY).pace == limit == 3


def test_what_is_known_if_nothing_is_done_is_what_statistics_tell(learning: Collection) -> None:
    day = timedelta(days=1)
    learning.append([good(card, NOW - 5 * day) for card in ("x/c0", "x/c1", "y/r", "y/s")])
    learning.append([row(card, grade=Grade.AGAIN, at=NOW - 3 * day) for card in ("y/r", "y/s")])
    ground = ground_of(learning)
    for decks in ((), ("1-a",), ("2-b",)):
        told = figures(ground, TODAY, decks, BY).ready.on
        assert plan(learning, NONE_USUAL, TODAY, BY, decks, ground=ground).without == told


def test_cards_whose_text_vanished_are_not_planned(learning: Collection) -> None:
    learning.append([good("y/r"), good("y/s")])
    root = write_cards(learning.path.parent / "cards", {"2-b/y.md": questions("s")})
    learning.read_folders([root], NOW + timedelta(minutes=1))
    found = plan(learning, NONE_USUAL, TODAY, BY, ["2-b"])
    assert (found.cards, found.unseen, found.begun) == (1, 0, 1)


def test_the_time_of_a_card_is_that_of_all_days_whatever_is_counted(learning: Collection) -> None:
    learning.append([good("x/c0", milliseconds=9000)])
    ground = ground_of(learning, since=TODAY + timedelta(days=1))
    assert plan(learning, NONE_USUAL, TODAY, BY, ground=ground) == plan(learning, NONE_USUAL, TODAY, BY)


def test_a_deck_without_answers_takes_the_time_of_the_others(learning: Collection) -> None:
    learning.append([good("x/c0", milliseconds=9000)])
    assert plan(learning, NONE_USUAL, TODAY, BY, ["2-b"]).seconds == 9
