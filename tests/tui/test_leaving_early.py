"""Leaving the program while a screen is being made: it ends, in a moment and without a word."""

import asyncio
from pathlib import Path
from threading import Event

import pytest
from textual.pilot import Pilot

from quizapp.paths import places
from quizapp.report.parts import parts
from quizapp.study.opening import open_desk
from quizapp.study.starting import Start
from quizapp.tui.app import QuizApp
from tests.conftest import NOW, questions, write_cards
from tests.tui.decks import CONFIG
from tests.tui.screens import Clock, running

_PATIENCE = 10.0
"""Seconds."""


@pytest.mark.parametrize("turns", [0, 4])
@pytest.mark.parametrize("action", ["screen.settings", "app.help", "screen.browse", "screen.statistics", "app.add"])
async def test_a_screen_that_is_being_made_lets_the_program_go(home: Path, action: str, turns: int) -> None:
    write_cards(home, {"config.toml": CONFIG, "cards/x.md": questions("p", "q", title="First")})
    async with running() as screen:
        app = screen.app
        async with asyncio.timeout(_PATIENCE):
            assert await app.run_action(action)
            assert app.screen is not app.home
            for _ in range(turns):
                await asyncio.sleep(0)
            await app.run_action("app.quit")
            while app.is_running:
                await asyncio.sleep(0.001)
    assert app.return_code == 0


def test_the_desk_is_open_until_what_is_counted_for_a_screen_that_was_left_is_counted(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_cards(home, {"config.toml": CONFIG, "cards/x.md": questions("p", "q", title="First")})
    begun, left, counted = Event(), Event(), list[object]()

    def counts(*given: object) -> object:
        begun.set()
        assert left.wait(_PATIENCE)
        counted.append(parts(*given))  # type: ignore[arg-type]
        return counted[0]

    async def leaves(pilot: Pilot[object]) -> None:
        await pilot.app.run_action("screen.statistics")
        assert await asyncio.to_thread(begun.wait, _PATIENCE)
        pilot.app.exit()

    shut_down = QuizApp._shutdown

    async def is_left(app: QuizApp) -> None:
        await shut_down(app)
        left.set()

    monkeypatch.setattr(QuizApp, "_shutdown", is_left)
    monkeypatch.setattr("quizapp.tui.screens.statistics.parts", counts)
    with open_desk(places(), NOW) as desk:
        QuizApp(Start.of(desk), None, Clock()).run(headless=True, auto_pilot=leaves)
        assert counted
