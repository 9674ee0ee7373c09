"""The token is in no log."""

import io
import logging
import os
import signal
import socket
from collections.abc import Callable, Iterator
from threading import Thread

import pytest

from quizapp.serve.address import Address
from quizapp.serve.logs import LIBRARIES, Veiled, keep_out_of_logs
from quizapp.serve.page import Look
from quizapp.serve.server import serve


def test_the_token_is_taken_out_of_messages_and_tracebacks() -> None:
    out = io.StringIO()
    handler = logging.StreamHandler(out)
    handler.setFormatter(Veiled("secret"))
    logger = logging.Logger("of this test")
    logger.addHandler(handler)
    try:
        raise ValueError("GET /secret/\x1b[2J")
    except ValueError:
        logger.exception("asked for %s", "/secret/ws")
    assert "secret" not in out.getvalue()
    assert "\x1b" not in out.getvalue()
    assert out.getvalue().startswith("asked for /…/ws\nTraceback")


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    loggers = [logging.getLogger(name) for name in LIBRARIES]
    before = [(logger.handlers, logger.propagate, logger.level) for logger in loggers]
    yield
    for logger, (handlers, propagates, level) in zip(loggers, before, strict=True):
        logger.handlers, logger.propagate = handlers, propagates
        logger.setLevel(level)


def test_nothing_that_is_reported_while_we_serve_tells_it(capsys: pytest.CaptureFixture[str]) -> None:
    def tell(address: Address) -> None:
        logging.getLogger("aiohttp.server").warning("asked for %s", address.url)
        os.kill(os.getpid(), signal.SIGTERM)

    serve(Address("localhost", 0, "secret"), Look("en", "quizapp-dark"), tell)
    told = capsys.readouterr().err
    assert told.startswith("asked for http://127.0.0.1:")
    assert told.endswith("/…/\n")


@pytest.mark.parametrize("said", [b"GET / HTTP/1.1\r\n", b"GET * HTTP/1.1\r\nHost: x\r\n"])
def test_what_is_no_request_is_answered_and_reported_to_nobody(said: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    """A scanner of ports says such things: each had a traceback in the learner's terminal."""
    answers = []

    def say(address: Address) -> None:
        with socket.create_connection((address.listens_at, address.port)) as line:
            line.sendall(said + b"\r\n\r\n")
            answers.append(line.recv(100))
        os.kill(os.getpid(), signal.SIGTERM)

    serve(Address("localhost", 0, "secret"), Look("en", "quizapp-dark"), lambda address: _beside(say, address))
    assert [answer[8:12] for answer in answers] == [b" 400"]
    assert capsys.readouterr().err == ""


def _beside(say: Callable[[Address], None], address: Address) -> None:
    Thread(target=say, args=(address,)).start()


@pytest.mark.parametrize("name", ["aiohttp.server", "textual-serve", "asyncio"])
def test_what_libraries_report_goes_that_way(name: str) -> None:
    keep_out_of_logs("secret")
    logger = logging.getLogger(name)
    while not logger.handlers and logger.parent:
        logger = logger.parent
    assert [type(handler.formatter) for handler in logger.handlers] == [Veiled]
    assert not logging.getLogger("aiohttp.access").isEnabledFor(logging.INFO)
