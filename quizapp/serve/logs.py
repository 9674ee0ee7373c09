"""What libraries report when something goes wrong: without the token, and nothing of requests that make no sense."""

import logging

from aiohttp.http import HttpProcessingError

from quizapp.visible import visible

LIBRARIES = ("aiohttp", "textual-serve", "asyncio")
"""Those that have something to say while we serve."""


class Veiled(logging.Formatter):
    """Lines of a log, with the token taken out, and safe to show."""

    def __init__(self, token: str | None) -> None:
        super().__init__()
        self._token = token

    def format(self, record: logging.LogRecord) -> str:
        """The whole text, its traceback too."""
        text = visible(super().format(record))
        return text.replace(self._token, "…") if self._token else text


def is_ours(record: logging.LogRecord) -> bool:
    """False for a request that is no HTTP, such as a scanner's: it is answered (400), and no fault of the server."""
    return not (record.exc_info and isinstance(record.exc_info[1], HttpProcessingError))


def keep_out_of_logs(token: str | None) -> None:
    """Lets warnings of the libraries go to stderr without the token."""
    handler = logging.StreamHandler()
    handler.setFormatter(Veiled(token))
    handler.addFilter(is_ours)
    for name in LIBRARIES:
        logger = logging.getLogger(name)
        logger.handlers, logger.propagate = [handler], False
        logger.setLevel(logging.WARNING)
