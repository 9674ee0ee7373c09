"""A learner who has done nothing, and one who has done much; and what a report tells of them."""

from quizapp.report.charts import Bars, Section
from quizapp.report.names import Names
from quizapp.report.sections import sections
from quizapp.study.statistics.figures import (
    DayFigures,
    DueOn,
    IntervalShare,
    Leech,
    Maturity,
    Mistake,
    Readiness,
    Retention,
    Share,
    Statistics,
    Streak,
    TimeFigures,
)
from tests.study.statistics.past import day

NOTHING = Statistics(
    today=DayFigures(day=day(0)),
    due=0,
    days=[],
    streak=Streak(now=0, longest=0, days=0),
    forecast=[DueOn(day=day(number), due=0) for number in range(365)],
    retention=Retention(all=Share(), young=Share(), mature=Share(), months={}, decks={}, intervals=[]),
    maturity=Maturity(),
    time=TimeFigures(total=0, a_day=None, an_answer=None, decks={}),
    easiness={},
    grades=dict.fromkeys(range(6), 0),
    hours=[Share()] * 24,
    leeches=[],
    mistakes=[],
    readiness=[],
    ready=Readiness(topic="", deck="", cards=0, seen=0, today=0),
)
MUCH = NOTHING.model_copy(
    update={
        "today": DayFigures(day=day(9), answers=3, new=1, seconds=75, reviews=Share(asked=2, recalled=1)),
        "due": 4,
        "days": [DayFigures(day=day(number), answers=number + 1) for number in range(10)],
        "streak": Streak(now=1, longest=10, days=10),
        "forecast": [DueOn(day=day(9 + number), due=4 * (number in (0, 31))) for number in range(365)],
        "retention": Retention(
            all=Share(asked=9, recalled=8),
            young=Share(asked=9, recalled=8),
            mature=Share(),
            months={"2026-01": Share(asked=9, recalled=8)},
            decks={"d": Share(asked=5, recalled=4), "": Share(asked=4, recalled=4)},
            intervals=[
                IntervalShare(first=1, last=1, reviews=Share(asked=2, recalled=2)),
                IntervalShare(first=2, last=6, reviews=Share(asked=1, recalled=1)),
                IntervalShare(first=180, last=None, reviews=Share(asked=1, recalled=0)),
            ],
        ),
        "maturity": Maturity(new=1, young=3),
        "time": TimeFigures(total=7200, a_day=720, an_answer=8, decks={"d": 7200}),
        "easiness": {"2.5": 3},
        "grades": {0: 0, 1: 1, 2: 0, 3: 1, 4: 6, 5: 0},
        "hours": [Share(asked=20, recalled=10 + hour) if hour < 2 else Share() for hour in range(24)],
        "leeches": [Leech(card="t/bad", deck="d", lapses=9)],
        "mistakes": [Mistake(name="no-bias", times=3, last=day(8), cards={"t/c": 2, "t/d": 1})],
        "readiness": [Readiness(topic="t", deck="d", cards=4, seen=3, today=0.6, on=0.4)],
        "ready": Readiness(topic="", deck="", cards=4, seen=3, today=0.6, on=0.4),
        "on": day(40),
    }
)
NAMES = Names({"d": "The deck"}, {"t": "The topic"}, {"t/bad": "What is bad?", "t/c": "How many?"})


def section(name: str, figures: Statistics = MUCH, names: Names = NAMES) -> Section:
    """One part of a report."""
    return next(found for found in sections(figures, names) if found.name == name)


def bars(found: Section, number: int = 0) -> list[tuple[str, str]]:
    """The labels of a chart's bars, and what they say."""
    chart = found.charts[number]
    assert isinstance(chart, Bars)
    return [(bar.label, bar.told) for bar in chart.bars]
