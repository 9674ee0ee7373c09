"""A server of our own, in a process or in this one, and somebody who talks to it without a browser."""

import asyncio
import os
import select
import subprocess
import sys
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, replace

import pytest
from aiohttp import ClientSession, ClientWebSocketResponse, WSMsgType, web

from quizapp.serve.address import Address
from quizapp.serve.page import Look
from quizapp.serve.server import Serving, listening
from tests.docs.fences import ROOT

PATIENCE = 30.0
"""Seconds, far more than anything takes."""
TOKEN = "a-token-of-the-tests"


@dataclass(frozen=True)
class Served:
    """A process of `quizapp serve`, and the address that it told."""

    process: subprocess.Popen[str]
    url: str

    @property
    def children(self) -> list[int]:
        """The processes of its tabs."""
        listed = subprocess.run(["ps", "-A", "-o", "pid=,ppid="], capture_output=True, text=True, check=True)
        pairs = [tuple(map(int, line.split())) for line in listed.stdout.splitlines()]
        return [pid for pid, parent in pairs if parent == self.process.pid]


@contextmanager
def served(*words: str) -> Iterator[Served]:
    """`quizapp serve` at a free port."""
    process = subprocess.Popen(
        [sys.executable, "-m", "quizapp", "serve", "--port", "0", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    assert process.stdout is not None
    try:
        yield Served(process, process.stdout.readline().strip())
    finally:
        process.terminate()
        process.communicate(timeout=PATIENCE)


@asynccontextmanager
async def serving(token: str | None = TOKEN, host: str = "localhost") -> AsyncIterator[Serving]:
    """The same application in this process."""
    with listening(Address(host, 0, token)) as ear:
        address = replace(Address(host, 0, token), port=ear.getsockname()[1])
        server = Serving(address, Look("en", "quizapp-dark"))
        runner = web.AppRunner(server.application(), access_log=None, shutdown_timeout=PATIENCE)
        await runner.setup()
        try:
            await web.SockSite(runner, ear).start()
            yield server
        finally:
            await runner.cleanup()


@asynccontextmanager
async def tab(url: str) -> AsyncIterator[ClientWebSocketResponse]:
    """What a page has open, 80 columns by 24 lines."""
    origin = "/".join(url.split("/")[:3])
    async with ClientSession() as client, client.ws_connect(f"{url}ws?width=80&height=24", origin=origin) as socket:
        yield socket


async def drawn(socket: ClientWebSocketResponse, until: str = "") -> str:
    """What the program draws, until a text shows; or to the end."""
    text = ""
    while not until or until not in text:
        message = await socket.receive(PATIENCE)
        if message.type in (WSMsgType.CLOSE, WSMsgType.CLOSED, WSMsgType.CLOSING):
            assert not until, text
            break
        text += message.data.decode("utf-8", "replace") if message.type == WSMsgType.BINARY else ""
    return text


async def status(process: Process) -> int:
    """The status of a program that ends. One that does not end is ended, so that the test fails and does not hang."""
    try:
        return await asyncio.wait_for(process.wait(), PATIENCE)
    except TimeoutError:
        process.kill()
        pytest.fail("the program does not end")


def has_ended(pid: int) -> bool:
    """True once a process has ended, whosever it is; False where it stays. Needs Linux."""
    try:
        handle = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([handle], [], [], PATIENCE)[0])
    finally:
        os.close(handle)
