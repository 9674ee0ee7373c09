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
    assert lines[1].startswith("一个很长的标题一个很…")
    assert max(map(width_of, lines)) <= 40
    assert width_of(lines[1].partition("█")[0]) == width_of(lines[2].partition("█")[0])


def test_columns_are_as_high_as_their_numbers() -> None:
    lines = _text(Columns("Due", [0, 1, 5, 10], {0: "11-28"}), 60)
    assert lines == ["Due", "10       █", "         █", "       ▄ █", "       █ █", " 0   ▄ █ █", "   11-28"]


def test_labels_that_have_no_room_are_left_out() -> None:
    values = [1] * 30
    lines = _text(Columns("Due", values, {0: "11-28", 3: "12-01", 29: "12-27"}), 60)
    assert lines[-1].split() == ["11-28"]
    lines = _text(Columns("Due", values, {0: "11-28", 6: "12-01"}), 40)
    assert lines[-1].split() == ["11-28", "12-01"]


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


@pytest.mark.parametrize("chart", [Bars("T", []), Columns("T", [], {}), HeatMap("T", {}, LAST)])
def test_without_numbers_there_is_nothing_to_break(chart: Chart) -> None:
    assert _text(chart)[0] == "T"
