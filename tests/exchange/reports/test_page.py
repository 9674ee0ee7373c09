"""A report as a page."""

import re
from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from quizapp.errors import UsageError
from quizapp.exchange.progress import ProgressWanted
from quizapp.exchange.reports.page import page, page_of
from quizapp.report.whole import Report
from tests.exchange.exported import MOMENT
from tests.exchange.reports.samples import HOSTILE, hostile, learner

TAGS = {
    *re.findall(
        r"\w+",
        "html head meta title style body main header h1 h2 p time dl div dt dd section figure figcaption "
        "table col tbody thead tr th td svg desc rect line text ul li details summary footer",
    )
}
ADDRESS = re.compile(r"url\(|@import|//|data:", re.IGNORECASE)


def _read(told: Report) -> BeautifulSoup:
    return BeautifulSoup(page(told, "en"), "html.parser")


def _page(desk_folder: Path, settings: str = "", **wanted: object) -> BeautifulSoup:
    with learner(desk_folder, settings) as desk:
        return BeautifulSoup(page_of(desk, ProgressWanted(MOMENT, **wanted)), "html.parser")  # type: ignore[arg-type]


@pytest.mark.parametrize("title", HOSTILE)
def test_no_title_is_anything_but_text(title: str) -> None:
    found = _read(hostile(title))
    assert {tag.name for tag in found.find_all()} <= TAGS
    attributes = {name for tag in found.find_all() for name in tag.attrs}
    assert not {name for name in attributes if name.startswith("on") or name in ("src", "href", "srcset")}
    labels = [cell.get_text() for cell in found.select(".bars th")]
    assert labels.count(title) >= 3
    assert found.select_one("header p").get_text() == title  # type: ignore[union-attr]


@pytest.mark.parametrize("title", HOSTILE)
def test_no_request_leaves_it(title: str) -> None:
    found = _read(hostile(title))
    assert not ADDRESS.search(found.style.get_text() if found.style else "")
    for tag in found.find_all():
        assert not any(ADDRESS.search(str(value)) for value in tag.attrs.values())
    policy = found.select_one("meta[http-equiv=Content-Security-Policy]")
    assert policy is not None
    assert str(policy["content"]).startswith("default-src 'none'; style-src 'unsafe-inline'")


def test_it_has_one_title_and_a_heading_for_each_section(tmp_path: Path) -> None:
    found = _page(tmp_path)
    assert [heading.get_text() for heading in found.find_all("h1")] == ["Learning progress"]
    assert [part["aria-labelledby"] for part in found.find_all("section")] == [
        heading["id"] for heading in found.find_all("h2")
    ]
    assert len(found.find_all("h2")) == 12
    assert all(part.select_one("details.meaning p") for part in found.find_all("section"))


def test_ids_are_unique_and_what_is_referred_to_is_there(tmp_path: Path) -> None:
    found = _page(tmp_path, "interview = 2026-04-01")
    ids = [str(tag["id"]) for tag in found.find_all(id=True)]
    assert len(ids) == len(set(ids)) > 12
    assert {id_ for tag in found.select("[aria-labelledby]") for id_ in str(tag["aria-labelledby"]).split()} <= {*ids}


def test_it_begins_with_a_few_figures(tmp_path: Path) -> None:
    found = _page(tmp_path)
    figures = {part.dt.get_text(): [dd.get_text() for dd in part.find_all("dd")] for part in found.select("dl div")}  # type: ignore[union-attr]
    assert figures["Streak"] == ["1 day", "the longest: 1 day"]
    assert figures["Retention"] == ["100%", "of 2 reviews"]
    assert figures["Answers"] == ["6", "in 18 s"]


def test_the_plan_stands_first_where_one_is_kept(tmp_path: Path) -> None:
    found = _page(tmp_path, "interview = 2026-04-01", on=date(2026, 4, 1))
    assert found.h2 is not None
    assert found.h2.get_text() == "The plan for 2026-04-01"


def test_it_speaks_the_language_that_is_asked_for(tmp_path: Path) -> None:
    found = _page(tmp_path, language="zh")
    assert found.html is not None
    assert found.html["lang"] == "zh-Hans"
    assert "今天" in [heading.get_text() for heading in found.find_all("h2")]
    assert "池化" in [cell.get_text() for cell in found.select(".bars th")]


def test_afterwards_the_program_speaks_its_own(tmp_path: Path) -> None:
    _page(tmp_path / "zh", language="zh")
    found = _page(tmp_path / "own")
    assert found.html is not None
    assert found.html["lang"] == "en"
    assert "Today" in [heading.get_text() for heading in found.find_all("h2")]


def test_two_languages_at_once_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="one language"):
        _page(tmp_path, language="both")


def test_of_one_deck_and_from_a_day_on(tmp_path: Path) -> None:
    found = _page(tmp_path, decks=("02-pools",), since=date(2026, 3, 4))
    said = [words.get_text() for words in found.select("header p")]
    assert said[:2] == ["As of 2026-03-04.", "Decks: Pools."]
    assert said[2].startswith("Answers from 2026-03-04 on are counted.")
    assert [value.get_text() for value in found.select("dd.value")] == ["1 day", "100%", "33%", "3", "2"]
    topics = [cell.get_text() for cell in found.select("[aria-labelledby=about-ready] .bars th")]
    assert topics == ["pools"]


def test_no_day_is_broken_between_lines(tmp_path: Path) -> None:
    found = _page(tmp_path)
    assert found.time is not None
    assert found.time.get_text() == "2026-03-04"
