"""Something of the browse screen is still at work: nothing else is begun, and the screen may be left."""

import asyncio
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual.widgets import Input

from quizapp.store.collection import Collection
from quizapp.study.marking import mark
from quizapp.tui.screens.browse import BrowseScreen
from quizapp.tui.screens.home import HomeScreen
from tests.tui.browsing import Browser, browsing, four_cards

_PATIENCE = 10.0
"""Seconds after which a test that waits for another thread has failed."""


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> tuple[Event, Event]:
    """Marking tells when it has begun, and waits until it may go on."""
    begun, goes_on = Event(), Event()

    def waits(*given: object) -> object:
        begun.set()
        goes_on.wait(_PATIENCE)
        return mark(*given)  # type: ignore[arg-type]

    monkeypatch.setattr("quizapp.tui.screens.marking.mark", waits)
    return begun, goes_on


async def test_what_was_begun_is_told_where_one_is_by_then(home: Path, slow: tuple[Event, Event]) -> None:
    begun, goes_on = slow
    four_cards(home)
    async with browsing() as browser:
        screen = browser.screen
        await browser.press("enter")
        await screen.press("x")
        assert await asyncio.to_thread(begun.wait, _PATIENCE)
        await screen.press("escape")
        assert isinstance(screen.app.screen, HomeScreen)
        assert "4 new" in screen.text
        goes_on.set()
        await _told(browser)
        assert screen.told == "1 card suspended."
        assert "3 new" in await screen.press()


async def test_one_thing_is_done_at_a_time(home: Path, slow: tuple[Event, Event]) -> None:
    begun, goes_on = slow
    four_cards(home)
    async with browsing() as browser:
        await browser.press("enter")
        await browser.screen.press("x")
        assert await asyncio.to_thread(begun.wait, _PATIENCE)
        await browser.screen.press("z")
        assert browser.screen.told == "Still at work …"
        goes_on.set()
        await browser.press("down")
        assert browser.screen.log == [("keeps", "suspend", None)]


async def test_what_is_found_while_the_screen_goes_is_left_behind(home: Path) -> None:
    four_cards(home)
    async with browsing() as browser:
        front = browser.screen.app.screen
        assert isinstance(front, BrowseScreen)
        going = front.dismiss()
        while front.is_attached:  # its widgets go one after the other
            front.found_first(front._query, front._order, ["pooling/keeps"])
            front.found(front._query, front._order, ["pooling/keeps"], [], [])
            await asyncio.sleep(0)
        await going
        assert isinstance(browser.screen.app.screen, HomeScreen)


async def test_what_is_found_while_the_program_ends_is_left_behind(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    widgets_are_gone, find = Event(), Collection.find

    def slow(*given: Any) -> Any:
        assert widgets_are_gone.wait(_PATIENCE)
        return find(*given)

    async def unmounted(screen: BrowseScreen) -> None:
        widgets_are_gone.set()
        await screen.workers.wait_for_complete()

    four_cards(home)
    async with browsing() as browser:
        monkeypatch.setattr(Collection, "find", slow)
        monkeypatch.setattr(BrowseScreen, "on_unmount", unmounted, raising=False)
        browser.screen.app.screen.query_one("#search", Input).value = "keeps"
        await browser.screen.pilot.pause()


async def _told(browser: Browser) -> None:
    async with asyncio.timeout(_PATIENCE):
        while not browser.screen.told:
            await browser.screen.pilot.pause()
