"""Days as people write them."""

import contextlib
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.errors import UsageError
from quizapp.i18n import speaking
from quizapp.study.days import day_of

TODAY = date(2026, 12, 31)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2026-12-31", 0),
        (" 2027-01-15 ", 15),
        ("today", 0),
        ("今天", 0),
        ("Tomorrow", 1),
        ("明天", 1),
        ("yesterday", -1),
        ("+30", 30),
        ("＋３０", 30),
        ("-7", -7),
        ("in 30 days", 30),
        ("in  1 day", 1),
        ("30天后", 30),
    ],
)
def test_a_day_is_a_date_or_so_many_days_from_today(text: str, days: int) -> None:
    assert day_of(text, TODAY) == TODAY + timedelta(days=days)


@pytest.mark.parametrize("text", ["", "soon", "15.1.2027", "30", "2027-02-30", "+99999999", "+ 3", "-99999 ", "in 30"])
def test_what_is_none_is_refused_with_what_would_be_one(text: str) -> None:
    with pytest.raises(UsageError, match=r"is no day: write it as 2027-01-15, \+30 or tomorrow"):
        day_of(text, date(200, 1, 1) if text.startswith("-") else TODAY)


@given(st.text(max_size=20))
def test_nothing_but_a_day_or_a_usage_error_comes_of_any_text(text: str) -> None:
    with contextlib.suppress(UsageError):
        assert isinstance(day_of(text, TODAY), date)


def test_what_is_no_day_is_told_in_the_language_of_the_program() -> None:
    with pytest.raises(UsageError) as told:
        day_of("17", TODAY)
    with speaking("zh"):
        assert str(told.value) == "“17”不是日期：请写成 2027-01-15、+30 或“明天”"
