"""What a search finds is shown as soon as there is a page of it, and told when all is known."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual.widgets import Input

from quizapp.store.collection import Collection
from quizapp.store.searching.wanted import Order
from quizapp.tui.screens import finding
from quizapp.tui.screens.browse import BrowseScreen
from quizapp.tui.widgets.card_columns import View
from tests.conftest import write_cards
from tests.tui.browsing import browsing, four_cards
from tests.tui.decks import CONFIG
from tests.tui.test_browse_table import HEIGHT, MANY, VIEW, Program

PAGE = 20
"""The cards in view at 24 rows."""


@pytest.fixture
def searches(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[list[int | None], Event]]:
    """How many cards were asked for; a search for all waits until it may go on."""
    asked: list[int | None] = []
    may_go_on = Event()
    may_go_on.set()
    find = Collection.find

    def noted(self: Collection, *given: Any) -> Sequence[str]:
        asked.append(given[3] if len(given) > 3 else None)
        if asked[-1] is None:
            may_go_on.wait(10)
        return find(self, *given)

    monkeypatch.setattr(Collection, "find", noted)
    yield asked, may_go_on
    may_go_on.set()


def write_ninety(home: Path) -> None:
    """Ninety cards, every second of which says `true`."""
    text = "".join(f"## What is {number}? {{#q{number}}}\n\nIt is even: {number % 2 == 0}.\n\n" for number in range(90))
    write_cards(home, {"config.toml": CONFIG, "cards/plain.md": f"# Plain\n\n{text}"})


async def test_a_page_is_shown_before_all_cards_are_found(home: Path, searches: tuple[list[int], Event]) -> None:
    asked, may_go_on = searches
    write_ninety(home)
    async with browsing() as browser:
        assert "90 cards" in browser.status
        asked.clear()
        may_go_on.clear()
        browser.screen.app.screen.query_one("#search", Input).value = "true"
        while len(asked) < 2:
            await browser.screen.pilot.pause()
        assert asked == [PAGE, None]
        assert browser.found == [f"q{number}" for number in range(0, 2 * PAGE, 2)]
        assert "What is 4?" in browser.screen.text
        assert "90 cards" in browser.status
        may_go_on.set()
        await browser.settle()
        assert len(browser.found) == 45
        assert "45 cards" in browser.status


async def test_the_rest_is_looked_for_once_the_page_is_painted(
    home: Path, searches: tuple[list[int | None], Event], monkeypatch: pytest.MonkeyPatch
) -> None:
    write_ninety(home)
    painted: list[Callable[[], None]] = []

    def when_painted(screen: BrowseScreen, callback: Callable[[], None]) -> None:
        painted.append(callback)

    async with browsing() as browser:
        searches[0].clear()
        monkeypatch.setattr(finding, "_MOST_WAITED", 10.0)
        monkeypatch.setattr(BrowseScreen, "call_after_refresh", when_painted)
        browser.screen.app.screen.query_one("#search", Input).value = "true"
        async with asyncio.timeout(10):
            while not painted:
                await browser.screen.pilot.pause()
        assert searches[0] == [PAGE]
        for callback in painted:
            callback()
        await browser.settle()
        assert searches[0] == [PAGE, None]


async def test_a_page_that_is_never_painted_holds_the_rest_up_for_a_moment_only(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_ninety(home)
    async with browsing() as browser:
        monkeypatch.setattr(finding, "_MOST_WAITED", 0.01)
        monkeypatch.setattr(BrowseScreen, "call_after_refresh", lambda *_: None)
        assert len(await browser.search("true")) == 45


async def test_less_than_a_page_is_searched_for_once(home: Path, searches: tuple[list[int], Event]) -> None:
    four_cards(home)
    async with browsing() as browser:
        searches[0].clear()
        await browser.search("max")
        assert searches[0] == [PAGE]


async def test_cards_in_another_order_are_searched_for_once(home: Path, searches: tuple[list[int], Event]) -> None:
    four_cards(home)
    async with browsing() as browser:
        await browser.press("enter")
        searches[0].clear()
        await browser.press("s")
        assert searches[0] == [None]


async def test_a_page_that_was_shown_is_neither_fetched_nor_painted_again() -> None:
    app = Program()
    async with app.run_test(size=(80, HEIGHT)) as pilot:
        app.table.show_first(MANY[: app.table.page], VIEW)
        await pilot.pause()
        assert "card-3" in app.table.render_line(4).text
        app.table.fetched.clear()
        app.table.show(MANY, VIEW)
        await pilot.pause()
        assert (len(app.table.ids), app.table.card) == (100_000, MANY[0])
        assert app.table.fetched == []
        await pilot.press("end")
        assert app.table.card == MANY[-1]


async def test_other_cards_than_those_shown_first_are_shown_at_last() -> None:
    app = Program()
    async with app.run_test(size=(80, HEIGHT)) as pilot:
        app.table.show_first(MANY[: app.table.page], VIEW)
        await pilot.pause()
        app.table.show(MANY[1:], VIEW)
        await pilot.pause()
        assert "card-1 " in app.table.render_line(1).text


async def test_the_cursor_stays_on_a_card_that_is_not_among_the_first() -> None:
    app = Program()
    async with app.run_test(size=(80, HEIGHT)) as pilot:
        app.table.show(MANY[500:600], VIEW)
        await pilot.press("down")
        page = app.table.page
        for _ in range(2):  # a letter, and another before all is found
            app.table.show_first(MANY[:page], VIEW)
            await pilot.pause()
        assert app.table.card == MANY[1]
        app.table.show(MANY, VIEW)
        await pilot.pause()
        assert app.table.card == MANY[501]
        assert app.table.page == 0


async def test_the_cursor_stays_where_it_was_moved_meanwhile() -> None:
    app = Program()
    async with app.run_test(size=(80, HEIGHT)) as pilot:
        app.table.show(MANY[500:600], VIEW)
        app.table.show_first(MANY[: app.table.page], VIEW)
        await pilot.press("down")
        app.table.show(MANY, VIEW)
        assert app.table.card == MANY[1]


async def test_another_day_shows_the_first_cards_anew() -> None:
    app = Program()
    async with app.run_test(size=(80, HEIGHT)) as pilot:
        app.table.show_first(MANY[: app.table.page], VIEW)
        await pilot.pause()
        app.table.fetched.clear()
        app.table.show(MANY, View(Order(), date(2026, 3, 5), "en"))
        await pilot.pause()
        assert app.table.fetched
