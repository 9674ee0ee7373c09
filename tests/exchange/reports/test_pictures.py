"""Charts of a page: pictures that tell what they show."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from bs4 import BeautifulSoup, Tag

from quizapp.exchange.reports.pictures import drawn
from quizapp.report.charts import Bar, Bars, Chart, Columns, HeatMap

LAST = date(2026, 11, 28)
"""A Saturday."""


def _drawn(chart: Chart) -> BeautifulSoup:
    return BeautifulSoup(drawn(chart, "x"), "html.parser")


def _numbers(found: BeautifulSoup) -> list[list[str]]:
    rows = found.select("details.numbers tbody tr")
    return [[cell.get_text() for cell in row.find_all(["th", "td"])] for row in rows]


def _named(picture: Tag, found: BeautifulSoup) -> list[str]:
    assert picture["role"] == "img"
    return [found.find(id=id_).get_text() for id_ in str(picture["aria-labelledby"]).split()]  # type: ignore[union-attr]


def test_bars_are_a_table_whose_pictures_a_reader_passes_over() -> None:
    found = _drawn(Bars("Times", [Bar("a", 10, "10 times"), Bar("b", 0.01, "1 time"), Bar("c", 0, "never")]))
    rows = [[cell.get_text() for cell in row.find_all(["th", "td"])] for row in found.find_all("tr")]
    assert rows == [["a", "", "10 times"], ["b", "", "1 time"], ["c", "", "never"]]
    assert [float(str(bar["width"])) for bar in found.select("rect.fill")] == [100, 1, 0]
    assert not found.select("rect.track")
    assert all(picture["aria-hidden"] == "true" for picture in found.find_all("svg"))
    assert found.table is not None
    assert found.table["aria-labelledby"] == found.figcaption["id"]  # type: ignore[index]


def test_a_bar_of_a_whole_shows_what_it_lacks() -> None:
    found = _drawn(Bars("Share", [Bar("a", 0.25, "25%"), Bar("b", 1.5, "too much")], whole=1))
    assert [bar["width"] for bar in found.select("rect.fill")] == ["25.0", "100.0"]
    assert len(found.select("rect.track")) == 2


def test_a_row_is_a_row_however_a_phone_lays_it_out() -> None:
    found = _drawn(Bars("Times", [Bar("a", 1, "1")]))
    roles = [tag.get("role") for tag in found.find_all(["table", "tbody", "tr", "th", "td"])]
    assert roles == ["table", "rowgroup", "row", "rowheader", "cell", "cell"]


def test_the_rest_of_many_bars_opens_below_them_with_columns_as_wide() -> None:
    found = _drawn(Bars("Many", [Bar(f"{n}", n, f"{n} times") for n in range(41)]))
    first, rest = found.find_all("table")
    assert (len(first.find_all("tr")), len(rest.find_all("tr"))) == (40, 1)
    assert found.select("details.more table") == [rest]
    assert found.select_one("summary").get_text() == "More: 1"  # type: ignore[union-attr]
    assert [str(column) for column in first.find_all("col")] == [str(column) for column in rest.find_all("col")]
    assert [bar["width"] for bar in rest.select("rect")] == ["100.0"]
    assert len(_drawn(Bars("Few", [Bar("a", 1, "once")] * 40)).find_all(["table", "details"])) == 1


def test_columns_are_told_one_by_one() -> None:
    days = [f"{LAST + timedelta(days=number)}" for number in range(3)]
    found = _drawn(Columns("Due", [4, 0, 2], {0: "11-28"}, days))
    (picture,) = found.find_all("svg")
    assert _named(picture, found) == ["Due", "2026-11-28: 4, 2026-11-30: 2"]
    assert _numbers(found) == [["2026-11-28", "4"], ["2026-11-30", "2"]]
    assert [bar["height"] for bar in found.select("rect.fill")] == ["112.0", "56.0"]


def test_what_is_marked_is_told_beside_the_whole_and_has_a_legend() -> None:
    chart = Columns("Cards", [4, 0, 2], {}, ["a", "b", "c"], marked=[2, 0, 0], legend=("new <b>", "reviews"))
    found = _drawn(chart)
    assert _numbers(found) == [["a", "4", "2"], ["c", "2", "0"]]
    assert [bar["height"] for bar in found.select("figure > svg rect.marked")] == ["56.0"]
    assert [item.get_text() for item in found.select("ul.legend li")] == ["new <b>", "reviews"]
    plain = _drawn(Columns("Cards", [4], {}, ["a"], marked=[0], legend=("new", "reviews")))
    assert not plain.select("ul.legend, rect.marked")
    assert _numbers(plain) == [["a", "4"]]


def test_columns_without_numbers_have_nothing_to_open() -> None:
    found = _drawn(Columns("Due", [], {}))
    assert not found.find_all("details")
    assert _drawn(Columns("Due", [0, 0], {})).select("rect") == []


@pytest.mark.parametrize("count", [2, 7, 30, 53])
def test_labels_have_room_on_a_phone(count: int) -> None:
    found = _drawn(Columns("Due", [1] * count, dict.fromkeys(range(count), "11-28")))
    labels = [text for text in found.find_all("text")[1:] if text.get("class") != ["roomy"]]
    places = [float(str(text["x"]).rstrip("%")) for text in labels]
    assert places[0] == 0
    assert all(after - before >= 16 for before, after in pairwise(places))
    assert places[-1] <= 84


def test_a_year_of_days_is_two_pictures() -> None:
    counts = {LAST: 7, LAST - timedelta(days=5): 1, LAST - timedelta(days=300): 3}
    levels = {day: min(count, 4) for day, count in counts.items()}
    found = _drawn(HeatMap("Answers", levels, LAST, counts, {0: "0", 1: "1–6", 4: "7"}))
    first, second = found.select(".year svg")
    assert _named(first, found) == [
        "Answers: 2025-11-24 – 2026-05-31",
        "3 answers, on 1 day; most on 2026-02-01: 3.",
    ]
    assert _named(second, found)[1] == "8 answers, on 2 days; most on 2026-11-28: 7."
    assert len(first.find_all("rect")) == 27 * 7
    assert len(second.find_all("rect")) == 26 * 7 - 1  # Sunday is yet to come
    (today,) = second.select("rect.level-4")
    assert today.get_text() == "2026-11-28: 7"
    assert [item.get_text() for item in found.select(".legend li")] == ["0", "1–6", "7"]
    assert _numbers(found) == [["2026-02", "1", "3"], ["2026-11", "2", "8"]]


def test_a_year_without_answers_says_so() -> None:
    found = _drawn(HeatMap("Answers", {}, LAST))
    assert [_named(picture, found)[1] for picture in found.select(".year svg")] == ["Nothing answered yet."] * 2
    assert not found.select(".legend, details")
