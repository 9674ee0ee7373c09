"""Moving, tagging and throwing away from the browse screen: text in the learner's own files, and taken back."""

from pathlib import Path

from quizapp.cards.models import Card
from tests.conftest import write_cards
from tests.tui.browsing import POOLING, Browser, browsing, four_cards


def _files(home: Path) -> dict[str, str]:
    """The learner's card files."""
    folder = home / "cards"
    return {str(path.relative_to(folder)): path.read_text() for path in sorted(folder.rglob("*.md"))}


def _card(browser: Browser, id_: str) -> Card | None:
    return browser.screen.app.desk.collection.card(id_)


async def test_d_throws_the_card_into_the_trash_and_u_brings_it_back_to_the_byte(home: Path) -> None:
    four_cards(home)
    before = _files(home)
    async with browsing() as browser:
        text = await browser.press("enter", "down", "d")
        assert browser.screen.told == "1 card is in the trash. u undoes."
        assert "has weights" not in text
        assert _card(browser, "pooling/weights") is None
        assert list((home / "trash").glob("*/*.md"))
        await browser.press("u")
        assert _files(home) == before
        assert _card(browser, "pooling/weights") is not None
        assert not list((home / "trash").glob("*/*.md"))


async def test_marked_cards_get_and_lose_tags_together(home: Path) -> None:
    four_cards(home)
    before = _files(home)
    async with browsing() as browser:
        await browser.press("enter", "space", "down", "space", "t")
        await browser.screen.type("hard look::again")
        await browser.press("enter")
        assert browser.screen.told == "Tags of 2 cards changed. u undoes."
        assert await browser.search("tag:look::again") == ["keeps", "slides"]
        await browser.press("enter", "t", *"-hard", "enter")
        assert await browser.search("tag:hard") == []
        await browser.press("enter", "u", "u")
        assert _files(home) == before


async def test_what_changes_nothing_says_so_and_is_nothing_to_undo(home: Path) -> None:
    four_cards(home)
    async with browsing() as browser:
        for key, text in (("t", "-hard"), ("m", "pooling")):
            await browser.press("enter", key, *text, "enter")
            assert browser.screen.told == "Nothing was changed."
        await browser.press("u")
        assert browser.screen.told == "Nothing was done here that could be undone."


async def test_what_is_no_tag_is_refused_and_stays_to_be_mended(home: Path) -> None:
    four_cards(home)
    async with browsing() as browser:
        await browser.press("enter", "t", *'a"b', "enter")
        assert '`a"b` is no tag' in browser.screen.text
        await browser.press("escape")
        assert (home / "cards").exists()
        assert all('tags="' not in text for text in _files(home).values())


async def test_m_moves_cards_into_a_topic_that_is_there_with_their_ids(home: Path) -> None:
    four_cards(home)
    async with browsing() as browser:
        await browser.press("enter", "down", "m")
        await browser.screen.type("warmup")
        await browser.press("enter")
        card = _card(browser, "pooling/weights")
        assert card is not None
        assert card.topic == "warmup"
        await browser.press("u")
        card = _card(browser, "pooling/weights")
        assert card is not None
        assert card.topic == "pooling"


async def test_or_into_a_deck_that_is_new(home: Path) -> None:
    four_cards(home)
    async with browsing() as browser:
        await browser.press("enter", "m")
        await browser.screen.type("another/deck")
        await browser.press("enter")
        assert browser.screen.told == "1 card moved to another/deck. u undoes."
        card = _card(browser, "pooling/keeps")
        assert card is not None
        assert (card.deck, card.topic) == ("another/deck", "deck")
        assert POOLING not in _files(home).values()


async def test_a_deck_that_leads_elsewhere_is_refused(home: Path) -> None:
    four_cards(home)
    before = _files(home)
    async with browsing() as browser:
        await browser.press("enter", "m", *"../out", "enter")
        assert "no folder can be called so" in browser.screen.text
        await browser.press(*["backspace"] * 6, *"a:b", "enter")
        assert "no folder can be called so" in browser.screen.text
        await browser.press("escape")
        assert _files(home) == before


async def test_adding_and_editing_begin_here_too(home: Path) -> None:
    four_cards(home)
    async with browsing() as browser:
        await browser.press("enter", "a")
        assert type(browser.screen.app.screen).__name__ == "AddScreen"


async def test_a_tag_of_the_topic_stays_is_told_and_the_rest_is_done(home: Path) -> None:
    four_cards(home)
    async with browsing() as browser:
        await browser.press("enter", "t")
        await browser.screen.type("exam -cnn")
        await browser.press("enter")
        assert "Tags of 1 card changed. u undoes." in browser.screen.told
        assert "cnn is a tag of the whole topic pooling" in browser.screen.told
        assert await browser.search("tag:exam tag:cnn") == ["keeps"]
        await browser.press("enter", "t")
        await browser.screen.type("-cnn")
        await browser.press("enter")
        assert "Nothing was changed." in browser.screen.told
        assert "cnn is a tag of the whole topic pooling" in browser.screen.told


async def test_cards_that_become_own_copies_are_told(home: Path) -> None:
    write_cards(home, {"config.toml": "new_per_day = 50\n"})
    async with browsing() as browser:
        await browser.search("definition")
        await browser.press("enter", "t", *"hard", "enter")
        assert "1 card of the program is your own copy now." in browser.screen.told
        await browser.press("t")
        await browser.screen.type("harder")
        await browser.press("enter")
        assert "own copy" not in browser.screen.told
