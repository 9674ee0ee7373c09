"""A stranger's check that cannot be asked: told in one line, and passed over."""

from pathlib import Path

from tests.study.checks import PARAMS
from tests.tui.checks import broken, one_check
from tests.tui.screens import running


async def test_the_card_says_what_is_wrong_and_enter_puts_it_off(home: Path) -> None:
    broken(home)
    async with running() as screen:
        text = await screen.press("enter")
        assert "What exceeds {{size}}?" in text
        assert "✗ This card cannot be asked: no draw meets this requirement" in text
        assert "⏎ not before tomorrow" in text
        await screen.press("enter")
        assert screen.log == [("broken", "bury", None)]


async def test_it_can_be_suspended_and_no_other_key_does_harm(home: Path) -> None:
    broken(home)
    async with running() as screen:
        text = await screen.press("enter", "1", "h", "r", "f", "up", "down", "l", "u")
        assert "✗ This card cannot be asked" in text
        assert screen.log == []
        await screen.press("x")
        assert screen.log == [("broken", "suspend", None)]


async def test_a_prompt_that_cannot_be_filled_makes_it_one(home: Path) -> None:
    one_check(home, PARAMS.replace("{{c_in}}, {{c_out}}", "{{c_inn}}, {{c_out}}"))
    async with running() as screen:
        text = await screen.press("enter")
        assert "✗ This card cannot be asked" in text
        assert "c_inn" in text


async def test_steps_that_cannot_be_filled_are_shown_as_they_are_written(home: Path) -> None:
    one_check(home, PARAMS.replace("**{{answer}}**", "**{{1 / (k - k)}}**"))
    async with running() as screen:
        assert "{{1 / (k - k)}}" in await screen.press("enter", "enter")
