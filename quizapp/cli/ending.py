"""How a command line ends: its exit status, and the one place that tells errors."""

import errno
import os
import sys
from collections.abc import Callable

from quizapp.cli.output import tell
from quizapp.errors import QuizappError, StoreError

MISUSED = 2
INTERRUPTED = 130
_UNREAD = 1
"""Whoever was to read stdout has closed it: `quizapp list | head` ends so, without a word."""


def ended(act: Callable[[], object]) -> int:
    """Does what a command line says; the exit status that it gives, 0 where it gives none. Errors go to stderr."""
    try:
        status = act()
        sys.stdout.flush()
    except QuizappError as error:
        return told(error)
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EPIPE):
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left to write would fail again
        if error.errno == errno.EPIPE:
            return _UNREAD
        return told(StoreError("there is no room on the disk for what is written", "make some"))
    return status if isinstance(status, int) else 0


def told(error: QuizappError) -> int:
    """Tells an error in one line on stderr; the exit status."""
    tell(f"quizapp: {error}")
    return MISUSED
