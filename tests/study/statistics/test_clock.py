"""The hour that a clock showed."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.study.statistics.clock import Clock

ZONES = ("UTC", "Europe/Berlin", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Chatham", "America/St_Johns")


@pytest.mark.parametrize("name", ZONES)
def test_it_is_the_hour_of_that_place_summer_and_winter(name: str) -> None:
    zone = ZoneInfo(name)
    clock = Clock(zone)
    start = datetime(2026, 1, 1, tzinfo=UTC)
    for minutes in range(0, 366 * 24 * 60, 7):
        at = start + timedelta(minutes=minutes)
        assert clock.hour(_quarter(at)) == at.astimezone(zone).hour


@given(st.integers(0, 2**31).map(lambda seconds: datetime.fromtimestamp(seconds, UTC)))
def test_an_instant_has_the_hour_of_the_system(at: datetime) -> None:
    assert Clock().hour(_quarter(at)) == at.astimezone().hour


def _quarter(at: datetime) -> int:
    return int(at.timestamp()) // 900
