"""Many cards decided about at once: asked for first, and undone as one, wherever that is done."""

from pathlib import Path

from tests.conftest import write_cards
from tests.tui.browsing import browsing, four_cards
from tests.tui.decks import CONFIG, plain
from tests.tui.screens import running


def many(home: Path, count: int) -> None:
    """So many cards in one topic."""
    text = "".join(f"## What is {number}? {{#q{number}}}\n\n{number}.\n\n" for number in range(count))
    write_cards(home, {"config.toml": CONFIG, "cards/plain.md": f"# Plain\n\n{text}"})


async def test_many_cards_are_suspended_or_buried_only_once_that_is_confirmed(home: Path) -> None:
    many(home, 21)
    async with browsing() as browser:
        for key, question in (("x", "Suspend 21 cards?"), ("z", "Bury 21 cards?")):
            assert question in await browser.press("enter" if key == "x" else "down", "ctrl+a", key)
            await browser.press("enter")
            assert browser.screen.log == []
            await browser.press("ctrl+a")
        await browser.press("ctrl+a", "x", "y")
        assert len(browser.screen.log) == 21


async def test_twenty_cards_are_suspended_at_once(home: Path) -> None:
    many(home, 20)
    async with browsing() as browser:
        await browser.press("enter", "ctrl+a", "x")
        assert browser.screen.told == "20 cards suspended. u undoes."


async def test_home_undoes_all_of_it_says_so_and_stays(home: Path) -> None:
    four_cards(home)
    async with browsing() as browser:
        await browser.press("enter", "ctrl+a", "x", "escape")
        text = await browser.screen.press("u")
        assert browser.screen.told == "Undone: 4 cards suspended."
        assert (browser.screen.asked, browser.screen.log) == (None, [])
        assert "4 new" in text
        await browser.screen.press("u")
        assert browser.screen.told == "Nothing left to undo today."


async def test_home_says_what_of_a_review_it_undid_that_was_no_answer(home: Path) -> None:
    plain(home, "a", "b")
    async with running() as screen:
        await screen.press("enter", "z", "q", "escape", "u")
        assert (screen.told, screen.asked, screen.log) == ("Undone: 1 card buried until tomorrow.", None, [])


async def test_a_review_undoes_it_and_goes_on_with_its_card(home: Path) -> None:
    four_cards(home)
    async with browsing() as browser:
        screen = browser.screen
        await browser.press("enter", "down", "shift+down", "z", "escape")
        await screen.press("enter")
        shown = screen.asked
        await screen.press("u")
        assert (screen.told, screen.asked, screen.log) == ("Undone: 2 cards buried until tomorrow.", shown, [])


async def test_the_closing_screen_undoes_it_and_stays(home: Path) -> None:
    plain(home, "a", "b")
    async with running() as screen:
        await screen.press("enter", "space", "3", "q", "b", "enter", "ctrl+a", "x")
        await screen.app.workers.wait_for_complete()
        await screen.press("escape", "u")
        assert (screen.told, screen.log) == ("Undone: 2 cards suspended.", [("a", "answer", 4)])
        assert "Session ended" in screen.text


async def test_the_browser_undoes_what_was_done_before_it_was_left(home: Path) -> None:
    four_cards(home)
    file = home / "cards/07-training/warmup.md"
    before = file.read_text()
    async with browsing() as browser:
        await browser.press("enter", "end", "t", *"hard", "enter")
        assert "hard" in file.read_text()
        await browser.press("enter", "x", "escape", "b", "enter", "u")
        assert browser.screen.told == "Undone: 1 card suspended."
        await browser.press("u")
        assert file.read_text() == before


async def test_what_home_undid_the_browser_does_not_undo_again(home: Path) -> None:
    four_cards(home)
    async with browsing() as browser:
        await browser.press("enter", "z", "x", "escape")
        await browser.screen.press("u")
        await browser.press("b", "enter", "u")
        assert browser.screen.told == "This was undone before: 1 card suspended."
        await browser.press("u")
        assert browser.screen.told == "Undone: 1 card buried until tomorrow."
        assert browser.screen.log == []
