"""A Chromium without a window, driven over its DevTools protocol as a person drives it: keys in, the screen out."""

import asyncio
import base64
import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

from aiohttp import ClientSession, ClientWebSocketResponse

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
PATIENCE = 30.0
"""Seconds, far more than anything takes."""
_KEYS = {"Enter": (13, "\r"), "ArrowDown": (40, ""), "Escape": (27, "")}
"""What a key is called, to its number and the text that it types."""
_SWITCHES = (
    "--headless=new",
    "--remote-debugging-port=0",
    "--no-first-run",
    "--disable-gpu",
    "--disable-sync",
    "--disable-extensions",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-proxy-server",
    "--lang=en",
)
# The page keeps its terminal to itself; the first property that it sets betrays it.
_SPY = """
window.found = new Promise((resolve) => Object.defineProperty(Object.prototype, "websocket_url", {
  configurable: true,
  set(value) {
    delete Object.prototype.websocket_url;
    this.websocket_url = value;
    resolve(this);
  },
}));
window.lines = (terminal) => Array.from({length: terminal.rows}, (_, row) =>
  terminal.buffer.active.getLine(row).translateToString(true));
window.shows = async (text) => {
  const terminal = (await window.found).terminal;
  return new Promise((resolve) => {
    const look = () => window.lines(terminal).join("\\n").includes(text) && resolve(window.lines(terminal).join("\\n"));
    terminal.onWriteParsed(look);
    look();
  });
};
"""


def executable() -> str | None:
    """Where Chromium is; None where there is none."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


@dataclass
class Browser:
    """The protocol: commands are answered by number, events are kept by session."""

    socket: ClientWebSocketResponse
    answers: dict[int, asyncio.Future[dict[str, Any]]] = field(default_factory=dict)
    events: list[dict[str, Any]] = field(default_factory=list)
    happened: asyncio.Event = field(default_factory=asyncio.Event)
    _numbers: "count[int]" = field(default_factory=lambda: count(1))

    async def send(self, method: str, session: str | None = None, **parameters: Any) -> dict[str, Any]:
        """A command's result."""
        number = next(self._numbers)
        answer = self.answers[number] = asyncio.get_running_loop().create_future()
        message = {"id": number, "method": method, "params": parameters}
        await self.socket.send_json(message | ({"sessionId": session} if session else {}))
        async with asyncio.timeout(PATIENCE):
            result: dict[str, Any] = await answer
            return result

    async def listen(self) -> None:
        """Hands answers to who waits for them."""
        async for message in self.socket:
            told = message.json()
            if "id" not in told:
                self.events.append(told)
                self.happened.set()
            elif "error" in told:
                self.answers.pop(told["id"]).set_exception(RuntimeError(told["error"]["message"]))
            else:
                self.answers.pop(told["id"]).set_result(told["result"])

    async def open(self, url: str, width: int = 900, height: int = 600) -> "Tab":
        """A tab that shows `url`."""
        target = (await self.send("Target.createTarget", url="about:blank"))["targetId"]
        session = (await self.send("Target.attachToTarget", targetId=target, flatten=True))["sessionId"]
        tab = Tab(self, session, target)
        for domain in ("Page", "Runtime", "Network", "Log"):
            await tab.send(f"{domain}.enable")
        await tab.resize(width, height)
        await tab.send("Emulation.setFocusEmulationEnabled", enabled=True)
        await tab.send("Page.addScriptToEvaluateOnNewDocument", source=_SPY)
        await tab.send("Page.navigate", url=url)
        async with asyncio.timeout(PATIENCE):
            while not any(event["frame"]["url"] == url for event in tab.told("Page.frameNavigated")):
                self.happened.clear()
                await self.happened.wait()
        return tab


@dataclass
class Tab:
    """One tab."""

    browser: Browser
    session: str
    target: str

    async def send(self, method: str, **parameters: Any) -> dict[str, Any]:
        """A command to this tab."""
        return await self.browser.send(method, self.session, **parameters)

    async def run(self, script: str) -> Any:
        """What a script gives."""
        result = await self.send("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in result, result
        return result["result"].get("value")

    async def shows(self, text: str) -> str:
        """The whole screen, once `text` is on it."""
        try:
            return str(await self.run(f"window.shows({text!r})"))
        except TimeoutError:
            screen = await self.run("window.found.then(({terminal}) => window.lines(terminal).join('\\n'))")
            raise AssertionError(f"{text!r} is not shown:\n{screen}") from None

    async def press(self, *keys: str) -> None:
        """Presses keys one after the other: letters, digits, a space, and those in `_KEYS`."""
        await self.send("Page.bringToFront")
        for key in keys:
            code, text = _KEYS.get(key, (ord(key[0].upper()), key))
            for kind in ("keyDown" if text else "rawKeyDown", "keyUp"):
                await self.send("Input.dispatchKeyEvent", type=kind, key=key, text=text, windowsVirtualKeyCode=code)

    async def resize(self, width: int, height: int) -> None:
        """Gives the page another size, in pixels."""
        await self.send(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False
        )

    async def picture(self) -> bytes:
        """What is seen, as PNG."""
        return base64.b64decode((await self.send("Page.captureScreenshot", format="png"))["data"])

    def told(self, method: str) -> list[dict[str, Any]]:
        """Events of this kind so far, in this tab."""
        return [
            event["params"]
            for event in self.browser.events
            if event["method"] == method and event.get("sessionId") == self.session
        ]

    async def close(self) -> None:
        """Closes it."""
        await self.browser.send("Target.closeTarget", targetId=self.target)


@asynccontextmanager
async def chromium(folder: Path) -> AsyncIterator[Browser]:
    """A running browser that keeps everything below `folder`."""
    path = executable()
    assert path is not None
    # Its sandbox wants a user of its own, whom root in a container is not.
    unshut = ("--no-sandbox",) if getattr(os, "geteuid", lambda: 1)() == 0 else ()
    process = await asyncio.create_subprocess_exec(
        path, *_SWITCHES, *unshut, f"--user-data-dir={folder}", stderr=asyncio.subprocess.PIPE
    )
    assert process.stderr is not None
    try:
        async with asyncio.timeout(PATIENCE):
            while not (line := (await process.stderr.readline()).decode()).startswith("DevTools listening on "):
                assert line, "Chromium ended"
        async with ClientSession() as client, client.ws_connect(line.split()[-1], max_msg_size=0) as socket:
            browser = Browser(socket)
            listening = asyncio.create_task(browser.listen())
            draining = asyncio.create_task(process.stderr.read())
            yield browser
            await browser.send("Browser.close")
            await asyncio.gather(listening, draining, process.wait())
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()
