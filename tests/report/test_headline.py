"""The figures that a report begins with."""

from dataclasses import replace

from quizapp.report.headline import Figure, headline
from quizapp.study.planning.load import DayLoad
from quizapp.study.planning.plan import Plan
from tests.report.learners import MUCH, NOTHING
from tests.study.statistics.past import day

PLAN = Plan(
    by=day(40),
    decks=[],
    cards=4,
    unseen=1,
    begun=0,
    pace=1,
    enough=1,
    most=None,
    left_out=0,
    days=[],
    chance=0.8,
    without=0.4,
    seconds=9,
    is_kept=False,
    kept=None,
)


def test_they_are_told_with_what_they_rest_on() -> None:
    assert headline(MUCH) == [
        Figure("Streak", "1 day", "the longest: 10 days"),
        Figure("Retention", "89%", "of 9 reviews"),
        Figure("Readiness", "60%", "40% on 2026-02-10, if nothing is done"),
        Figure("Cards", "4", "0 mature, 1 new"),
        Figure("Answers", "55", "in 2 h 0 min"),
    ]


def test_a_plan_says_how_ready_it_makes() -> None:
    plan = replace(PLAN, days=[DayLoad(day(39), 0, 1)])
    assert headline(MUCH, plan)[2] == Figure("Readiness", "60%", "by the plan 80% on 2026-02-10")


def test_who_has_done_nothing_has_figures_too() -> None:
    assert [figure.value for figure in headline(NOTHING)] == ["0 days", "–", "0%", "0", "0"]
    assert headline(NOTHING)[2].beside == ""
