"""Finding cards in the browse screen, by keyboard."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from textual import events
from textual.widgets import Input

from tests.conftest import write_cards
from tests.tui.browsing import POOLING, browsing, four_cards
from tests.tui.decks import CONFIG
from tests.tui.screens import running

ALL = ["keeps", "weights", "slides", "long"]


async def test_b_at_home_shows_every_card_and_the_search_takes_what_is_typed(home: Path) -> None:
    four_cards(home)
    async with browsing() as browser:
        assert browser.found == ALL
        assert browser.status == "4 cards · the decks' order"
        await browser.press(*"max")
        assert browser.found == ["keeps", "weights"]


async def test_b_after_a_session_does_too(home: Path) -> None:
    four_cards(home, CONFIG.replace("new_per_day = 50", "new_per_day = 1"))
    async with running() as screen:
        await screen.press("enter", "space", "3")
        assert "Answered" in screen.text
        await screen.press("b")
        await screen.app.workers.wait_for_complete()
        assert "4 cards" in await screen.press()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("tag:cnn", ["keeps", "weights", "slides"]),
        ("-tag:cnn", ["long"]),
        ("kind:cloze", ["slides"]),
        ('"max pooling keep"', ["keeps"]),
        ("is:new deck:07", ["long"]),
        ("最大", ["keeps", "weights"]),
    ],
)
async def test_a_search_is_worked_off_while_it_is_typed(home: Path, text: str, found: list[str]) -> None:
    four_cards(home)
    async with browsing() as browser:
        assert await browser.search(text) == found


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("deck:", "deck: … goes on"),
        ("is:du", "is:du → due"),
        ("is:", "is: → due · new · suspended · buried · leech · edited"),
        ('"max', '"max … goes on'),
        ("-", "- … goes on"),
        ("t:cnn", "t:cnn → topic · tag"),
    ],
)
async def test_an_unfinished_word_is_told_quietly_and_the_last_result_stays(home: Path, typed: str, told: str) -> None:
    four_cards(home)
    async with browsing() as browser:
        await browser.search("slides")
        await browser.search(f"slides {typed}")
        assert browser.found == ["slides"]
        assert browser.status.startswith(f"1 card · {told}")
        assert browser.screen.told == ""
        await browser.search("")
        assert (browser.found, browser.status) == (ALL, "4 cards · the decks' order")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("is:foo", "1 card · is:foo is unknown; there are due · new"),
        ("foo:", "1 card · foo: is unknown; there are deck · topic · tag · kind · id · is"),
        ("x" * 1_001, "1 card · this search is too long"),
    ],
)
async def test_a_word_that_is_wrong_is_told_with_what_there_is(home: Path, typed: str, told: str) -> None:
    four_cards(home)
    async with browsing() as browser:
        await browser.search("slides")
        await browser.search(f"slides {typed}")
        assert browser.found == ["slides"]
        assert browser.status.startswith(told)


async def test_the_count_stays_in_sight_on_a_narrow_screen(home: Path) -> None:
    four_cards(home)
    async with browsing((60, 20)) as browser:
        await browser.press("enter", "space")
        await browser.search("is:")
        assert browser.status.startswith("4 cards · 1 marked · is: →")
        assert "edited" in browser.screen.text.splitlines()[2]


@pytest.mark.parametrize("sign", ["slash", "／"])
async def test_a_slash_before_the_search_is_the_key_that_leads_there(home: Path, sign: str) -> None:
    four_cards(home)
    async with browsing() as browser:
        await browser.press(sign, *"max")
        assert (browser.found, browser.screen.app.screen.query_one(Input).value) == (["keeps", "weights"], "max")
        await browser.press("enter", sign, "slash", "home", "slash", "x")
        assert browser.screen.app.screen.query_one(Input).value == "xmax/"
        await browser.press("home")
        browser.screen.app.screen.query_one(Input).post_message(events.Paste("/a "))
        await browser.press("end")
        assert browser.screen.app.screen.query_one(Input).value == "a xmax/"


@pytest.mark.parametrize(
    ("search", "told"),
    [
        ("deck:nope", "Nothing found. nope is no deck; there are 06-pools, 07-training"),
        ("deck:=06", "Nothing found. 06 is no deck; there are 06-pools, 07-training"),
        ("tag:trainin:", "Nothing found. trainin: is no tag; there are training, cnn"),
        ("max kind:typo", "Nothing found. typo is no kind; there are typed,"),
        ("topic:nope -deck:no", "Nothing found. nope is no topic; there are pooling, warmup"),
        ("zebra", "Nothing found.\n"),
        ("deck:06 tag:training", "Nothing found. Take a word away: cards must have all of them."),
    ],
)
async def test_where_nothing_is_found_for_a_name_that_is_none_it_says_what_there_is(
    home: Path, search: str, told: str
) -> None:
    four_cards(home)
    async with browsing() as browser:
        assert await browser.search(search) == []
        assert told in browser.screen.text


@pytest.mark.parametrize("key", ["enter", "down", "tab", "escape"])
async def test_several_keys_lead_from_the_search_to_the_cards_and_slash_leads_back(home: Path, key: str) -> None:
    four_cards(home)
    async with browsing() as browser:
        await browser.press(*"pool", key)
        assert browser.table.has_focus
        await browser.press("slash", "s")
        assert browser.found == []


async def test_escape_leads_out_of_the_search_then_out_of_the_screen(home: Path) -> None:
    four_cards(home)
    async with browsing() as browser:
        await browser.press("escape")
        assert browser.table.has_focus
        assert "All decks" in await browser.press("escape")


async def test_the_cursor_stays_on_its_card_where_that_is_still_found(home: Path) -> None:
    four_cards(home)
    async with browsing() as browser:
        await browser.press("enter", "down", "down")
        assert browser.cursor == "slides"
        await browser.search("window")
        assert (browser.found, browser.cursor) == (["keeps", "slides"], "slides")
        await browser.search("max")
        assert (browser.found, browser.cursor) == (["keeps", "weights"], "weights")


async def test_cards_are_sorted_by_column_after_column_and_the_other_way_round(home: Path) -> None:
    four_cards(home)
    async with browsing() as browser:
        await browser.press("enter", "s")
        assert (browser.found, browser.status) == (["keeps", "slides", "weights", "long"], "4 cards · by id")
        await browser.press("S")
        assert (browser.found[0], browser.status) == ("long", "4 cards · by id ↓")
        assert "id↓" in browser.screen.text
        await browser.press(*"s" * 8)
        assert (browser.found, browser.status) == (ALL, "4 cards · the decks' order")


async def test_l_shows_the_cards_in_their_other_language(home: Path) -> None:
    four_cards(home)
    async with browsing() as browser:
        assert "最大池化保留什么？" in await browser.press("enter", "l")
        assert "What does max pooling keep?" in await browser.press("l")


async def test_i_shows_the_history_of_the_card_under_the_cursor(home: Path) -> None:
    four_cards(home)
    async with browsing() as browser:
        text = await browser.press("enter", "down", "i")
        assert "pooling/weights" in text
        assert "Nothing yet: this card is new." in text


async def test_without_cards_it_says_how_to_add_one_and_where_to_put_them(home: Path) -> None:
    write_cards(home, {"config.toml": CONFIG})
    async with browsing() as browser:
        text = " ".join(browser.screen.text.split())
        assert "No cards yet." in text
        assert "a adds one; `quizapp import` brings them from other programs; or put Markdown files into" in text
        await browser.press("enter", "space", "x", "i", "v", "ctrl+a", "R", "s", "end", "pagedown", "shift+down")
        assert browser.found == []


async def test_where_nothing_is_found_it_says_how_to_find_more(home: Path) -> None:
    four_cards(home)
    async with browsing() as browser:
        await browser.search("max zebra")
        assert "Nothing found. Take a word away: cards must have all of them." in browser.screen.text
        assert browser.status == "0 cards · the decks' order"


async def test_the_help_explains_keys_and_searches(home: Path) -> None:
    four_cards(home)
    async with browsing((100, 60)) as browser:
        text = await browser.press("enter", "f1")
        for said in ("Suspend: not before it is resumed", "deck: topic: tag: kind: id:", "is:leech is:edited"):
            assert said in " ".join(text.split())
        assert "Grades:" not in text


async def test_a_search_that_fails_is_told_and_leaves_what_was_found(home: Path) -> None:
    four_cards(home)
    async with browsing() as browser:
        with closing(sqlite3.connect(browser.screen.app.desk.places.database)) as connection:
            connection.execute("ALTER TABLE listing_text RENAME TO elsewhere")
        assert await browser.search("max") == ALL
        assert "no such table: listing_text" in browser.screen.told


async def test_what_a_card_says_cannot_drive_the_terminal(home: Path) -> None:
    hostile = POOLING.replace("cnn", '"\\u001b[31mred"').replace("max pooling keep", "\u202emax \x1b[2Jkeep")
    write_cards(home, {"config.toml": CONFIG, "cards/pooling.en.md": hostile})
    async with browsing((160, 30)) as browser:
        text = await browser.press("enter", "v")
        assert "\x1b" not in text
        assert "\u202e" not in text


async def test_cards_read_anew_meanwhile_are_found_and_shown(home: Path) -> None:
    four_cards(home)
    async with browsing((120, 30)) as browser:
        write_cards(home, {"cards/06-pools/pooling.en.md": POOLING.replace("max pooling keep", "mean pooling keep")})
        browser.screen.app.files.read()
        text = await browser.press("enter")
        assert "│ What does mean pooling keep?" in text
        assert await browser.search('"mean pooling"') == ["keeps"]
