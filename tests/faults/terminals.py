"""A terminal of 80 × 24 with the interface in it, and somebody who types and reads."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
import tty
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.faults.forge import PATIENCE, Forge, Order, Run

_CONTROL = re.compile(rb"\x1b\[[0-9;?<>=]*[ -/]*[@-~]|\x1b[()][0-9A-Za-z]|\x1b[=>]")


@dataclass
class Terminal:
    """A program that runs at a terminal. `shown` is all text that ever came to it since it was last cleared."""

    forge: Forge
    pid: int
    ours: int
    theirs: int
    shown: str = field(default="")

    @classmethod
    def open(cls, forge: Forge, *words: str, home: Path, **environment: str) -> "Terminal":
        """Starts the program, with `environment` beside what the forge has."""
        ours, theirs = pty.openpty()
        tty.setraw(theirs)
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        pid = forge.start(Order(list(words), str(home), terminal=os.ttyname(theirs), environment=environment))
        return cls(forge, pid, ours, theirs)

    def type(self, keys: str) -> None:
        """Types; what was shown before does not count any more."""
        self.shown = ""
        os.write(self.ours, keys.encode())

    def wait_for(self, text: str) -> None:
        """Reads until `text` was shown."""
        deadline = time.monotonic() + PATIENCE
        while text not in self.shown:
            if not self.read(deadline - time.monotonic()):
                pytest.fail(f"{text!r} never came; shown: {self.shown[-2000:]!r}")

    def read(self, seconds: float) -> bool:
        """Reads what comes within `seconds`; False where nothing does."""
        if not select.select([self.ours], [], [], max(0.0, seconds))[0]:
            return False
        part = os.read(self.ours, 65_536)
        self.shown += _CONTROL.sub(b"", part).decode("utf-8", "replace")
        return bool(part)

    def kill(self) -> Run:
        """Ends the program as hard as can be."""
        os.kill(self.pid, signal.SIGKILL)
        return self._end()

    def left(self) -> Run:
        """Waits until the program has ended by itself."""
        while self.read(0.2):
            pass
        return self._end()

    def _end(self) -> Run:
        try:
            return self.forge.end(self.pid)
        finally:
            os.close(self.ours)
            os.close(self.theirs)
