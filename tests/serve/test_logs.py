"""The token is in no log."""

import io
import logging
from collections.abc import Iterator

import pytest

from quizapp.serve.logs import LIBRARIES, Veiled, keep_out_of_logs


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


@pytest.mark.parametrize("name", ["aiohttp.server", "textual-serve", "asyncio"])
def test_what_libraries_report_goes_that_way(name: str) -> None:
    keep_out_of_logs("secret")
    logger = logging.getLogger(name)
    while not logger.handlers and logger.parent:
        logger = logger.parent
    assert [type(handler.formatter) for handler in logger.handlers] == [Veiled]
    assert not logging.getLogger("aiohttp.access").isEnabledFor(logging.INFO)
