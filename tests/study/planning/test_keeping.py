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
        keep(desk, TODAY, BY, ["a", "b"], 5)
        assert is_kept(desk.settings, BY, ["b", "a"])
        assert (desk.settings.interview_most, desk.settings.interview_since) == (5, TODAY)
        keep(desk, TODAY + timedelta(days=1), BY, [])
        assert is_kept(desk.settings, BY, [])
        assert not is_kept(desk.settings, BY, ["a"])
        assert (desk.settings.interview_most, desk.settings.interview_since) == (None, TODAY + timedelta(days=1))
        assert drop(desk)
        assert not drop(desk)
        assert [value for key, value in vars(desk.settings).items() if key.startswith("interview_")] == [(), None, None]
        assert desk.settings.interview is None


def test_on_the_day_itself_it_is_too_late_to_keep_one(where: Places) -> None:
    with open_desk(where, NOW) as desk:
        with pytest.raises(UsageError, match="is today, too late"):
            keep(desk, TODAY, TODAY, [])
        assert desk.settings.interview is None


def test_without_a_day_none_is_kept() -> None:
    assert not is_kept(Settings(), BY, [])


@pytest.mark.parametrize("days", [-1, LONGEST + 1])
def test_what_is_over_or_too_far_is_not_planned_for(days: int) -> None:
    with pytest.raises(UsageError, match="is not a day to plan for"):
        to_come(TODAY + timedelta(days=days), TODAY)


@pytest.mark.parametrize("days", [0, 1, LONGEST])
def test_a_day_to_come_is_one(days: int) -> None:
    assert to_come(TODAY + timedelta(days=days), TODAY) == TODAY + timedelta(days=days)


def test_decks_in_the_settings_file_do_not_narrow_a_plan_for_all(where: Places) -> None:
    where.config_file.parent.mkdir(parents=True, exist_ok=True)
    where.config_file.write_text("bundled = false\ninterview_decks = ['a']\n", encoding="utf-8")
    with open_desk(where, NOW) as desk:
        keep(desk, TODAY, BY, [])
        assert is_kept(desk.settings, BY, [])


def test_a_plan_that_stands_in_the_settings_file_is_not_said_to_be_dropped(where: Places) -> None:
    where.config_file.parent.mkdir(parents=True, exist_ok=True)
    where.config_file.write_text(f"bundled = false\ninterview = {BY}\n", encoding="utf-8")
    with open_desk(where, NOW) as desk, pytest.raises(UsageError, match=f"has a plan for {BY}: remove the line"):
        drop(desk)
