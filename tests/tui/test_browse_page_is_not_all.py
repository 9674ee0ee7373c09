"""Between the first page of a search and the rest of it the page is not taken for all that was found."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual.widgets import Input

from quizapp.errors import StoreError
from quizapp.store.collection import Collection
from tests.tui.browsing import Browser, browsing
from tests.tui.test_browse_first_page import write_ninety

FOUND = 45
"""The cards that say `true`, of 90."""
_PATIENCE = 10.0


class Rest:
    """The rest of a search: it waits until it may go on, and fails where it is told to."""

    def __init__(self) -> None:
        self.may_go_on = Event()
        self.may_go_on.set()
        self.fails = False

    def wait(self) -> None:
        self.may_go_on.wait(_PATIENCE)
        if self.fails:
            raise StoreError("the disk is gone", "plug it in")


@pytest.fixture
def rest(home: Path, monkeypatch: pytest.MonkeyPatch) -> Rest:
    """Ninety cards are there."""
    write_ninety(home)
    rest, find = Rest(), Collection.find

    def waits(self: Collection, query: Any, order: Any, today: Any, most: int | None = None) -> Sequence[str]:
        if most is None:
            rest.wait()
        return find(self, query, order, today, most)

    monkeypatch.setattr(Collection, "find", waits)
    return rest


@asynccontextmanager
async def a_page_is_shown(rest: Rest) -> AsyncIterator[Browser]:
    """The first page of a search, the cards in focus, while the rest waits."""
    async with browsing() as browser:
        try:
            await browser.press("enter")
            rest.may_go_on.clear()
            browser.screen.app.screen.query_one("#search", Input).value = "true"
            while browser.found[1] != "q2":
                await browser.screen.pilot.pause()
            assert len(browser.found) < FOUND
            yield browser
        finally:
            rest.may_go_on.set()


async def goes_on(rest: Rest, browser: Browser) -> None:
    rest.may_go_on.set()
    await browser.settle()


async def test_all_are_marked_once_all_are_there_and_nothing_is_done_to_fewer(rest: Rest) -> None:
    async with a_page_is_shown(rest) as browser:
        await browser.screen.press("ctrl+a", "x")
        assert (browser.chosen, browser.screen.log) == ([], [])
        await goes_on(rest, browser)
        assert len(browser.chosen) == FOUND
        assert "45 cards · 45 marked" in browser.status


async def test_the_end_is_that_of_all(rest: Rest) -> None:
    async with a_page_is_shown(rest) as browser:
        await browser.screen.press("end")
        await goes_on(rest, browser)
        assert browser.cursor == "q88"


async def test_what_waits_for_the_rest_is_not_done_to_another_search(rest: Rest) -> None:
    async with a_page_is_shown(rest) as browser:
        await browser.screen.press("ctrl+a")
        browser.screen.app.screen.query_one("#search", Input).value = "false"
        await goes_on(rest, browser)
        assert (browser.found[0], browser.chosen) == ("q1", ["q1"])


async def test_a_mark_does_not_make_the_page_all(rest: Rest) -> None:
    async with a_page_is_shown(rest) as browser:
        await browser.screen.press("space")
        assert "90 cards · 1 marked" in browser.status


async def test_where_the_rest_fails_it_is_told_and_what_was_found_before_is_there_again(rest: Rest) -> None:
    async with a_page_is_shown(rest) as browser:
        await browser.screen.press("down", "ctrl+a")
        rest.fails = True
        await goes_on(rest, browser)
        assert "the disk is gone" in browser.screen.text
        assert browser.found == [f"q{number}" for number in range(90)]
        assert "90 cards" in browser.status
        assert len(browser.chosen) == 1


async def test_what_was_to_be_done_with_all_is_not_done_with_what_was_there_before(rest: Rest) -> None:
    async with browsing() as browser:
        await browser.search("true")
        await browser.press("enter")
        rest.may_go_on.clear()
        rest.fails = True
        browser.screen.app.screen.query_one("#search", Input).value = "even true"  # the same page
        while len(browser.found) == FOUND:
            await browser.screen.pilot.pause()
        await browser.screen.press("ctrl+a")
        await goes_on(rest, browser)
        assert (len(browser.found), len(browser.chosen)) == (FOUND, 1)
