"""Undo brings a computed question back with the numbers it had."""

from pathlib import Path

from tests.tui.checks import computed, params
from tests.tui.screens import running


async def test_an_answer_that_is_not_graded_is_taken_back_with_its_numbers_and_its_text(home: Path) -> None:
    params(home)
    async with running() as screen:
        await screen.press("enter", "1", "7", "enter")
        before = computed(screen).variant
        text = await screen.press("u")
        assert computed(screen).variant is before
        assert "read as 17" in text


async def test_a_graded_answer_comes_back_with_the_same_numbers(home: Path) -> None:
    params(home)
    async with running() as screen:
        await screen.press("enter", "1", "enter")
        before = computed(screen).variant.drawn
        await screen.press("1")
        again = computed(screen).variant.drawn
        await screen.press("escape", "u")
        assert computed(screen).variant.drawn == before
        assert screen.log == []
        await screen.press("1", "enter", "1")
        assert computed(screen).variant.drawn == again


async def test_in_practice_the_last_attempt_is_taken_back_first(home: Path) -> None:
    params(home)
    async with running() as screen:
        await screen.press("enter", "1", "enter", "r", "2", "enter")
        assert "read as 2" in await screen.press("u")
        assert "yours:  1" in await screen.press("escape")
        assert "▸1 Again" not in await screen.press("u")
