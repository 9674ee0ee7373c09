"""The interface driven as a learner drives it, and its screen as text."""

import asyncio
import os
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path

from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot

from quizapp.paths import places
from quizapp.scheduling.fold import effective
from quizapp.study.opening import open_desk
from quizapp.study.sessions.scope import Scope
from quizapp.study.starting import Start
from quizapp.tui.app import QuizApp
from quizapp.tui.screens.review import ReviewScreen
from tests.conftest import NOW

SNAPSHOTS = Path(__file__).parent / "snapshots"
REWRITE = "QUIZAPP_SNAPSHOTS"


class Clock:
    """A clock that moves a second whenever it is read, and when it is told to."""

    def __init__(self, now: datetime = NOW) -> None:
        self._now = now

    def __call__(self) -> datetime:
        self._now += timedelta(seconds=1)
        return self._now

    def forward(self, **by: float) -> None:
        """Moves on."""
        self._now += timedelta(**by)


class Screen:
    """A running program, its keys and its screen."""

    def __init__(self, app: QuizApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    async def press(self, *keys: str) -> str:
        """Presses keys, one after the other as a person does; the screen afterwards."""
        if not keys:
            await self.pilot.pause()
        for key in keys:
            await self.pilot.press(key)  # waits until all is quiet again, twice
        await self.pilot.pause(0)
        return self.text

    async def type(self, text: str) -> str:
        """Types text into what takes it, without a pause between the letters; the screen afterwards."""
        for character in text:
            self.app.post_message(events.Key(_character_to_key(character), character))
        return await self.press()

    async def resize(self, width: int, height: int) -> str:
        """Gives the terminal another size; the screen afterwards."""
        await self.pilot.resize_terminal(width, height)
        await self.pilot.pause()
        return self.text

    @property
    def asked(self) -> str | None:
        """The card of the review that is open, without its topic; None where no review is in front."""
        front = self.app.screen
        card = front.session.card if isinstance(front, ReviewScreen) else None
        return card.id.partition("/")[2] if card else None

    @property
    def log(self) -> list[tuple[str, str, int | None]]:
        """Today's rows that count, oldest first: card without topic, what, grade."""
        desk = self.app.desk
        rows = desk.collection.of_day(desk.pen.day(self.app.now()))
        entries = effective(row.entry for row in rows)
        return [(entry.card.partition("/")[2], str(entry.what), entry.grade) for entry in entries]

    @property
    def told(self) -> str:
        """The messages that are on the screen, each with its title, in one line."""
        told = (f"{message.title} {message.message}" for message in self.app._notifications)
        return " ".join(" ".join(told).split())

    @property
    def text(self) -> str:
        """What stands on the screen, without blanks at the ends of lines."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)


@asynccontextmanager
async def threads_end() -> AsyncIterator[None]:
    """What the program's threads are at is done at the end, whether or not anybody waits for it.

    As where it runs by itself: `asyncio.run` waits for them, and the desk is closed after that.
    """
    loop = asyncio.get_running_loop()
    threads = ThreadPoolExecutor()
    loop.set_default_executor(threads)
    try:
        yield
    finally:
        loop.set_default_executor(ThreadPoolExecutor())
        with ThreadPoolExecutor(1) as another:
            await loop.run_in_executor(
                another, threads.shutdown
            )  # the loop goes on: they may have to tell it something


@asynccontextmanager
async def running(
    size: tuple[int, int] = (80, 24), scope: Scope | None = None, clock: Callable[[], datetime] | None = None
) -> AsyncIterator[Screen]:
    """The program, open on the learner's home, its cards read."""
    now = clock or Clock()
    with open_desk(places(), now()) as desk:
        app = QuizApp(Start.of(desk), scope, now)
        async with threads_end(), app.run_test(size=size, notifications=True) as pilot:
            await app.workers.wait_for_complete()
            await pilot.pause()
            yield Screen(app, pilot)


def assert_looks_like(name: str, text: str) -> None:
    """Holds a screen against the one kept in `snapshots/`.

    `QUIZAPP_SNAPSHOTS=write` keeps it anew, to be read in the diff.
    """
    file = SNAPSHOTS / f"{name}.txt"
    if os.environ.get(REWRITE) == "write":
        SNAPSHOTS.mkdir(exist_ok=True)
        file.write_text(text + "\n", encoding="utf-8")
    assert text + "\n" == file.read_text(encoding="utf-8"), f"{name} looks otherwise than before"
