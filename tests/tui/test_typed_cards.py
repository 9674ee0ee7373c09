"""Typed cards: letters go into the input until escape gives them back."""

from pathlib import Path

from textual import events

from quizapp.visible import DRIVES_TERMINAL
from tests.tui.decks import only
from tests.tui.screens import running


async def test_letters_are_text_while_the_input_has_the_focus(home: Path) -> None:
    only(home, "typed")
    async with running() as screen:
        text = await screen.press("enter", "u", "x", "q", "n")
        assert "uxqn" in text
        assert (screen.asked, screen.log) == ("typed", [])


async def test_escape_gives_letters_back_and_enter_goes_in_again(home: Path) -> None:
    only(home, "typed")
    async with running() as screen:
        assert "─ All kinds ─" in await screen.press("enter", "escape", "n")
        text = await screen.press("escape", "enter", "n")
        assert "─ All kinds ─" not in text
        assert "n" in text.splitlines()[5]


async def test_nothing_typed_means_i_do_not_know(home: Path) -> None:
    only(home, "typed")
    async with running() as screen:
        text = await screen.press("enter", "enter")
        assert "✗ not right" in text
        assert "answer: 7" in text
        assert "▸1 Again" in text


async def test_an_answer_may_differ_in_case(home: Path) -> None:
    only(home, "typed")
    async with running() as screen:
        assert "✓ right" in await screen.press("enter", "7", "X", "7", "enter")


async def test_help_is_reachable_while_typing(home: Path) -> None:
    only(home, "typed")
    async with running() as screen:
        text = await screen.press("enter")
        assert "F1 keys" in text
        assert "─ Keys ─" in await screen.press("f1")


async def test_the_keys_told_are_those_that_serve(home: Path) -> None:
    only(home, "typed")
    async with running() as screen:
        writing = (await screen.press("enter")).splitlines()[-1]
        assert "esc other keys" in writing
        assert "undo" not in writing
        beside = (await screen.press("escape")).splitlines()[-1]
        assert "undo" in beside


async def test_the_keys_told_are_those_of_the_input_however_one_came_into_it(home: Path) -> None:
    only(home, "typed")
    async with running() as screen:
        assert "u undo" in (await screen.press("enter", "escape")).splitlines()[-1]
        assert (await screen.press("tab")).splitlines()[-1] == " ⏎ answer   esc other keys   F1 keys"


async def test_nothing_pasted_drives_the_terminal(home: Path) -> None:
    only(home, "typed")
    async with running() as screen:
        await screen.press("enter")
        screen.app.post_message(events.Paste("7\x1b[31m\x9b"))
        text = await screen.press()
        assert "7␛[31m\ufffd" in text
        assert not DRIVES_TERMINAL.search(text)
