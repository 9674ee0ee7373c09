"""The preview where there is room for one of the two: the form comes back as it was left."""

from pathlib import Path

import pytest

from tests.tui.adding import form, no_cards, opened, place, seen, write
from tests.tui.screens import running


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_the_focus_and_the_cursor_are_where_they_were(home: Path, size: tuple[int, int]) -> None:
    no_cards(home)
    async with running(size) as screen:
        await opened(screen)
        await screen.type("Why so?")
        await screen.press("left", "left", "left", "f2", "f2")
        await screen.type("is it ")
        assert form(screen).form.text("en").prompt == "Why is it so?"
        await screen.press("tab", "f2", "escape")
        await screen.type("So.")
        assert form(screen).form.text("en").answer == "So."


async def test_no_key_reaches_a_field_that_is_not_seen(home: Path) -> None:
    no_cards(home)
    async with running() as screen:
        await opened(screen)
        await screen.press("f2")
        await screen.type("Why")
        await screen.press("tab", "c", "f2")
        await screen.type("How?")
        assert form(screen).form.text("en").prompt == "How?"
        assert form(screen).form.kind == "basic"


async def test_the_focus_is_there_again_once_both_have_room(home: Path) -> None:
    no_cards(home)
    async with running() as screen:
        await opened(screen)
        await screen.press("f2")
        await screen.resize(120, 30)
        await screen.type("Why?")
        assert form(screen).form.text("en").prompt == "Why?"


async def test_saving_leads_back_to_what_is_wrong_or_to_the_next_card(home: Path) -> None:
    no_cards(home)
    async with running() as screen:
        await opened(screen)
        await place(screen, topic="t")
        await write(screen, "Why?")
        await screen.press("f2", "ctrl+s")
        await screen.type("So.")
        assert form(screen).form.text("en").answer == "So."
        await seen(screen)
        await screen.press("f2", "ctrl+s")
        assert screen.app.desk.collection.ids() == ["t/why"]
        await screen.type("How?")
        assert form(screen).form.text("en").prompt == "How?"


async def test_a_card_that_cannot_be_read_yet_says_why(home: Path) -> None:
    no_cards(home)
    async with running((60, 20)) as screen:
        await opened(screen)
        await place(screen, kind="m")
        await write(screen, "Which?", "one\ntwo")
        assert "✗ Answer: none is marked right" in await screen.press("f2")
