"""The page in the learner's language and colours."""

import re

import pytest

from quizapp import i18n
from quizapp.serve.page import COLOURS, Look, page, page_files
from quizapp.tui.themes import DARK, LIGHT

ZH = Look("zh", "quizapp-light")


def test_it_speaks_the_learners_language() -> None:
    i18n.use("zh")
    text = page(ZH, "/t", "ws://localhost/t/ws")
    assert 'lang="zh-Hans"' in text
    assert i18n._("Start again") in text
    assert 'lang="en"' in page(Look("en", ""), "", "")


def test_it_wears_the_themes_colours() -> None:
    assert {theme.name: (theme.foreground, theme.background) for theme in (DARK, LIGHT)} == COLOURS
    assert 'class="light" style="--text: #1c2030; --ground: #fbfbf8"' in page(ZH, "", "")
    assert 'class="dark" style="--text: #d5daf0; --ground: #16181f"' in page(Look("en", "nord"), "", "")


@pytest.mark.parametrize("hostile", ['"><script>', "'&<b>"])
def test_what_it_is_given_stays_text(hostile: str) -> None:
    assert hostile not in page(Look("en", ""), hostile, hostile)


def test_all_that_it_asks_for_is_served_by_us() -> None:
    asked = re.findall(r'(?:src|href)="([^"]*)"', page(ZH, "/t", "ws://localhost/t/ws"))
    assert sorted(asked) == sorted(["data:,", *(f"/t/{name}" for name in page_files())])


@pytest.mark.parametrize("name", ["page.css", "xterm.css"])
def test_its_fonts_are_those_of_the_system(name: str) -> None:
    text = page_files()[name].read_text(encoding="utf-8")
    assert not re.findall(r"url\(|@import|//", re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL))
