"""One tab: a process of the program, and what goes to and fro between it and the page.

The packets are those of Textual's `WebDriver` and of textual-serve's `AppService`, as both document them.
"""

import asyncio
import contextlib
import json
import sys
from asyncio.subprocess import PIPE, Process

from aiohttp import web
from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

from quizapp.serve.page import Look
from quizapp.visible import visible

_COMMAND = (sys.executable, "-m", "quizapp.cli.window")
_DRIVER = "quizapp.tui.browser:BrowserDriver"
_PATIENCE = 5.0
"""Seconds that the program has for ending by itself."""
_HEARD = 4_096
"""Characters of what the program said on stderr that are shown; the last ones."""
_COLOURS = "\x1b]10;{}\x07\x1b]11;{}\x07"
"""The colours of text and ground where nothing is painted yet; the terminal's own are white on black."""
_CLEAR = "\x1b[?1049l\x1b[0m\x1b[2J\x1b[H\x1b[?25l"
"""An empty screen without a cursor: a picture that answers no key would look alive."""
_SAFE = ("http://", "https://")


class Window(AppService):
    """The program in one tab. The process is started without a shell, and never outlives the tab."""

    def __init__(self, socket: web.WebSocketResponse, look: Look) -> None:
        super().__init__(
            " ".join(_COMMAND),
            write_bytes=socket.send_bytes,
            write_str=socket.send_str,
            close=self._close,
            download_manager=DownloadManager(),
        )
        self._socket = socket
        self._colours = _COLOURS.format(*look.colours)
        self._said = ""
        self._stderr: asyncio.StreamReader | None = None
        self._ending: asyncio.Task[None] | None = None

    async def run(self) -> None:
        """Passes on what the program draws until it ends, then tells why, and closes the page's connection."""
        process = self._process
        assert process is not None
        assert process.stdout is not None
        listening = asyncio.create_task(self._listen())
        with contextlib.suppress(asyncio.CancelledError):  # of its own listener, if that had not begun yet
            await super().run()
        while await process.stdout.read(_HEARD):  # nobody looks any more, but a full pipe would keep it from ending
            pass
        await listening
        told = visible(self._said).replace("\n", "\r\n") if await process.wait() else ""
        with contextlib.suppress(ConnectionError):
            await self._socket.send_bytes(f"{self._colours}{_CLEAR}{told}".encode())
        await self._close()

    async def stop(self) -> None:
        """Asks the program to end, and ends it if it does not."""
        if self._process is None:
            return
        if self._ending is None:
            self._ending = asyncio.create_task(super().stop())
        await asyncio.wait({self._ending}, timeout=_PATIENCE)
        if self._process.returncode is None:
            self._process.kill()
        await self._ending

    async def on_data(self, payload: bytes) -> None:
        """What the program draws, as it comes."""
        await super().on_data(self._colours.encode() + payload)
        self._colours = ""

    async def on_meta(self, data: bytes) -> None:
        """What the program asks of the browser: to open a page of the web. Nothing else is passed on."""
        asked = json.loads(data)
        if asked.get("type") == "open_url" and str(asked.get("url")).startswith(_SAFE):
            await super().on_meta(data)

    def _build_environment(self, width: int = 80, height: int = 24) -> dict[str, str]:
        changes = {"TEXTUAL_DRIVER": _DRIVER, "PYTHONIOENCODING": "utf-8:replace"}
        return super()._build_environment(width, height) | changes

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        environment = self._build_environment(width, height)
        process = await asyncio.create_subprocess_exec(*_COMMAND, stdin=PIPE, stdout=PIPE, stderr=PIPE, env=environment)
        self._process, self._stdin = process, process.stdin
        # What AppService hears on stderr it prints; the page is the better place.
        self._stderr, process.stderr = process.stderr, asyncio.StreamReader()
        process.stderr.feed_eof()
        return process

    async def _listen(self) -> None:
        while self._stderr and (heard := await self._stderr.read(_HEARD)):
            self._said = (self._said + heard.decode("utf-8", "replace"))[-_HEARD:]

    async def _close(self) -> None:
        await self._socket.close()
