"""The hint of a computed question: on request, and it lowers the grade suggested."""

from pathlib import Path

from tests.tui.checks import fate, given, params, right, root
from tests.tui.screens import running


async def test_a_question_mark_and_enter_show_it_and_leave_the_input_empty(home: Path) -> None:
    params(home)
    async with running() as screen:
        text = await screen.press("enter")
        assert "? ⏎ hint (costs)" in text
        assert "enter shows the hint" in await screen.press("question_mark")
        text = await screen.press("enter")
        assert "A filter sees all" in text
        assert "hint (costs)" not in text
        await screen.type(right(screen))
        assert "▸2 Hard" in await screen.press("enter")
        await screen.press("enter")
        assert given(screen)["hint"] is True


async def test_a_letter_shows_it_where_letters_are_keys_and_the_input_has_the_focus_again(home: Path) -> None:
    params(home)
    async with running() as screen:
        assert "h hint (costs)" in await screen.press("enter", "escape")
        assert "A filter sees all" in await screen.press("h")
        await screen.type(right(screen))
        assert "▸2 Hard" in await screen.press("enter")


async def test_it_is_in_the_language_of_the_card_or_in_the_first(home: Path) -> None:
    params(home)
    async with running() as screen:
        assert "A filter sees all" in await screen.press("enter", "escape", "l", "h")


async def test_a_card_without_one_offers_none(home: Path) -> None:
    root(home)
    async with running() as screen:
        assert "hint" not in await screen.press("enter")
        await screen.press("escape", "h")
        assert "There is no hint here." in screen.told


async def test_a_question_mark_is_no_hint_where_there_is_none(home: Path) -> None:
    fate(home)
    async with running() as screen:
        assert "not read: " in await screen.press("enter", "question_mark")
