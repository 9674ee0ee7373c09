"""What figures say in words."""

import pytest

from quizapp import i18n
from quizapp.report.charts import Columns
from quizapp.report.names import Names
from quizapp.report.sections import named_cards, sections
from quizapp.report.sections.mistakes import in_words
from quizapp.study.statistics.figures import DueOn, Readiness, Share
from tests.report.learners import MUCH, NAMES, NOTHING, bars, section
from tests.study.statistics.past import day


def test_what_comes_is_told_for_a_month_and_a_year() -> None:
    assert section("ahead").words == [
        "Due today: 4 cards.",
        "In the next 30 days: 4 cards, 0.1 a day; most on 2026-01-10: 4.",
        "In the next 365 days: 8 cards.",
    ]
    assert [len(chart.values) for chart in section("ahead").charts] == [30, 53]  # type: ignore[union-attr]
    assert (section("ahead", NOTHING).words, list(section("ahead", NOTHING).charts)) == (["Due today: 0 cards."], [])


def test_what_is_overdue_has_a_figure_of_its_own_and_no_column() -> None:
    found = section("ahead", MUCH.model_copy(update={"due": 3204, "overdue": 3200}))
    assert found.words[:2] == ["Overdue: 3\u202f200 cards.", "Due today: 4 cards."]
    chart = found.charts[0]
    assert isinstance(chart, Columns)
    assert max(chart.values) == 4


@pytest.mark.parametrize(("due", "mean"), [(1, "0.03"), (30, "1"), (11, "0.4"), (298, "9.9"), (299, "10"), (314, "10")])
def test_few_cards_a_day_are_told_to_a_tenth_and_one_is_not_none(due: int, mean: str) -> None:
    forecast = [DueOn(day=day(number), due=due * (number == 3)) for number in range(365)]
    words = section("ahead", MUCH.model_copy(update={"forecast": forecast})).words
    assert f", {mean} a day;" in words[1]


def test_retention_tells_the_numbers_it_rests_on() -> None:
    found = section("retention")
    assert found.words == ["Recalled: 89% of 9.", "Young cards: 89% of 9; mature ones: –."]
    assert bars(found) == [("1d", "100% of 2"), ("2–6d", "100% of 1"), ("180d and more", "0% of 1")]
    assert bars(found, 2) == [("The deck", "80% of 5"), ("(cards that are gone)", "100% of 4")]


def test_mistakes_are_told_by_name() -> None:
    found = section("mistakes")
    assert found.words == ["Most often: no bias, last on 2026-01-09, mostly in: How many?"]
    assert bars(found) == [("no bias", "3 times on 2 cards")]


def test_a_long_row_of_seldom_mistakes_is_cut() -> None:
    many = [MUCH.mistakes[0].model_copy(update={"name": f"slip-{number}"}) for number in range(22)]
    found = section("mistakes", MUCH.model_copy(update={"mistakes": many}))
    assert len(bars(found)) == 20
    assert found.words[-1] == "2 more were made, none more often."


def test_days_are_labelled_by_weeks_and_weeks_by_months() -> None:
    by_day, by_week = section("ahead").charts
    assert isinstance(by_day, Columns)
    assert isinstance(by_week, Columns)
    assert [*by_day.labels] == [0, 7, 14, 21, 28]
    assert by_day.labels[7] == by_day.names[7][5:]
    assert all(by_week.names[place][5:7] != by_week.names[place - 1][5:7] for place in [*by_week.labels][1:])
    assert len(by_week.labels) in (12, 13)


def test_readiness_is_told_for_today_and_for_the_day() -> None:
    found = section("ready")
    assert found.words == [
        "Over all topics you would recall 60% of 4 cards today; 3 were seen.",
        "On 2026-02-10, if nothing is reviewed until then: 40%.",
    ]
    assert bars(found) == [("The topic", "60% → 40%   3/4")]
    seen = MUCH.model_copy(update={"ready": MUCH.ready.model_copy(update={"seen": 1})})
    assert section("ready", seen).words[0].endswith("; 1 was seen.")


