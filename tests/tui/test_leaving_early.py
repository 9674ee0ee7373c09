"""Leaving the program while a screen is being made: it ends, in a moment and without a word."""

import asyncio
from pathlib import Path

import pytest

from tests.conftest import questions, write_cards
from tests.tui.decks import CONFIG
from tests.tui.screens import running


@pytest.mark.parametrize("turns", [0, 4])
@pytest.mark.parametrize("action", ["screen.settings", "app.help", "screen.browse", "screen.statistics", "app.add"])
async def test_a_screen_that_is_being_made_lets_the_program_go(home: Path, action: str, turns: int) -> None:
    write_cards(home, {"config.toml": CONFIG, "cards/x.md": questions("p", "q", title="First")})
    async with running() as screen:
        app = screen.app
        async with asyncio.timeout(10):
            assert await app.run_action(action)
            assert app.screen is not app.home
            for _ in range(turns):
                await asyncio.sleep(0)
            await app.run_action("app.quit")
            while app.is_running:
                await asyncio.sleep(0.001)
    assert app.return_code == 0
