"""What a page says to its program: keys, its size, whether it is looked at. Whatever else it says is passed over."""

import json
from typing import Any

from aiohttp import WSMsgType, web

from quizapp.serve.window import Window

_LARGEST = 1_000
"""Columns and lines. A screen is kept in memory cell by cell."""
_DIGITS = 9
"""Digits that are read of them: Python refuses to read thousands."""


def size(width: object, height: object) -> tuple[int, int]:
    """Columns and lines out of what a page says; 80 × 24 where it makes no sense."""
    return _bounded(width, 80), _bounded(height, 24)


async def listen(socket: web.WebSocketResponse, window: Window) -> None:
    """Passes on what the page says, until it is closed."""
    async for message in socket:
        if message.type == WSMsgType.TEXT:
            await _pass_on(_read(message.data), socket, window)


async def _pass_on(said: Any, socket: web.WebSocketResponse, window: Window) -> None:
    match said:
        case ["stdin", str(typed)]:
            await window.send_bytes(typed.encode("utf-8", "replace"))
        case ["resize", {"width": width, "height": height}]:
            await window.set_terminal_size(*size(width, height))
        case ["focus"]:
            await window.focus()
        case ["blur"]:
            await window.blur()
        case ["ping", str(when)]:
            await socket.send_json(["pong", when])


def _read(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _bounded(said: object, usual: int) -> int:
    text = str(said)[:_DIGITS]
    number = int(text) if text.isascii() and text.isdigit() else 0
    return min(number, _LARGEST) if number > 0 else usual