@pytest.mark.parametrize(
    ("topics", "said"),
    [
        (1, "1 topic not begun: t0."),
        (3, "3 topics not begun: t0, t1, t2."),
        (50, "50 topics not begun: t0, t1, t2 and others."),
    ],
)
def test_topics_that_are_not_begun_are_one_line_and_no_bars(topics: int, said: str) -> None:
    new = [Readiness(topic=f"t{number}", deck="d", cards=9, seen=0, today=0) for number in range(topics)]
    found = section("ready", MUCH.model_copy(update={"readiness": [*new, *MUCH.readiness]}))
    assert found.words[-1] == said
    assert [label for label, _told in bars(found)] == ["The topic"]
    assert not section("ready", MUCH.model_copy(update={"readiness": new})).charts


def test_the_other_sections_have_words_and_bars() -> None:
    assert bars(section("cards"))[0] == ("new", "25%   1 card")
    assert bars(section("grades")) == [
        ("Again", "12%   1 answer"),
        ("Hard", "12%   1 answer"),
        ("Good", "75%   6 answers"),
        ("Easy", "0%   0 answers"),
    ]
    assert bars(section("hours")) == [("00–01", "50% of 20"), ("01–02", "55% of 20")]
    assert section("hours").words == ["No hour stands out."]
    assert bars(section("time")) == [("The deck", "2 h 0 min")]
    assert bars(section("easiness")) == [("2.5", "3 cards")]
    assert bars(section("leeches")) == [("What is bad?", "9 times")]
    assert {name: section(name).words for name in ("cards", "grades", "time", "easiness", "leeches")} == {
        "cards": ["4 cards in use."],
        "grades": [],
        "time": ["In all: 2 h 0 min.", "On a day with answers: 12 min; the median answer takes 8 s."],
        "easiness": ["A card begins at 2.50; the least is 1.30."],
        "leeches": ["1 card keeps being forgotten: reword it or split it."],
    }


def test_grades_from_0_to_5_are_told_apart_where_they_were_given() -> None:
    figures = MUCH.model_copy(update={"grades": {0: 1, 1: 0, 2: 1, 3: 0, 4: 2, 5: 0}})
    assert [label for label, _told in bars(section("grades", figures))] == [
        "Blank",
        "Wrong",
        "Almost",
        "Hard",
        "Good",
        "Easy",
    ]


def test_a_learner_who_has_done_nothing_is_told_so_everywhere() -> None:
    for found in sections(NOTHING, Names()):
        assert found.words
        assert found.definition
        assert found.name == "year" or not found.charts
    assert section("leeches", NOTHING).words == ["None."]
    for name in ("grades", "hours", "easiness"):
        assert section(name, NOTHING).words == ["Nothing answered yet."]


def test_the_first_review_is_promised_for_no_day() -> None:
    """They were told to come tomorrow: to one who had answered nothing, and to one who had ten due today."""
    assert section("retention", NOTHING).words == [
        "No reviews yet: a card is reviewed from the day after it was recalled."
    ]


def test_titles_are_asked_for_the_cards_that_are_told_only() -> None:
    rare = MUCH.mistakes[0].model_copy(update={"name": "stride", "times": 1, "cards": {"t/e": 1}})
    assert named_cards(MUCH.model_copy(update={"mistakes": [*MUCH.mistakes, rare]})) == ["t/bad", "t/c"]
    assert named_cards(NOTHING) == []


def test_what_comes_from_a_deck_cannot_drive_the_terminal() -> None:
    assert "\x1b" not in in_words("no\x1b[2Jbias")
    names = Names({"d": "a\x1b[2J\nb"}, {}, {"t/bad": "x\x07"})
    assert all("\x1b" not in label and "\n" not in label for label, _told in bars(section("time", names=names)))
    assert "\x07" not in bars(section("leeches", names=names))[0][0]


def test_every_section_has_chinese_words() -> None:
    english = sections(MUCH, NAMES)
    i18n.use("zh")
    for before, after in zip(english, sections(MUCH, NAMES), strict=True):
        assert before.title != after.title
        assert before.definition != after.definition
        assert [*before.words] != [*after.words] or not before.words


def test_of_many_months_the_last_twelve_are_told() -> None:
    months = {f"{2025 + number // 12}-{number % 12 + 1:02}": Share(asked=1, recalled=1) for number in range(14)}
    found = section(
        "retention", MUCH.model_copy(update={"retention": MUCH.retention.model_copy(update={"months": months})})
    )
    assert [label for label, _told in bars(found, 1)] == [*months][2:]
