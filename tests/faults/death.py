"""A death at a moment that can be told again: before a process does something to a file for the nth time."""

import os
import signal
from typing import Any

_DONE_TO_FILES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate", "sqlite3.connect"}


class Death:
    """Counts what the process does to files, and kills it."""

    def __init__(self, left: int) -> None:
        self._left = left

    def __call__(self, event: str, of: tuple[Any, ...]) -> None:
        writes = event == "open" and isinstance(of[2], int) and of[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        if writes or event in _DONE_TO_FILES:
            self._left -= 1
            if self._left < 0:
                os.kill(os.getpid(), signal.SIGKILL)
