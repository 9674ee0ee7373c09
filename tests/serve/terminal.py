"""A terminal with the program in it, beside the browser."""

import asyncio
import os
import pty
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from tests.docs.fences import ROOT

PATIENCE = 30.0
"""Seconds, far more than anything takes."""


class Terminal:
    """80 columns by 24 lines; what is drawn is kept as it comes."""

    def __init__(self, ours: int) -> None:
        self._ours = ours
        self._drawn = ""
        self._more = asyncio.Event()

    def read(self) -> None:
        """Takes in what the program drew."""
        try:
            self._drawn += os.read(self._ours, 65_536).decode("utf-8", "replace")
        except OSError:  # the other end is closed
            asyncio.get_running_loop().remove_reader(self._ours)
        self._more.set()

    async def shows(self, text: str) -> None:
        """Waits until a text was drawn."""
        async with asyncio.timeout(PATIENCE):
            while text not in self._drawn:
                self._more.clear()
                await self._more.wait()

    async def press(self, keys: str) -> None:
        """Presses keys."""
        os.write(self._ours, keys.encode())


@asynccontextmanager
async def terminal(*words: str) -> AsyncIterator[Terminal]:
    """`quizapp` with these words."""
    ours, theirs = pty.openpty()
    size = {"TERM": "xterm-256color", "COLUMNS": "80", "LINES": "24", "PYTHONPATH": str(ROOT)}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "quizapp", *words, stdin=theirs, stdout=theirs, stderr=theirs, env={**os.environ, **size}
    )
    os.close(theirs)
    opened = Terminal(ours)
    asyncio.get_running_loop().add_reader(ours, opened.read)
    try:
        yield opened
    finally:
        process.kill()
        await process.wait()
        asyncio.get_running_loop().remove_reader(ours)
        os.close(ours)
