import time
from datetime import UTC, datetime, timedelta, timezone

import pytest

from quizapp.cli import clock
from quizapp.errors import UsageError


def test_the_clock_starts_where_quizapp_now_says_and_moves_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizapp.cli.clock.monotonic", iter([100.0, 100.0, 107.5]).__next__)
    monkeypatch.setenv("QUIZAPP_NOW", "2026-11-24T08:00:00+08:00")
    start = datetime(2026, 11, 24, 8, tzinfo=timezone(timedelta(hours=8)))
    assert clock.now() == start
    assert clock.now() == start + timedelta(seconds=7.5)


@pytest.mark.parametrize(
    "said",
    [
        *("yesterday", "2026-11-24T08:00:00", "2026-13-01T00:00:00Z"),
        *("0001-01-01T00:00:00Z", "1969-12-31T23:59:59Z", "3000-01-01T00:00:00Z", "9999-12-31T23:59:59Z"),
    ],
)
def test_what_is_no_aware_instant_is_refused(monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    monkeypatch.setenv("QUIZAPP_NOW", said)
    with pytest.raises(UsageError, match="QUIZAPP_NOW"):
        clock.now()


def test_without_it_the_instant_is_aware(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QUIZAPP_NOW", raising=False)
    assert clock.now().astimezone(UTC).utcoffset() == timedelta(0)
    assert clock.now().tzinfo is not None


def test_a_zone_that_is_days_away_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QUIZAPP_NOW", raising=False)
    try:
        with monkeypatch.context() as elsewhere:
            elsewhere.setenv("TZ", "UTC+167")
            time.tzset()
            with pytest.raises(UsageError, match=r"TZ is no time zone: UTC\+167: write it as Asia/Shanghai"):
                clock.now()
    finally:
        time.tzset()
