"""A plan in words."""

from dataclasses import replace
from datetime import timedelta

import pytest

from quizapp.config import Settings
from quizapp.report.charts import Columns, Section
from quizapp.report.sections.planned import planned
from quizapp.study.planning.load import DayLoad
from quizapp.study.planning.plan import Plan
from quizapp.study.planning.progress import Kept
from tests.report.learners import NAMES
from tests.report.test_headline import PLAN
from tests.study.statistics.past import day


def _planned(plan: Plan, **settings: object) -> Section:
    return planned(plan, Settings(**settings), NAMES)


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
    plan = replace(PLAN, days=[DayLoad(day(0), 0, 0)])
    found = _planned(plan, interview=day(40), interview_decks=("d",))
    assert found.words[-1] == "Another plan is kept: 2026-02-10, The deck."
    found = _planned(plan, interview=day(40), interview_decks=("d",), interview_most=3)
    assert found.words[-1] == "Another plan is kept: 2026-02-10, The deck, at most 3 new cards a day."


def test_what_still_waits_is_told_of_the_last_day() -> None:
    days = [DayLoad(day(0), 0, 1, 0.4), DayLoad(day(1), 0, 1, 7.0), DayLoad(day(2), 0, 1, 2.6)]
    words = _planned(replace(PLAN, days=days), reviews_per_day=1).words
    assert (
        "Your limit of reviews, 1 a day, holds cards back on 2 days, first on 2026-01-02; 3 still wait in the end: a "
        "higher limit lets them come, or a plan for fewer decks." in words
    )
    days[-1] = DayLoad(day(2), 0, 1, 0.2)
    words = _planned(replace(PLAN, days=days), reviews_per_day=1).words
    assert "Your limit of reviews, 1 a day, holds cards back on 1 day, 2026-01-02." in words


def test_that_all_are_repeated_is_told_only_where_it_is_so() -> None:
    days = [DayLoad(day(0), 1, 0), DayLoad(day(1), 0, 1)]
    last = "the last ones on 2026-01-01"
    assert f"New today: 1; {last}, so that all are repeated." in _planned(replace(PLAN, days=days)).words
    waiting = [days[0], DayLoad(day(1), 0, 0, 1.0)]
    for short in (replace(PLAN, days=waiting), replace(PLAN, days=days, left_out=2, most=1)):
        assert f"New today: 1; {last}." in _planned(short).words


@pytest.mark.parametrize(("usual", "told"), [(3, ", as usual;"), (10, ";")])
def test_as_usual_is_told_only_where_it_is_so(usual: int, told: str) -> None:
    plan = replace(PLAN, pace=3, enough=2, most=3, days=[DayLoad(day(0), 3, 0)])
    words = _planned(plan, new_per_day=usual).words
    assert f"New today: 3{told} 2 would be enough. The last ones on 2026-01-01." in words


def test_what_the_learners_own_limit_leaves_out_is_told_to_be_its_doing() -> None:
    plan = replace(PLAN, pace=3, enough=12, most=3, left_out=87, days=[DayLoad(day(0), 3, 0)])
    assert "You want at most 3 new ones a day; 12 would be enough for all." in _planned(plan).words
    assert not any("would be enough for all" in words for words in _planned(replace(plan, most=None)).words)


def test_on_the_day_nothing_is_told_of_days_to_come() -> None:
    kept = Kept(day(0), 10, 4, 2)
    found = _planned(replace(PLAN, is_kept=True, kept=kept, left_out=1), interview=day(40))
    assert [*found.words] == [
        "Today is the day. 4 cards, 1 of them not seen.",
        "You would recall 80% of them.",
        f"New cards from {day(0)} until yesterday: 4 of 10 planned.",
    ]


def test_days_that_cannot_make_up_for_those_missed_are_not_promised_to() -> None:
    """A plan one day before its day said that nothing fits any more, and that the days left make up for it."""
    plan = replace(PLAN, is_kept=True, kept=Kept(day(0), 10, 4, 2), days=[DayLoad(day(2), 1, 1)])
    assert "You are about 3 days behind; the days left make up for it." in _planned(plan).words
    for short in (replace(plan, left_out=5), replace(plan, days=[DayLoad(day(2), 1, 1, 4.0)])):
        assert _planned(short).words[-1] == "You are about 3 days behind."


def test_in_the_last_days_practice_is_named() -> None:
    named = "`quizapp review --due-after 2026-02-10` practises what comes only after the day."
    days = [DayLoad(day(number), 0, 1) for number in range(33, 40)]
    assert named in _planned(replace(PLAN, days=days)).words
    assert named not in _planned(replace(PLAN, days=[DayLoad(day(32), 0, 1), *days])).words
    by_key = planned(replace(PLAN, days=days), Settings(), NAMES, "c").words
    assert "c practises what comes only after the day." in by_key


def test_decks_that_hold_no_card_any_more_are_told() -> None:
    assert _planned(replace(PLAN, cards=0, decks=["gone"])).words[0] == "No cards are in these decks."
    assert _planned(replace(PLAN, cards=0)).words[0] == "No cards yet."
