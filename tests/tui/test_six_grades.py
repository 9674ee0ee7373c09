"""The long scale: 0 to 5."""

from pathlib import Path

from tests.tui.decks import CONFIG, plain
from tests.tui.screens import running


async def test_zero_is_a_grade_and_all_six_are_on_the_screen_at_60_columns(home: Path) -> None:
    plain(home, "a", "b", config=CONFIG + "grades = 'six'\n")
    async with running((60, 20)) as screen:
        text = await screen.press("enter", "space")
        for name in ("0 Blank", "1 Wrong", "2 Almost", "3 Hard", "▸4 Good", "5 Easy"):
            assert name in text
        await screen.press("0", "space", "enter")
        assert screen.log == [("a", "answer", 0), ("b", "answer", 4)]
