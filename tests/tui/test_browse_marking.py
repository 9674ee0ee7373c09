"""Suspending, resuming, burying and resetting from the browse screen, one card or many, and taking it back."""

from pathlib import Path

from tests.tui.browsing import browsing, four_cards
from tests.tui.screens import Clock, running


async def test_x_suspends_the_card_under_the_cursor_and_u_takes_it_back(home: Path) -> None:
    four_cards(home)
    async with browsing() as browser:
        text = await browser.press("enter", "down", "x")
        assert browser.screen.told == " 1 card suspended. u undoes.".strip()
        assert browser.screen.log == [("weights", "suspend", None)]
        assert "suspended" in text
        await browser.press("u")
        assert browser.screen.told == "Undone: 1 card suspended."
        assert browser.screen.log == []
        assert await browser.search("is:suspended") == []


async def test_what_is_so_already_is_not_done_again(home: Path) -> None:
    four_cards(home)
    async with browsing() as browser:
        await browser.press("enter", "x", "x")
        assert "Nothing was changed." in browser.screen.told
        assert len(browser.screen.log) == 1
        await browser.press("u", "u")
        assert browser.screen.log == []


async def test_marked_cards_are_acted_on_together_and_taken_back_together(home: Path) -> None:
    four_cards(home)
    async with browsing() as browser:
        await browser.press("enter", "space", "down", "space")
        assert (browser.chosen, browser.cursor) == (["keeps", "slides"], "long")
        assert browser.status == "4 cards · 2 marked · the decks' order"
        await browser.press("z")
        assert sorted(browser.screen.log) == [("keeps", "bury", None), ("slides", "bury", None)]
        assert "2 cards buried until tomorrow. u undoes." in browser.screen.told
        await browser.press("y", "u", "u")
        assert browser.screen.log == []
        await browser.press("u")
        assert browser.screen.told == "Nothing was done here that could be undone."


async def test_all_that_was_found_is_marked_by_one_key_and_unmarked_by_the_same(home: Path) -> None:
    four_cards(home)
    async with browsing() as browser:
        await browser.search("pooling")
        await browser.press("enter", "ctrl+a")
        assert browser.chosen == ["keeps", "weights", "slides"]
        await browser.press("ctrl+a")
        assert browser.status == "3 cards · the decks' order"


async def test_shift_with_an_arrow_marks_too(home: Path) -> None:
    four_cards(home)
    async with browsing() as browser:
        await browser.press("enter", "shift+down", "shift+down")
        assert (browser.chosen, browser.cursor) == (["keeps", "weights", "slides"], "slides")
        await browser.press("space", "end", "shift+up")
        assert browser.chosen == ["keeps", "weights", "slides", "long"]


async def test_marks_outlive_another_search_and_are_told(home: Path) -> None:
    four_cards(home)
    async with browsing() as browser:
        await browser.press("enter", "space")
        await browser.search("deck:07")
        await browser.press("enter", "space")
        assert browser.status == "1 card · 2 marked · the decks' order"
        await browser.press("x")
        assert sorted(card for card, _, _ in browser.screen.log) == ["keeps", "long"]


async def test_a_card_whose_text_vanished_is_not_marked_any_more(home: Path) -> None:
    four_cards(home)
    async with browsing() as browser:
        await browser.press("enter", "ctrl+a")
        (home / "cards/07-training/warmup.md").unlink()
        browser.screen.app.files.read()
        assert await browser.search("max") == ["keeps", "weights"]
        await browser.search("tag:cnn")
        assert browser.chosen == ["keeps", "weights", "slides"]


async def test_a_reset_is_asked_for_first_and_enter_alone_leaves_things_as_they_are(home: Path) -> None:
    four_cards(home)
    async with running() as screen:
        await screen.press("enter", "space", "3", "escape", "enter")
    async with browsing() as browser:
        assert await browser.search("-is:new") == ["keeps"]
        text = await browser.press("enter", "R")
        assert "Make pooling/keeps new again?" in text
        assert "no, leave it" in text
        await browser.press("enter")
        assert browser.found == ["keeps"]
        await browser.press("R", "y")
        assert (browser.found, browser.screen.told) == ([], "1 card is new again. u undoes.")
        await browser.press("u")
        assert browser.found == ["keeps"]


async def test_many_cards_are_not_all_named_in_the_question(home: Path) -> None:
    four_cards(home)
    async with browsing() as browser:
        text = " ".join((await browser.press("enter", "ctrl+a", "R")).replace("│", " ").split())
        assert "Make 4 cards new again" in text
        await browser.press("n")
        assert browser.screen.log == []


async def test_what_was_suspended_here_does_not_come_in_a_review(home: Path) -> None:
    four_cards(home)
    async with browsing() as browser:
        await browser.press("enter", "ctrl+a", "x", "escape")
        await browser.press("enter")
        assert "Nothing waits here today." in browser.screen.told


async def test_a_card_buried_here_comes_tomorrow(home: Path) -> None:
    four_cards(home)
    clock = Clock()
    async with browsing(clock=clock) as browser:
        await browser.press("enter", "z")
        assert await browser.search("is:buried") == ["keeps"]
    clock.forward(days=1)
    async with browsing(clock=clock) as browser:
        assert await browser.search("is:buried") == []


async def test_letters_are_text_while_the_search_has_the_focus(home: Path) -> None:
    four_cards(home)
    async with browsing() as browser:
        await browser.press("x", "z", "u", "R", "space")
        assert browser.screen.log == []
        assert browser.found == []
