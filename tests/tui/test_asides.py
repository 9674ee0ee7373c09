"""Notes, history, help, the palette and the settings lie over a card and leave it as it was."""

from pathlib import Path

import pytest

from tests.tui.decks import only, plain
from tests.tui.screens import Clock, running


@pytest.mark.parametrize(
    ("key", "seen", "closes"),
    [
        ("n", "The notes of this topic.", "n"),
        ("i", "Nothing yet: this card is new.", "i"),
        ("question_mark", "─ Keys ─", "question_mark"),
        ("ctrl+p", "Search for a command", "escape"),
        ("n", "The notes of this topic.", "enter"),
    ],
)
async def test_an_aside_opens_and_closes_by_key_and_the_card_is_as_before(
    home: Path, key: str, seen: str, closes: str
) -> None:
    only(home, "several")
    async with running() as screen:
        before = await screen.press("enter", "1", "down")
        assert seen in await screen.press(key)
        after = await screen.press(closes)
        assert after == before
        assert "1 [x]" in after


async def test_the_history_tells_what_happened(home: Path) -> None:
    only(home, "basic")
    async with running() as screen:
        text = await screen.press("enter", "space", "1", "i")
        assert "2026-03-04 09:0" in text
        assert "answer  Again" in text


async def test_the_history_says_that_a_card_is_set_aside_and_no_longer_once_it_comes_again(home: Path) -> None:
    plain(home, "a", "b")
    clock = Clock()
    async with running(clock=clock) as screen:
        await screen.press("enter", "z", "q", "b", "down")
        assert "State: buried" in await screen.press("i")
        await screen.press("escape", "x")
        assert "State: suspended" in await screen.press("i")
        await screen.press("escape", "u")
        clock.forward(days=1)
        assert "State:" not in await screen.press("i")


async def test_the_history_says_which_answer_was_taken_back(home: Path) -> None:
    only(home, "basic")
    async with running() as screen:
        text = await screen.press("enter", "space", "1", "u", "i")
        assert [line.count("undone") for line in text.splitlines() if "answer  Again" in line] == [1]


async def test_notes_come_in_the_language_of_the_card_and_switch_alone(home: Path) -> None:
    only(home, "basic")
    async with running() as screen:
        assert "这个主题的笔记。" in await screen.press("enter", "n", "l")
        assert "receptive field measure" in await screen.press("escape")
        assert "这个主题的笔记。" in await screen.press("l", "n")
