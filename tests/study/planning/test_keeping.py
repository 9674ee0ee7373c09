"""The plan that is kept."""

from datetime import timedelta

import pytest

from quizapp.config import Settings
from quizapp.errors import UsageError
from quizapp.paths import Places
from quizapp.study.opening import open_desk
from quizapp.study.planning.keeping import LONGEST, drop, is_kept, keep, to_come
from tests.conftest import NOW

TODAY = NOW.date()
BY = TODAY + timedelta(days=30)


def test_a_plan_takes_the_place_of_another_and_is_dropped_whole(where: Places) -> None:
    with open_desk(where, NOW) as desk:
        keep(desk, BY, ["a", "b"])
        assert is_kept(desk.settings, BY, ["b", "a"])
        keep(desk, BY, [])
        assert is_kept(desk.settings, BY, [])
        assert not is_kept(desk.settings, BY, ["a"])
        drop(desk)
        assert (desk.settings.interview, desk.settings.interview_decks) == (None, ())


def test_without_a_day_none_is_kept() -> None:
    assert not is_kept(Settings(), BY, [])


@pytest.mark.parametrize("days", [-1, 0, LONGEST + 1])
def test_what_is_over_or_too_far_is_not_planned_for(days: int) -> None:
    with pytest.raises(UsageError, match="is not a day to plan for"):
        to_come(TODAY + timedelta(days=days), TODAY)


@pytest.mark.parametrize("days", [1, LONGEST])
def test_a_day_to_come_is_one(days: int) -> None:
    assert to_come(TODAY + timedelta(days=days), TODAY) == TODAY + timedelta(days=days)
