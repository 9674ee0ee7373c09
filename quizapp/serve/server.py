"""The server: pages, the files they need, and a window for each; all of it ends together."""

import asyncio
import contextlib
import signal
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from aiohttp import WSCloseCode, web

from quizapp.errors import UsageError
from quizapp.i18n import F_, _
from quizapp.serve.address import Address
from quizapp.serve.guard import guarded
from quizapp.serve.logs import keep_out_of_logs
from quizapp.serve.page import Look, page, page_files
from quizapp.serve.talking import listen, size
from quizapp.serve.window import Window

MOST = 16
"""Windows at once: each is a process."""
_LONGEST = 1 << 20
"""Bytes of one message: a long text may be pasted."""
_HEARTBEAT = 15.0
_GOODBYE = 2.0
"""Seconds that a page has for agreeing that it is over."""
_PATIENCE = 5.0
"""Seconds until connections that do not end are cut off."""

Tell = Callable[[Address], None]


@dataclass
class Serving:
    """What is served at an address: answers to requests, and the windows that are open."""

    address: Address
    look: Look
    windows: dict[Window, web.WebSocketResponse] = field(default_factory=dict)

    def application(self) -> web.Application:
        """The guarded application."""
        application = guarded(self.address)
        below = "/{token}" if self.address.token else ""
        application.router.add_get(f"{below}/", self.show)
        application.router.add_get(f"{below}/ws", self.open)
        application.router.add_get(f"{below}/{{name}}", self.hand_out)
        application.on_shutdown.append(self.close)
        return application

    async def show(self, request: web.Request) -> web.Response:
        """The page."""
        prefix = self.address.prefix
        return web.Response(text=page(self.look, prefix, f"ws://{request.host}{prefix}/ws"), content_type="text/html")

    async def hand_out(self, request: web.Request) -> web.StreamResponse:
        """A file that the page needs; there are no others."""
        file = page_files().get(request.match_info["name"])
        if file is None:
            raise web.HTTPNotFound
        return web.FileResponse(file)

    async def open(self, request: web.Request) -> web.StreamResponse:
        """A window, from its beginning to its end."""
        if len(self.windows) >= MOST:
            raise web.HTTPServiceUnavailable(text=_("Too many tabs are open."))
        channel = web.WebSocketResponse(timeout=_GOODBYE, heartbeat=_HEARTBEAT, max_msg_size=_LONGEST)
        window = Window(channel, self.look)
        self.windows[window] = channel
        try:
            await channel.prepare(request)
            await window.start(*size(request.query.get("width"), request.query.get("height")))
            await listen(channel, window)
        finally:
            await window.stop()
            del self.windows[window]
        return channel

    async def close(self, application: web.Application) -> None:
        """Ends all windows, and tells their pages."""
        await asyncio.gather(*(window.stop() for window in self.windows))
        channels = tuple(self.windows.values())
        await asyncio.gather(*(channel.close(code=WSCloseCode.GOING_AWAY) for channel in channels))


def serve(address: Address, look: Look, tell: Tell) -> None:
    """Serves until Ctrl+C, or until the process is asked to end. `tell` gets the address, once it is open.

    Raises UsageError where nobody can listen there.
    """
    with listening(address) as ear, contextlib.suppress(KeyboardInterrupt):
        opened = replace(address, port=ear.getsockname()[1])
        keep_out_of_logs(opened.token)
        asyncio.run(_serve(Serving(opened, look), ear, tell))


def listening(address: Address) -> socket.socket:
    """A socket that listens there; port 0 is any that is free. Raises UsageError."""
    try:
        family, *_rest, place = socket.getaddrinfo(
            address.listens_at, address.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        return socket.create_server(place[:2], family=family)
    except (OSError, UnicodeError) as error:  # the latter of what can be no name: `two..dots`
        why = getattr(error, "strerror", None) or error
        what = F_("nothing can be served at {host}, port {port}: {why}", host=address.host, port=address.port, why=why)
        raise UsageError(what, F_("choose another with --port, or --port 0 for one that is free")) from error


async def _serve(serving: Serving, ear: socket.socket, tell: Tell) -> None:
    runner = web.AppRunner(serving.application(), access_log=None, shutdown_timeout=_PATIENCE)
    await runner.setup()
    try:
        await web.SockSite(runner, ear).start()
        with _asked_to_end() as asked:
            tell(serving.address)
            await asked.wait()
    finally:
        await runner.cleanup()


@contextlib.contextmanager
def _asked_to_end() -> Iterator[asyncio.Event]:
    asked, loop = asyncio.Event(), asyncio.get_running_loop()
    signals = (signal.SIGINT, signal.SIGTERM)
    with contextlib.suppress(NotImplementedError):  # Windows: Ctrl+C comes as KeyboardInterrupt
        for number in signals:
            loop.add_signal_handler(number, asked.set)
    yield asked
    with contextlib.suppress(NotImplementedError):  # the same
        for number in signals:
            loop.remove_signal_handler(number)  # asked once more, it ends at once
