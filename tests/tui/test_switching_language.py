"""The card's other language keeps what was done with the card."""

from pathlib import Path

from tests.tui.decks import all_kinds, only, plain
from tests.tui.screens import running


async def test_picks_stay(home: Path) -> None:
    only(home, "several")
    async with running() as screen:
        before = await screen.press("enter", "1", "3")
        after = await screen.press("l")
        marks = [line.split("]")[0] + "]" for line in before.splitlines() if "[x]" in line]
        assert len(marks) == 2
        assert all(mark in after for mark in marks)
        assert "哪两个是偶数" in after


async def test_an_answered_card_stays_answered(home: Path) -> None:
    only(home, "basic")
    async with running() as screen:
        text = await screen.press("enter", "space", "l")
        assert "能够改变该单元取值" in text
        assert "▸3 Good" in text
        await screen.press("3")
        assert screen.log == [("basic", "answer", 4)]


async def test_typed_text_stays(home: Path) -> None:
    only(home, "typed")
    async with running() as screen:
        text = await screen.press("enter", "7", "x", "escape", "l")
        assert "膨胀率为 3" in text
        assert "7x" in text


async def test_a_look_at_the_other_language_is_for_this_card_only(home: Path) -> None:
    all_kinds(home)
    async with running() as screen:
        assert "单元的感受野" in await screen.press("enter", "l")
        assert "scaling?" in await screen.press("space", "3")
        assert screen.app.desk.settings.language == "en"


async def test_the_language_chosen_at_home_lasts(home: Path) -> None:
    only(home, "basic")
    async with running() as screen:
        await screen.press("l")
    async with running() as screen:
        assert "单元的感受野" in await screen.press("enter")


async def test_a_card_in_one_language_says_so(home: Path) -> None:
    plain(home, "a")
    async with running() as screen:
        await screen.press("enter", "l")
        assert screen.told == "This card is in one language only."
