"""A program whose first picture is on the screen, and whose desk is not open yet."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from threading import Event

import pytest
from textual import events
from textual.keys import _character_to_key

from quizapp.errors import StoreError
from quizapp.paths import places
from quizapp.study.opening import Desk, open_desk
from quizapp.study.sessions.first_card import first_card
from quizapp.study.sessions.scope import Scope
from quizapp.study.starting import Start, starting
from quizapp.tui.app import QuizApp
from tests.conftest import NOW
from tests.tui.screens import Clock, Screen, threads_end


def read() -> None:
    """The program was there before: what the card files say is known."""
    with open_desk(places(), NOW) as desk:
        desk.read_cards(NOW)


class Gate:
    """Holds the opening of the desk up, until it is opened itself."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, refused: StoreError | PermissionError | None = None) -> None:
        self._open = Event()
        opened = Start.open

        def late(start: Start, now: datetime) -> Desk:
            self._open.wait(20)
            if refused:
                raise refused
            return opened(start, now)

        monkeypatch.setattr(Start, "open", late)

    async def open(self, screen: Screen) -> str:
        """Lets the desk be opened, and what follows from it be done; the screen afterwards."""
        self._open.set()
        await screen.app.workers.wait_for_complete()
        await screen.pilot.pause()
        return screen.text

    def leave(self) -> None:
        """Holds nobody up any more."""
        self._open.set()


@asynccontextmanager
async def begun(gate: Gate, size: tuple[int, int] = (80, 24), scope: Scope | None = None) -> AsyncIterator[Screen]:
    """The program, its first picture on the screen."""
    now = Clock()
    with starting(places(), now()) as start:
        assert start.look is not None
        first = first_card(start.look, start.settings, scope, now()) if scope else None
        assert (first is None) == (scope is None)
        app = QuizApp(start, scope, now, None, first)
        async with threads_end(), app.run_test(size=size, notifications=True) as pilot:
            try:
                await pilot.pause()
                yield Screen(app, pilot)
            finally:
                gate.leave()


async def typed(screen: Screen, *characters: str) -> None:
    """Types, and gives the program the time to do something of it, were it to hear."""
    for character in characters:
        screen.app.post_message(events.Key(_character_to_key(character), character))
    for _ in range(50):
        await asyncio.sleep(0)
