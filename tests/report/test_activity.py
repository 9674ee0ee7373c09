"""What was done, in words: today, over a year, by the hour."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from quizapp.report.charts import HeatMap
from quizapp.report.sections.activity import level_bounds, year
from quizapp.report.weeks import weeks
from quizapp.study.statistics.figures import DayFigures, Share
from tests.report.learners import MUCH, NOTHING, section
from tests.study.statistics.past import day


def test_today_is_told_with_what_still_waits() -> None:
    assert section("today").words == [
        "3 answers in 1 min, 1 new card.",
        "Recalled among reviews: 50% of 2.",
        "Still due today: 4 cards.",
    ]
    assert section("today", NOTHING).words == ["Nothing answered yet.", "Still due today: 0 cards."]


@pytest.mark.parametrize(
    ("coming", "limit", "said"),
    [
        (None, None, "Still due today: 3\u202f354 cards."),
        (3354, None, "Still due today: 3\u202f354 cards."),
        (
            154,
            200,
            "Still to come today: 154 cards, by your limit of 200 a day; 3\u202f354 are due in all.",
        ),
        (3300, None, "Still to come today: 3\u202f300 cards; 3\u202f354 are due in all."),
    ],
)
def test_what_comes_today_is_told_beside_all_that_is_due_where_that_is_more(
    coming: int | None, limit: int | None, said: str
) -> None:
    update = {"due": 3354, "coming": coming, "reviews_per_day": limit}
    assert section("today", MUCH.model_copy(update=update)).words[-1] == said


def test_the_year_tells_the_streak_and_what_each_sign_stands_for() -> None:
    found = section("year")
    assert found.words == [
        "Streak: 1 day; the longest: 10 days.",
        "Answered on 10 days; 55 answers in all.",
        "Answers a day: · 0   ░ 1–3   ▒ 4–5   ▓ 6–8   █ 9–10",
    ]
    chart = found.charts[0]
    assert isinstance(chart, HeatMap)
    assert [chart.levels[day(number)] for number in range(10)] == [1, 1, 1, 2, 2, 3, 3, 3, 4, 4]


@pytest.mark.parametrize(
    ("counts", "legend"),
    [([5], "· 0   ░ 1–5"), ([3, 3, 3, 9], "· 0   ░ 1–3   █ 4–9"), ([1, 2], "· 0   ░ 1   ▓ 2")],
)
def test_a_level_that_no_day_has_is_not_in_the_legend(counts: Sequence[int], legend: str) -> None:
    days = [DayFigures(day=day(number), answers=count) for number, count in enumerate(counts)]
    found = year(NOTHING.model_copy(update={"days": days, "today": days[-1]}))
    assert found.words[-1] == f"Answers a day: {legend}"
    chart = found.charts[0]
    assert isinstance(chart, HeatMap)
    shown = {" ·░▒▓█"[chart.levels[one.day] + 1] for one in days}
    assert shown <= {*legend}


def test_levels_are_quarters_of_the_days_that_have_answers() -> None:
    days = [DayFigures(day=day(number), answers=number) for number in range(1, 101)]
    assert level_bounds(days) == [25, 50, 75]
    assert level_bounds([]) == []


def test_what_is_older_than_the_first_week_of_the_year_is_not_in_it_and_that_week_is_whole() -> None:
    first = weeks(MUCH.today.day)[0]
    assert (first.weekday(), (MUCH.today.day - first).days // 7) == (0, 52)
    for day_before, shown in ((first - timedelta(days=1), False), (first, True)):
        old = DayFigures(day=day_before, answers=500)
        found = year(MUCH.model_copy(update={"days": [old, *MUCH.days]}))
        assert found.words[1] == "Answered on 10 days; 555 answers in all."
        assert ("500" in found.words[2]) is shown


@pytest.mark.parametrize(
    ("best", "words"),
    [
        ((99, 110), "No hour stands out."),
        ((100, 100), "You recall most in the hour from 20:00: 100% of 100, on the whole 81%."),
        ((20, 20), "No hour stands out."),
    ],
)
def test_an_hour_is_told_where_chance_would_hardly_make_it_so(best: tuple[int, int], words: str) -> None:
    hours = [Share() for _ in range(24)]
    hours[9] = Share(asked=900, recalled=710)
    hours[20] = Share(asked=best[1], recalled=best[0])
    assert section("hours", MUCH.model_copy(update={"hours": hours})).words == [words]
