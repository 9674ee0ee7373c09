"""Under a Chinese input method digits and the space bar arrive as full-width characters."""

from pathlib import Path

from tests.tui.decks import only, plain
from tests.tui.screens import running


async def test_full_width_space_and_digits_answer_a_card(home: Path) -> None:
    plain(home, "a")
    async with running() as screen:
        await screen.press("ideographic_space", "ideographic_space", "４")
        assert screen.log == [("a", "answer", 5)]


async def test_full_width_digits_pick_an_option(home: Path) -> None:
    only(home, "choice")
    async with running() as screen:
        assert "▸ 2 (•)" in await screen.press("enter", "２")


async def test_the_full_width_comma_closes_the_settings_that_it_opened(home: Path) -> None:
    plain(home, "a")
    async with running() as screen:
        assert "─ Settings ─" in await screen.press("，")
        assert "─ Settings ─" not in await screen.press("，")


async def test_the_full_width_question_mark_opens_help(home: Path) -> None:
    plain(home, "a")
    async with running() as screen:
        assert "─ Keys ─" in await screen.press("？")
