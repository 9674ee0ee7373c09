"""A plan in words."""

from dataclasses import replace
from datetime import timedelta

from quizapp.config import Settings
from quizapp.report.charts import Columns, Section
from quizapp.report.sections.planned import planned
from quizapp.study.planning.load import DayLoad
from quizapp.study.planning.plan import Plan
from tests.report.learners import NAMES
from tests.report.test_headline import PLAN
from tests.study.statistics.past import day


def _planned(plan: Plan, **settings: object) -> Section:
    return planned(plan, Settings(**settings), NAMES)  # type: ignore[arg-type]


def test_words_and_columns_round_what_is_expected_alike() -> None:
    reviews = sum([0.1] * 3) * 10  # 3.0000000000000004
    assert reviews > 3
    found = _planned(replace(PLAN, days=[DayLoad(day(0), 0, reviews)]))
    assert any(words.startswith("About 3 cards a day,") and words.endswith(": 3.") for words in found.words)
    chart = found.charts[0]
    assert isinstance(chart, Columns)
    assert [*chart.values] == [3]


def test_a_fraction_of_a_card_is_a_card() -> None:
    chart = _planned(replace(PLAN, days=[DayLoad(day(0), 0, 0.01)])).charts[0]
    assert isinstance(chart, Columns)
    assert [*chart.values] == [1]


def test_many_days_are_told_by_weeks() -> None:
    days = [DayLoad(day(number), 1, 0) for number in range(60)]
    chart = _planned(replace(PLAN, by=day(60), days=days)).charts[0]
    assert isinstance(chart, Columns)
    assert (len(chart.values), sum(chart.values), chart.values[-1]) == (9, 60, 4)
    assert chart.names[1] == f"{day(0) + timedelta(days=7)}"


def test_a_plan_for_other_decks_is_told_to_be_another() -> None:
    found = _planned(PLAN, interview=day(40), interview_decks=("d",))
    assert found.words[-1] == "Another plan is kept: 2026-02-10, The deck."


def test_what_still_waits_is_told_of_the_last_day() -> None:
    days = [DayLoad(day(0), 0, 1, 0.4), DayLoad(day(1), 0, 1, 7.0), DayLoad(day(2), 0, 1, 2.6)]
    words = _planned(replace(PLAN, days=days), reviews_per_day=1).words
    assert (
        "Your limit of reviews, 1 a day, holds cards back on 2 days, first on 2026-01-02; 3 still wait in the end."
        in words
    )
