"""The hint of a computed question: on request, and it lowers the grade suggested."""

from pathlib import Path

from tests.tui.checks import given, params, right, root
from tests.tui.screens import running


async def test_its_key_works_while_one_types_and_what_was_typed_stays(home: Path) -> None:
    params(home)
    async with running() as screen:
        assert "^t hint (≤ Hard)" in await screen.press("enter")
        await screen.type("12")
        text = await screen.press("ctrl+t")
        assert "A filter sees all" in text
        assert "hint (≤ Hard)" not in text
        assert "▊  12" in text
        await screen.press("backspace", "backspace")
        await screen.type(right(screen))
        assert "▸2 Hard" in await screen.press("enter")
        await screen.press("enter")
        assert given(screen)["hint"] is True


async def test_a_question_mark_costs_nothing(home: Path) -> None:
    params(home)
    async with running() as screen:
        assert "not read: " in await screen.press("enter", "question_mark")
        assert "A filter sees all" not in await screen.press("enter")
        await screen.press("backspace")
        await screen.type(right(screen))
        assert "▸3 Good" in await screen.press("enter")


async def test_a_letter_shows_it_where_letters_are_keys_and_the_input_has_the_focus_again(home: Path) -> None:
    params(home)
    async with running() as screen:
        assert "^t hint (≤ Hard)" in await screen.press("enter", "escape")
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
