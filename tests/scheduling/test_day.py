"""The learner's day: from 04:00 by the clock on the wall, wherever that hangs."""

import time as clock
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.scheduling.day import learners_day, start_of
from tests.soak import examples

BERLIN, NEW_YORK, APIA = ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York"), ZoneInfo("Pacific/Apia")
ZONES = ["Europe/Berlin", "America/New_York", "Pacific/Apia", "Asia/Shanghai", "Asia/Kathmandu", "America/Havana"]


@pytest.mark.parametrize(
    ("zone", "wall", "day"),
    [
        # Clocks go forward at 02:00, and back at 03:00 (Berlin) or 02:00 (New York): until 04:00 it is yesterday.
        (BERLIN, "2026-03-29 03:59", "2026-03-28"),
        (BERLIN, "2026-03-29 04:00", "2026-03-29"),
        (BERLIN, "2026-03-30 03:59", "2026-03-29"),
        (BERLIN, "2026-10-25 03:59", "2026-10-24"),
        (BERLIN, "2026-10-25 04:00", "2026-10-25"),
        (NEW_YORK, "2026-03-08 03:59", "2026-03-07"),
        (NEW_YORK, "2026-03-08 04:00", "2026-03-08"),
        (NEW_YORK, "2026-11-01 03:59", "2026-10-31"),
        (NEW_YORK, "2026-11-01 04:00", "2026-11-01"),
        (APIA, "2026-07-01 03:59", "2026-06-30"),
        (APIA, "2026-07-01 04:00", "2026-07-01"),
    ],
)
def test_the_day_turns_at_four_by_the_wall_clock(zone: ZoneInfo, wall: str, day: str) -> None:
    now = datetime.fromisoformat(wall).replace(tzinfo=zone)
    assert learners_day(now.astimezone(UTC), zone) == date.fromisoformat(day)


def test_both_passes_of_the_repeated_hour_belong_to_the_day_before() -> None:
    for fold in (0, 1):
        now = datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN, fold=fold)
        assert learners_day(now.astimezone(UTC), BERLIN) == date(2026, 10, 24)


@pytest.mark.parametrize(
    ("zone", "day", "hours"),
    [
        (BERLIN, date(2026, 3, 28), 23),
        (BERLIN, date(2026, 10, 24), 25),
        (NEW_YORK, date(2026, 3, 7), 23),
        (NEW_YORK, date(2026, 10, 31), 25),
        (BERLIN, date(2026, 7, 1), 24),
    ],
)
def test_a_day_on_which_clocks_change_has_23_or_25_hours(zone: ZoneInfo, day: date, hours: int) -> None:
    start, end = (start_of(each, zone) for each in (day, day + timedelta(days=1)))
    assert end - start == timedelta(hours=hours)


def test_one_instant_is_another_day_on_the_other_side_of_the_date_line() -> None:
    now = datetime(2026, 7, 1, 20, tzinfo=UTC)
    assert learners_day(now, APIA) == date(2026, 7, 2)
    assert learners_day(now, ZoneInfo("Pacific/Pago_Pago")) == date(2026, 7, 1)


def test_a_day_that_the_date_line_swallowed_never_was() -> None:
    # Samoa went from the 29th of December 2011 straight to the 31st.
    night = datetime(2011, 12, 31, 3, 59, tzinfo=APIA).astimezone(UTC)
    assert learners_day(night, APIA) == date(2011, 12, 29)
    assert learners_day(night + timedelta(minutes=1), APIA) == date(2011, 12, 31)


def test_a_day_that_begins_in_the_repeated_hour_begins_once() -> None:
    half_past_two = time(2, 30)
    start = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert start_of(date(2026, 10, 25), BERLIN, half_past_two) == start
    days = {learners_day(start + timedelta(minutes=m), BERLIN, half_past_two) for m in range(120)}
    assert days == {date(2026, 10, 25)}


def test_a_day_that_begins_in_the_skipped_hour_begins_after_it() -> None:
    start = start_of(date(2026, 3, 29), BERLIN, time(2, 30))
    assert start.astimezone(BERLIN).hour == 3


@settings(max_examples=examples(200), deadline=None)
@given(st.sampled_from(ZONES), st.dates(date(2012, 1, 1), date(2037, 1, 1)), st.times())
def test_the_start_of_a_day_is_its_first_instant(zone: str, day: date, starts_at: time) -> None:
    where = ZoneInfo(zone)
    start = start_of(day, where, starts_at)
    assert learners_day(start, where, starts_at) == day
    assert learners_day(start - timedelta(microseconds=1), where, starts_at) == day - timedelta(days=1)


@settings(max_examples=examples(200), deadline=None)
@given(
    st.sampled_from(ZONES),
    st.integers(0, 27 * 366 * 24 * 60),
    st.timedeltas(timedelta(0), timedelta(days=3)),
    st.times(),
)
def test_days_never_go_back(zone: str, minutes: int, later: timedelta, starts_at: time) -> None:
    where, now = ZoneInfo(zone), datetime(2010, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    assert learners_day(now, where, starts_at) <= learners_day(now + later, where, starts_at)


@pytest.mark.parametrize("zone", ZONES)
def test_without_a_zone_the_systems_holds(zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", zone)
    clock.tzset()
    for hours in range(0, 24 * 365, 7):
        now = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=hours)
        assert learners_day(now) == learners_day(now, ZoneInfo(zone))


def test_an_instant_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        learners_day(datetime(2026, 3, 4, 9, 0))  # noqa: DTZ001  the very thing that is refused
