"""How a command line ends: its exit status, and the one place that tells errors."""

import errno
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from quizapp.cli.output import tell
from quizapp.errors import QuizappError, StoreError, UsageError, no_temporary_folder, permitted
from quizapp.i18n import F_, is_chosen, use
from quizapp.paths import places

MISUSED = 2
INTERRUPTED = 130
_ROOMLESS = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
"""A disk is full, or a user's share of it, or a file may not grow further (`ulimit -f`)."""
_UNREAD = 1
"""Whoever was to read stdout has closed it: `quizapp list | head` ends so, without a word."""


def ended(act: Callable[[], object]) -> int:
    """Does what a command line says; the exit status that it gives, 0 where it gives none. Errors go to stderr."""
    try:
        with permitted():
            status = act()
        sys.stdout.flush()
    except QuizappError as error:
        return told(error)
    except FileNotFoundError as error:
        if error.filename is not None:
            raise
        return told(_placeless())
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            return told(UsageError(F_("the name of a file is too long"), F_("give a shorter one")))
        if error.errno not in (*_ROOMLESS, errno.EPIPE):
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left to write would fail again
        if error.errno == errno.EPIPE:
            return _UNREAD
        return told(StoreError(F_("there is no room on the disk for what is written"), F_("make some")))
    return status if isinstance(status, int) else 0


def _placeless() -> QuizappError:
    """Of what no file's name is told with: no folder is worked in, or none of those for temporary files takes one."""
    try:
        Path.cwd()
    except FileNotFoundError:
        return UsageError(F_("the folder that you are in is gone"), F_("go to another"))
    return no_temporary_folder()


def told(error: QuizappError) -> int:
    """Tells an error in one line on stderr, in the learner's language; the exit status."""
    if not is_chosen():
        speak()
    tell(f"quizapp: {error}")
    return MISUSED


def speak() -> None:
    """Speaks the learner's language before there is a desk, or where none can be opened.

    What was chosen on a server is left: the server may be what failed, and would be waited for once more.
    """
    from quizapp.config import configured, language_in
    from quizapp.store.waiting.glance import choices

    use(language_in(places().config_file))
    with suppress(QuizappError):
        written = configured(places().config_file)
        if not written.settings.server:
            use(written.over(choices(places().database)).settings.interface)
