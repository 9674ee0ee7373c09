"""The browse screen at three widths in both languages, as text."""

from pathlib import Path

import pytest

from tests.tui.browsing import browsing, four_cards
from tests.tui.decks import CONFIG
from tests.tui.screens import assert_looks_like

SIZES = [(60, 20), (80, 24), (120, 30)]
every_look = pytest.mark.parametrize(("size", "language"), [(size, lang) for size in SIZES for lang in ("en", "zh")])


@every_look
async def test_browsing(home: Path, size: tuple[int, int], language: str) -> None:
    four_cards(home, CONFIG.replace("'en'", f"'{language}'"))
    async with browsing(size) as browser:
        at_first = browser.screen.text
        text = await browser.press("enter", "space", "x", "down", "s", "s", "s")
        browser.screen.app.clear_notifications()
        text = await browser.press("v")
    assert_looks_like(f"browse-{language}-{size[0]}", f"{at_first}\n\n{text}".replace("~/home/", "~/"))


@every_look
async def test_a_question_over_it(home: Path, size: tuple[int, int], language: str) -> None:
    four_cards(home, CONFIG.replace("'en'", f"'{language}'"))
    async with browsing(size) as browser:
        text = await browser.press("enter", "R")
    assert_looks_like(f"browse-reset-{language}-{size[0]}", text.replace("~/home/", "~/"))


@every_look
async def test_its_help(home: Path, size: tuple[int, int], language: str) -> None:
    four_cards(home, CONFIG.replace("'en'", f"'{language}'"))
    async with browsing((size[0], 50)) as browser:
        text = await browser.press("enter", "question_mark")
    assert_looks_like(f"browse-help-{language}-{size[0]}", text.replace("~/home/", "~/"))
