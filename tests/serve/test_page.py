"""The page in the learner's language and colours."""

import pytest

from quizapp import i18n
from quizapp.serve.page import COLOURS, Look, page
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
