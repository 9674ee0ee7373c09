"""A report as Markdown."""

import re
from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from quizapp.exchange.archive.headers import REPORT
from quizapp.exchange.progress import ProgressWanted
from quizapp.exchange.reports.text import literal, markdown, text_of
from quizapp.report.charts import Columns, Section
from quizapp.report.whole import Report
from quizapp.visible import one_line
from tests.exchange.exported import MOMENT
from tests.exchange.reports.samples import HOSTILE, hostile, learner

GITHUB = MarkdownIt("commonmark").enable(["table", "strikethrough"])
TAGS = {"h1", "h2", "p", "table", "thead", "tbody", "tr", "th", "td", "strong", "blockquote", "pre", "code"}


def _rendered(text: str) -> BeautifulSoup:
    return BeautifulSoup(GITHUB.render(text), "html.parser")


@pytest.mark.parametrize("title", HOSTILE)
def test_no_title_is_anything_but_text(title: str) -> None:
    found = _rendered(markdown(hostile(title)))
    assert {tag.name for tag in found.find_all()} <= TAGS
    assert len(found.find_all("table")) == 14
    assert [cell.get_text() for cell in found.find_all("td")].count(title) >= 3
    assert next(words.get_text() for words in found.find_all("p")) == title


@given(st.text(max_size=40).map(one_line))
def test_every_text_stands_for_itself(words: str) -> None:
    found = _rendered(f"| {literal(words)} |\n| --- |\n")
    assert [cell.get_text() for cell in found.find_all("th")] == [words]
    (paragraph, *others) = _rendered(literal(words)).find_all() or [found]
    assert (paragraph.get_text().strip() if words else "", others) == (words, [])


@pytest.mark.parametrize("title", ["http://x.example", "see https://x.example", "www.x.example", "WWW.x.example"])
def test_what_looks_like_an_address_becomes_no_link(title: str) -> None:
    assert not re.search(r"(?<!\\)://", literal(title))
    assert "www." not in literal(title).lower()


def test_the_same_is_told_as_on_a_page(tmp_path: Path) -> None:
    with learner(tmp_path) as desk:
        lines = text_of(desk, ProgressWanted(MOMENT)).decode().splitlines()
    assert lines[:4] == [REPORT, "# Learning progress", "", "As of 2026-03-04."]
    assert "| Streak | **1 day** | the longest: 1 day |" in lines
    assert "| Pools | ████████████████████ | 100% of 1 |" in lines
    assert "| 2026-03-04 | ████████████████████ | 2 |" in lines
    assert len([line for line in lines if line.startswith("## ")]) == 12
    assert len([line for line in lines if line.startswith("> ")]) == 12


def test_the_year_is_a_block_of_signs(tmp_path: Path) -> None:
    with learner(tmp_path) as desk:
        text = text_of(desk, ProgressWanted(MOMENT)).decode()
    lines = text.split("```text\n")[1].split("\n```")[0].split("\n")
    assert [line[:4] for line in lines] == ["    ", "Mon ", "    ", "Wed ", "    ", "Fri ", "    ", "Sun "]
    assert [len(line) for line in lines[1:]] == [57, 57, 57, 56, 56, 56, 56]
    assert (lines[1][-1], lines[2][-1], lines[3][-1]) == ("░", "·", "▓")


def test_of_one_deck_in_chinese_from_a_day_on(tmp_path: Path) -> None:
    with learner(tmp_path) as desk:
        wanted = ProgressWanted(MOMENT, ("02-pools",), date(2026, 3, 4), "zh")
        lines = text_of(desk, wanted).decode().splitlines()
    assert "## 今天" in lines
    assert any(line.startswith("| 池化 |") for line in lines)
    assert not any("nets" in line for line in lines)


def test_what_is_marked_of_columns_is_told_beside_the_whole() -> None:
    chart = Columns("Cards", [4, 0, 2], {}, ["a", "b", "c"], marked=[2, 0, 0], legend=("new", "reviews"))
    told = markdown(Report("T", ["w"], [], [Section("x", "X", ["y"], "z", [chart])]))
    assert "| From |  | Cards | new |" in told
    assert "| a | ████████████████████ | 4 | 2 |" in told
    assert "| c | ██████████ | 2 | 0 |" in told
