"""A year of days, week by week."""

from datetime import date

import pytest

from quizapp.report.weeks import months, months_above, weeks


def test_weeks_begin_on_mondays_and_the_last_holds_the_last_day() -> None:
    found = weeks(date(2026, 11, 28))
    assert (len(found), found[0], found[-1]) == (53, date(2025, 11, 24), date(2026, 11, 23))
    assert {week.weekday() for week in found} == {0}
    assert weeks(date(2026, 11, 29), 1) == [date(2026, 11, 23)]


@pytest.mark.parametrize(
    ("last", "first"),
    [(date(2026, 11, 28), {1: "12", 6: "01"}), (date(2026, 11, 7), {0: "11", 4: "12"})],
)
def test_months_stand_above_the_first_week_that_begins_in_them(last: date, first: dict[int, str]) -> None:
    """The month of the first week alone has no room: the next begins a week later."""
    found = months(weeks(last))
    assert dict([*found.items()][:2]) == first
    assert len(found) == (12 if 1 in first else 13)


def test_of_two_months_in_two_weeks_the_second_is_told() -> None:
    assert months(weeks(date(2026, 12, 7), 2)) == {1: "12"}
    assert months(weeks(date(2026, 12, 7), 1)) == {0: "12"}


def test_a_month_beyond_the_room_is_left_out() -> None:
    assert months_above(weeks(date(2026, 12, 7)), 53).split()[-1] == "11"
    assert months_above(weeks(date(2026, 12, 7)), 54).split()[-1] == "12"
