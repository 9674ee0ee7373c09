"""How many cards to begin a day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.study.planning.beginnings import beginnings
from quizapp.study.planning.pace import days_to_begin, last_beginning, pace

TODAY = date(2026, 11, 28)


def _in(days: int) -> date:
    return TODAY + timedelta(days=days)


def test_the_last_card_is_begun_in_time_to_be_repeated_the_day_before() -> None:
    assert last_beginning(_in(5)) == _in(3)
    assert days_to_begin(TODAY, _in(5)) == 4


@pytest.mark.parametrize(("days", "left"), [(-3, 0), (0, 0), (1, 0), (2, 1), (3, 2)])
def test_too_late_is_no_day(days: int, left: int) -> None:
    assert days_to_begin(TODAY, _in(days)) == left
    assert pace(10, TODAY, _in(days)) == (-(-10 // left) if left else 0)


def test_a_day_that_was_missed_makes_the_others_fuller() -> None:
    assert pace(20, TODAY, _in(6)) == 4
    assert pace(20, _in(1), _in(6)) == 5


def test_what_was_begun_today_counts_for_today() -> None:
    assert pace(12, TODAY, _in(5), begun=4) == 4
    assert beginnings(12, TODAY, _in(5), begun=4) == {TODAY: 0, _in(1): 4, _in(2): 4, _in(3): 4, _in(4): 0}


def test_no_more_than_the_most() -> None:
    assert beginnings(100, TODAY, _in(4), most=10) == {TODAY: 10, _in(1): 10, _in(2): 10, _in(3): 0}
    assert beginnings(100, TODAY, _in(4), begun=4, most=10)[TODAY] == 6


def test_no_fewer_than_usual_as_long_as_there_are_any() -> None:
    assert beginnings(7, TODAY, _in(6), usual=3) == {
        TODAY: 3,
        _in(1): 3,
        _in(2): 1,
        **{_in(days): 0 for days in (3, 4, 5)},
    }
    assert beginnings(7, TODAY, _in(6), begun=1, usual=3)[TODAY] == 2
    assert beginnings(7, TODAY, _in(6), usual=3, most=2)[TODAY] == 2


@given(st.integers(0, 5000), st.integers(-5, 200), st.integers(0, 50))
def test_all_are_begun_in_time_as_evenly_as_can_be(unseen: int, days: int, begun: int) -> None:
    by = _in(days)
    new = beginnings(unseen, TODAY, by, begun)
    assert sum(new.values()) == (unseen if days >= 2 else 0)
    in_time = {day: count for day, count in new.items() if day <= last_beginning(by)}
    assert sum(in_time.values()) == sum(new.values())
    later = [count for day, count in in_time.items() if day != TODAY]
    assert not later or max(later) - min(later) <= 1
    assert new.get(TODAY, 0) <= max(pace(unseen, TODAY, by, begun) - begun, 0) or not later
