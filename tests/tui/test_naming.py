"""Asking for a name, with what there is already offered."""

from pathlib import Path

import pytest
from textual import events

from quizapp.errors import UsageError
from quizapp.tui.screens.browse import BrowseScreen
from quizapp.tui.screens.browse_words import resetting
from quizapp.tui.screens.confirming import ConfirmScreen
from quizapp.tui.screens.day import DayScreen
from quizapp.tui.screens.naming import NamingScreen, last_word
from tests.tui.decks import plain
from tests.tui.screens import Screen, running

TAGS = ["cnn", "core", "training"]


def matches(text: str) -> list[str]:
    return [tag for tag in TAGS if tag.startswith(text)]


def refuse_spaces(text: str) -> None:
    if " " in text:
        raise UsageError("a topic has no blanks", "write a-topic")


def ask(screen: Screen) -> list[str | None]:
    """Asks, and gathers the answer."""
    named: list[str | None] = []
    question = NamingScreen("Which topic?", "The cards move there.", matches, refuse_spaces)
    screen.app.push_screen(question, named.append)
    return named


async def test_what_is_typed_is_given_without_blanks_around_it(home: Path) -> None:
    plain(home, "a")
    async with running() as screen:
        named = ask(screen)
        await screen.press()
        await screen.type(" new-topic ")
        await screen.press("enter")
        assert named == ["new-topic"]


async def test_what_there_is_is_offered_and_taken_by_the_arrows(home: Path) -> None:
    plain(home, "a")
    async with running() as screen:
        named = ask(screen)
        text = await screen.press("c")
        assert "cnn · core" in text
        await screen.press("down", "down", "enter")
        assert named == ["core"]


async def test_what_will_not_do_is_told_and_stays(home: Path) -> None:
    plain(home, "a")
    async with running() as screen:
        named = ask(screen)
        await screen.press()
        await screen.type("two words")
        text = await screen.press("enter")
        assert "a topic has no blanks: write a-topic" in text
        assert named == []
        assert "a topic has no blanks" not in await screen.press("backspace")


async def test_escape_and_an_empty_line_name_nothing(home: Path) -> None:
    plain(home, "a")
    async with running() as screen:
        first = ask(screen)
        await screen.press("escape")
        second = ask(screen)
        await screen.press("enter")
        assert (first, second) == ([None], [None])


def test_of_several_tags_the_last_is_completed_its_sign_kept() -> None:
    of_last = last_word(matches)
    assert of_last("+cn") == ["+cnn"]
    assert of_last("+cnn -tr") == ["+cnn -training"]
    assert of_last("co") == ["core"]
    assert of_last("+cnn ") == []


async def test_enter_pressed_twice_leaves_what_lies_below_where_it_is(home: Path) -> None:
    plain(home, "a")
    async with running() as screen:
        await screen.press("b")
        named = ask(screen)
        await screen.press()
        await screen.type("cnn")
        for _ in range(2):
            screen.app.post_message(events.Key("enter", "\r"))
        await screen.press()
        assert named == ["cnn"]
        assert isinstance(screen.app.screen, BrowseScreen)


@pytest.mark.parametrize("language", ["en", "zh"])
async def test_the_keys_are_told_whole_where_there_is_little_room(home: Path, language: str) -> None:
    plain(home, "a")
    (home / "config.toml").write_text(f"bundled = false\ninterface = '{language}'\n", encoding="utf-8")
    async with running((60, 20)) as screen:
        for question in (NamingScreen("Which?", "", matches, refuse_spaces), DayScreen(None, refuse_spaces)):
            screen.app.push_screen(question)
            assert "…" not in await screen.press()


async def test_a_question_that_is_no_short_one_is_told_whole(home: Path) -> None:
    plain(home, "a")
    async with running((60, 20)) as screen:
        screen.app.push_screen(ConfirmScreen(*resetting(["a-topic-of-a-long-name/and-a-card-of-a-long-name"])))
        assert "a-card-of-a-long-name new again?" in " ".join((await screen.press()).replace("│", " ").split())
