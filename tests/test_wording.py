"""Days, durations, numbers and shares in words."""

import pytest

from quizapp.wording import duration, interval, number, percent


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        (0, "0 s"),
        (59.4, "59 s"),
        (59.6, "1 min"),
        (89, "1 min"),
        (3569, "59 min"),
        (3571, "1 h 0 min"),
        (9000, "2 h 30 min"),
    ],
)
def test_a_duration_is_told_in_the_unit_to_which_it_is_rounded(seconds: float, told: str) -> None:
    assert duration(seconds) == told


@pytest.mark.parametrize(
    ("days", "told"), [(1, "1d"), (59, "59d"), (60, "2mo"), (365, "12mo"), (366, "1y"), (584, "1.6y")]
)
def test_an_interval_is_told_in_days_months_or_years(days: int, told: str) -> None:
    assert interval(days) == told


@pytest.mark.parametrize(("share", "told"), [(0, "0%"), (0.001, "1%"), (0.5, "50%"), (0.999, "99%"), (1, "100%")])
def test_all_and_none_are_told_only_where_it_is_all_or_none(share: float, told: str) -> None:
    assert percent(share) == told


def test_thousands_stand_apart() -> None:
    assert (number(999), number(1234567)) == ("999", "1\u202f234\u202f567")
