"""What figures say in words."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from quizapp import i18n
from quizapp.report.charts import Bars, HeatMap, Section
from quizapp.report.names import Names
from quizapp.report.sections import named_cards, sections
from quizapp.report.sections.activity import first_day, level_bounds, year
from quizapp.report.sections.mistakes import in_words
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


def _section(name: str, figures: Statistics = MUCH, names: Names = NAMES) -> Section:
    return next(section for section in sections(figures, names) if section.name == name)


def _bars(section: Section, number: int = 0) -> list[tuple[str, str]]:
    chart = section.charts[number]
    assert isinstance(chart, Bars)
    return [(bar.label, bar.told) for bar in chart.bars]


def test_today_is_told_with_what_still_waits() -> None:
    assert _section("today").words == [
        "3 answers in 1 min, 1 new card.",
        "Recalled among reviews: 50% of 2.",
        "Still due today: 4 cards.",
    ]
    assert _section("today", NOTHING).words == ["Nothing answered yet.", "Still due today: 0 cards."]


def test_the_year_tells_the_streak_and_what_each_sign_stands_for() -> None:
    section = _section("year")
    assert section.words == [
        "Streak: 1 day; the longest: 10 days.",
        "Answered on 10 days; 55 answers in all.",
        "Answers a day: · 0   ░ 1–3   ▒ 4–5   ▓ 6–8   █ 9–10",
    ]
    chart = section.charts[0]
    assert isinstance(chart, HeatMap)
    assert [chart.levels[day(number)] for number in range(10)] == [1, 1, 1, 2, 2, 3, 3, 3, 4, 4]


@pytest.mark.parametrize(
    ("counts", "legend"),
    [([5], "· 0   ░ 1–5"), ([3, 3, 3, 9], "· 0   ░ 1–3   █ 4–9"), ([1, 2], "· 0   ░ 1   ▓ 2")],
)
def test_a_level_that_no_day_has_is_not_in_the_legend(counts: Sequence[int], legend: str) -> None:
    days = [DayFigures(day=day(number), answers=count) for number, count in enumerate(counts)]
    section = year(NOTHING.model_copy(update={"days": days, "today": days[-1]}))
    assert section.words[-1] == f"Answers a day: {legend}"
    chart = section.charts[0]
    assert isinstance(chart, HeatMap)
    shown = {" ·░▒▓█"[chart.levels[found.day] + 1] for found in days}
    assert shown <= {*legend}


def test_levels_are_quarters_of_the_days_that_have_answers() -> None:
    days = [DayFigures(day=day(number), answers=number) for number in range(1, 101)]
    assert level_bounds(days) == [25, 50, 75]
    assert level_bounds([]) == []


def test_what_is_older_than_the_first_week_of_the_year_is_not_in_it_and_that_week_is_whole() -> None:
    first = first_day(MUCH.today.day)
    assert (first.weekday(), (MUCH.today.day - first).days // 7) == (0, 52)
    for day_before, shown in ((first - timedelta(days=1), False), (first, True)):
        old = DayFigures(day=day_before, answers=500)
        section = year(MUCH.model_copy(update={"days": [old, *MUCH.days]}))
        assert section.words[1] == "Answered on 10 days; 555 answers in all."
        assert ("500" in section.words[2]) is shown


def test_what_comes_is_told_for_a_month_and_a_year() -> None:
    assert _section("ahead").words == [
        "Due today: 4 cards.",
        "In the next 30 days: 4 cards, 0.1 a day; most on 2026-01-10: 4.",
        "In the next 365 days: 8 cards.",
    ]
    assert [len(chart.values) for chart in _section("ahead").charts] == [30, 53]  # type: ignore[union-attr]
    assert (_section("ahead", NOTHING).words, list(_section("ahead", NOTHING).charts)) == (["Due today: 0 cards."], [])


@pytest.mark.parametrize(("due", "mean"), [(30, "1"), (11, "0.4"), (298, "9.9"), (299, "10"), (314, "10")])
def test_few_cards_a_day_are_told_to_a_tenth(due: int, mean: str) -> None:
    forecast = [DueOn(day=day(number), due=due * (number == 3)) for number in range(365)]
    words = _section("ahead", MUCH.model_copy(update={"forecast": forecast})).words
    assert f", {mean} a day;" in words[1]


def test_retention_tells_the_numbers_it_rests_on() -> None:
    section = _section("retention")
    assert section.words == ["Recalled: 89% of 9.", "Young cards: 89% of 9; mature ones: –."]
    assert _bars(section) == [("1d", "100% of 2"), ("2–6d", "100% of 1"), ("180d and more", "0% of 1")]
    assert _bars(section, 2) == [("The deck", "80% of 5"), ("(cards that are gone)", "100% of 4")]


def test_mistakes_are_told_by_name() -> None:
    section = _section("mistakes")
    assert section.words == ["Most often: no bias, last on 2026-01-09, mostly in: How many?"]
    assert _bars(section) == [("no bias", "3 times on 2 cards")]


def test_readiness_is_told_for_today_and_for_the_day() -> None:
    section = _section("ready")
    assert section.words == [
        "Over all topics you would recall 60% of 4 cards today; 3 were seen.",
        "On 2026-02-10, if nothing is reviewed until then: 40%.",
    ]
    assert _bars(section) == [("The topic", "60% → 40%   3/4")]


def test_the_other_sections_have_words_or_bars() -> None:
    assert _bars(_section("cards"))[0] == ("new", "25%   1 card")
    assert _bars(_section("grades")) == [
        ("Again", "12%   1 answer"),
        ("Hard", "12%   1 answer"),
        ("Good", "75%   6 answers"),
        ("Easy", "0%   0 answers"),
    ]
    assert _bars(_section("hours")) == [("00–01", "50% of 20"), ("01–02", "55% of 20")]
    assert _section("hours").words == ["No hour stands out."]
    assert _bars(_section("time")) == [("The deck", "2 h 0 min")]
    assert _bars(_section("easiness")) == [("2.5", "3 cards")]
    assert _bars(_section("leeches")) == [("What is bad?", "9 times")]


@pytest.mark.parametrize(
    ("best", "words"),
    [
        ((99, 110), "No hour stands out."),
        ((100, 100), "You recall most from 20:00 on: 100% of 100, on the whole 81%."),
        ((20, 20), "No hour stands out."),
    ],
)
def test_an_hour_is_told_where_chance_would_hardly_make_it_so(best: tuple[int, int], words: str) -> None:
    hours = [Share() for _ in range(24)]
    hours[9] = Share(asked=900, recalled=710)
    hours[20] = Share(asked=best[1], recalled=best[0])
    assert _section("hours", MUCH.model_copy(update={"hours": hours})).words == [words]


def test_grades_from_0_to_5_are_told_apart_where_they_were_given() -> None:
    figures = MUCH.model_copy(update={"grades": {0: 1, 1: 0, 2: 1, 3: 0, 4: 2, 5: 0}})
    assert [label for label, _told in _bars(_section("grades", figures))] == [
        "Blank",
        "Wrong",
        "Almost",
        "Hard",
        "Good",
        "Easy",
    ]


def test_a_learner_who_has_done_nothing_is_told_so_everywhere() -> None:
    for section in sections(NOTHING, Names()):
        assert section.words
        assert section.definition
        assert section.name == "year" or not section.charts


def test_titles_are_asked_for_the_cards_that_are_told_only() -> None:
    assert named_cards(MUCH) == ["t/bad", "t/c", "t/d"]


def test_what_comes_from_a_deck_cannot_drive_the_terminal() -> None:
    assert "\x1b" not in in_words("no\x1b[2Jbias")
    names = Names({"d": "a\x1b[2J\nb"}, {}, {"t/bad": "x\x07"})
    assert all("\x1b" not in label and "\n" not in label for label, _told in _bars(_section("time", names=names)))
    assert "\x07" not in _bars(_section("leeches", names=names))[0][0]


def test_every_section_has_chinese_words() -> None:
    english = sections(MUCH, NAMES)
    i18n.use("zh")
    for before, after in zip(english, sections(MUCH, NAMES), strict=True):
        assert before.title != after.title
        assert before.definition != after.definition
        assert [*before.words] != [*after.words] or not before.words
