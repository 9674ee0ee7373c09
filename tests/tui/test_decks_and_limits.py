"""One deck from home, and the limits of a day."""

from pathlib import Path

from tests.conftest import questions, write_cards
from tests.tui.decks import CONFIG, plain
from tests.tui.screens import running


async def test_a_session_of_the_deck_under_the_cursor_asks_its_cards_only(home: Path) -> None:
    files = {f"cards/{deck}/{deck}.md": questions(f"{deck}-card") for deck in ("one", "two")}
    write_cards(home, {"config.toml": CONFIG, **files})
    async with running() as screen:
        text = await screen.press("down", "down", "enter")
        assert screen.asked == "two-card"
        assert "1 of 1" in text
        await screen.press("space", "3", "enter")
        assert "▸ two" in screen.text


async def test_no_more_new_cards_come_than_the_day_allows(home: Path) -> None:
    plain(home, "a", "b", "c", config=CONFIG.replace("new_per_day = 50", "new_per_day = 2"))
    async with running() as screen:
        assert "2 new" in screen.text
        text = await screen.press("enter", "space", "3", "space", "3")
        assert "Done for now" in text
        await screen.press("m")
        assert screen.asked == "c"
        await screen.press("space", "3", "m")
        assert "There are no more cards" in screen.told


async def test_the_row_for_all_decks_tells_what_the_day_holds_not_the_sum(home: Path) -> None:
    write_cards(home, {"config.toml": CONFIG.replace("50", "1")})
    write_cards(home, {f"cards/{deck}/{deck}.md": questions("a", "b") for deck in ("one", "two")})
    async with running() as screen:
        rows = [line.split() for line in screen.text.splitlines() if "░" in line]
    assert [row[row.index("·") + 1] for row in rows] == ["1", "1", "1"]
