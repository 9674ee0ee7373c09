"""Charts drawn in characters."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.render import plain_text, width_of
from quizapp.render.spans import width_of_line
from quizapp.report.characters import drawn
from quizapp.report.charts import Bar, Bars, Chart, Columns, HeatMap

LAST = date(2026, 11, 28)
"""A Saturday."""


def _text(chart: Chart, width: int = 60) -> list[str]:
    return plain_text(drawn(chart, width)).split("\n")


def test_the_longest_bar_is_full_and_what_is_not_nothing_shows() -> None:
    lines = _text(Bars("Times", [Bar("a", 1000, "1000"), Bar("b", 1, "1"), Bar("c", 0, "0"), Bar("d", 500, "500")]))
    assert lines == [
        "Times",
        "a  ██████████████████████████████  1000",
        "b  ▏                               1",
        "c                                  0",
        "d  ███████████████                 500",
    ]


def test_a_bar_of_a_whole_shows_what_it_lacks() -> None:
    assert _text(Bars("Share", [Bar("a", 0.5, "50%")], whole=1))[1] == "a  ███████████████░░░░░░░░░░░░░░░  50%"


def test_bars_keep_to_the_width_and_long_labels_are_cut() -> None:
    bars = [Bar("一个很长的标题" * 4, 2, "20% of 3"), Bar("short", 1, "10% of 2")]
    lines = _text(Bars("T", bars), 40)
    assert lines[1].startswith("一个很长的标… ")
    assert max(map(width_of, lines)) <= 40
    assert lines[1].count("█") == 40 - 13 - len("  ") - len("  20% of 3")
    assert width_of(lines[1].partition("█")[0]) == width_of(lines[2].partition("█")[0])


def test_columns_are_as_high_as_their_numbers() -> None:
    lines = _text(Columns("Due", [0, 1, 5, 10], {0: "11-28"}), 60)
    assert lines == ["Due", "10       █", "         █", "       ▄ █", "       █ █", " 0   ▄ █ █", "   11-28"]


def test_labels_that_meet_another_are_left_out() -> None:
    values = [1] * 30
    lines = _text(Columns("Due", values, {0: "11-28", 3: "12-01", 29: "12-27"}), 60)
    assert lines[-1].split() == ["11-28", "12-27"]
    lines = _text(Columns("Due", values, {0: "11-28", 6: "12-01"}), 40)
    assert lines[-1].split() == ["11-28", "12-01"]


@pytest.mark.parametrize("days", [1, 2, 3])
def test_a_few_columns_have_their_label_too(days: int) -> None:
    assert _text(Columns("Due", [1] * days, {0: "11-28"}))[-1] == "  11-28"


@pytest.mark.parametrize(("width", "start"), [(60, 54), (56, 51)])
def test_the_last_label_goes_beyond_the_axis_or_ends_with_the_width(width: int, start: int) -> None:
    lines = _text(Columns("Due", [1] * 53, {0: "11-28", 52: "12-01"}), width)
    assert lines[-1].index("12-01") == start
    assert len(lines[-1]) <= width


def test_what_is_marked_stands_at_the_foot_with_another_sign_that_a_legend_tells() -> None:
    chart = Columns("Cards", [10, 10, 10, 4, 0], {0: "11-28"}, marked=[4, 0, 10, 1, 0], legend=("new", "reviews"))
    assert _text(chart) == [
        "Cards",
        "▒ new   █ reviews",
        "10 █ █ ▒",
        "   █ █ ▒",
        "   █ █ ▒",
        "   ▒ █ ▒ █",
        " 0 ▒ █ ▒ ▒",
        "   11-28",
    ]


@pytest.mark.parametrize(("marked", "sign"), [(0, "▄"), (1, "▄"), (2, "▒"), (3, "▒")])
def test_of_a_column_of_one_line_the_greater_part_is_drawn(marked: int, sign: str) -> None:
    lines = _text(Columns("Cards", [3, 30], {}, marked=[marked, 1], legend=("new", "reviews")))
    assert lines[-2] == f" 0 {sign} ▒"


def test_without_anything_marked_there_is_no_legend() -> None:
    assert "reviews" not in "".join(_text(Columns("Cards", [3], {}, marked=[0], legend=("new", "reviews"))))


def test_a_month_of_a_week_makes_room_for_the_next_one() -> None:
    assert _text(HeatMap("Year", {}, LAST))[1].split()[:2] == ["12", "01"]  # November has one week, the first
    assert _text(HeatMap("Year", {}, date(2026, 11, 7)))[1].split()[:2] == ["11", "12"]


def test_a_month_that_begins_in_the_last_week_is_told_where_there_is_room() -> None:
    chart = HeatMap("Year", {}, date(2026, 12, 7))
    assert _text(chart, 80)[1].split()[-1] == "12"
    assert _text(chart, 57)[1].split()[-1] == "11"
    assert max(map(width_of, _text(chart, 57))) <= 57


def test_a_year_of_days_stands_week_by_week() -> None:
    chart = HeatMap("Year", {LAST: 4, LAST - timedelta(days=5): 1, LAST - timedelta(days=371): 3}, LAST)
    lines = _text(chart)
    assert [line[:4] for line in lines[2:]] == ["Mon ", "    ", "Wed ", "    ", "Fri ", "    ", "Sun "]
    assert lines[2].endswith("░")  # Monday of this week
    assert lines[7].endswith("█")  # today
    assert len(lines[8]) == len(lines[7]) - 1  # Sunday is yet to come
    assert "▓" not in "".join(lines)  # more than a year ago
    assert lines[1].split()[-1] == "11"


@pytest.mark.parametrize(("width", "weeks"), [(44, 40), (50, 46), (57, 53), (120, 53)])
def test_as_many_weeks_are_shown_as_there_is_room_for(width: int, weeks: int) -> None:
    lines = _text(HeatMap("Year", {}, LAST), width)
    assert max(map(width_of, lines)) <= width
    assert lines[2].count("·") == weeks


@given(
    st.lists(st.tuples(st.text(max_size=30), st.floats(0, 1e6), st.text(max_size=12)), max_size=8),
    st.integers(44, 140),
    st.booleans(),
)
def test_no_line_of_bars_is_wider_than_there_is_room(
    bars: list[tuple[str, float, str]], width: int, share: bool
) -> None:
    chart = Bars("T", [Bar(*bar) for bar in bars], 1e6 if share else None)
    assert all(width_of_line(line) <= width for line in drawn(chart, width))


@given(st.lists(st.integers(0, 10**6), max_size=53), st.integers(60, 140))
def test_no_line_of_columns_is_wider_than_there_is_room(values: list[int], width: int) -> None:
    lines = drawn(Columns("T", values, {0: "01-01", 20: "02-02", 50: "03-03"}), width)
    assert all(width_of_line(line) <= width for line in lines)
    assert len({len(lines), 7}) == 1


@given(st.lists(st.tuples(st.integers(0, 10**4), st.integers(0, 10**4)), max_size=53), st.integers(60, 140))
def test_a_column_is_as_high_whatever_is_marked_of_it(pairs: list[tuple[int, int]], width: int) -> None:
    values, marked = [max(pair) for pair in pairs], [min(pair) for pair in pairs]
    plain = plain_text(drawn(Columns("T", values, {}), width)).split("\n")
    found = plain_text(drawn(Columns("T", values, {}, marked=marked, legend=("a", "b")), width)).split("\n")
    if any(marked):
        del found[1]
    for line, other in zip(plain[1:], found[1:], strict=True):
        assert [sign == " " for sign in line] == [sign == " " for sign in other]
        assert line.count("▒") == 0
    if any(marked):
        assert "".join(found).count("▒") >= any(
            part * 2 >= value for value, part in zip(values, marked, strict=True) if part
        )


@pytest.mark.parametrize("chart", [Bars("T", []), Columns("T", [], {}), HeatMap("T", {}, LAST)])
def test_without_numbers_there_is_nothing_to_break(chart: Chart) -> None:
    assert _text(chart)[0] == "T"
