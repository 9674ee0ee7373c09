"""Home, left open: a new day is noticed, and the cursor stays on its deck."""

from pathlib import Path

import pytest

from quizapp.tui.screens import home as home_screen
from tests.conftest import write_cards
from tests.tui.decks import CONFIG, only
from tests.tui.screens import Clock, running


async def test_a_day_that_begins_while_home_is_open_is_shown(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(home_screen, "_LOOK_SECONDS", 0.01)
    only(home, "basic")
    clock = Clock()
    async with running(clock=clock) as screen:
        assert "Today   0 due   0 new" in await screen.press("enter", "space", "3", "enter")
        clock.forward(days=1)
        seen = (await screen.press() for _ in range(100))
        assert "Today   1 due   0 new" in [text async for text in seen][-1]


async def test_the_cursor_stays_on_its_deck_when_another_comes_before_it(home: Path) -> None:
    decks = {f"cards/{deck}/{deck}.en.md": f"# {deck}\n\n## Which deck?\n\n{deck}\n" for deck in "abc"}
    first = decks.pop("cards/a/a.en.md")
    write_cards(home, {"config.toml": CONFIG, **decks})
    async with running() as screen:
        assert "▸ c" in await screen.press("down", "down")
        write_cards(home, {"cards/a/a.en.md": first})
        await screen.press("r")
        await screen.app.workers.wait_for_complete()
        text = await screen.press()
        assert "▸ c" in text
        assert "  a " in text
