"""The token stays out of what libraries report when something goes wrong."""

import logging

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


def keep_out_of_logs(token: str | None) -> None:
    """Lets warnings of the libraries go to stderr without the token."""
    handler = logging.StreamHandler()
    handler.setFormatter(Veiled(token))
    for name in LIBRARIES:
        logger = logging.getLogger(name)
        logger.handlers, logger.propagate = [handler], False
        logger.setLevel(logging.WARNING)
