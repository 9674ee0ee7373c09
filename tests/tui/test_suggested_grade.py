"""The answer suggests a grade; the learner may give another."""

from pathlib import Path

from tests.tui.decks import only
from tests.tui.screens import running


async def test_a_wrong_choice_suggests_again(home: Path) -> None:
    only(home, "choice")
    async with running() as screen:
        text = await screen.press("enter", "enter")
        assert "✗ not right" in text
        assert "▸1 Again" in text
        await screen.press("enter")
        assert screen.log == [("choice", "answer", 1)]


async def test_a_digit_overrules_the_suggestion(home: Path) -> None:
    only(home, "choice")
    async with running() as screen:
        await screen.press("enter", "enter", "4")
        assert screen.log == [("choice", "answer", 5)]


async def test_the_share_of_points_suggests_the_grade(home: Path) -> None:
    only(home, "points")
    async with running() as screen:
        text = await screen.press("enter", "space", "1", "2", "4", "enter")
        assert "3 of 4 points recalled" in text
        assert "▸2 Hard" in text


async def test_a_digit_without_a_grade_does_nothing(home: Path) -> None:
    only(home, "basic")
    async with running() as screen:
        await screen.press("enter", "space", "7", "0")
        assert screen.log == []
        assert screen.asked == "basic"
