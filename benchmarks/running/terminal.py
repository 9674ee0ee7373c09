"""Programs in a pseudo-terminal, as a learner's terminal runs them: when something is painted, how soon after a key.

The terminal answers nothing that it is asked, which no program waits for. A picture is complete with the last byte
before a silence: Textual paints a screen in several writes, and often twice, first without what the styles add.
"""

import fcntl
import os
import pty
import re
import select
import subprocess
import termios
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.figures import by_processor
from benchmarks.running.processes import environment

SIZE = (30, 120)
"""Rows and columns."""
SILENCE = 0.06
"""Seconds. Between two writes of one picture lie 15 ms at most, mostly none."""
_PATIENCE = 60.0
_CONTROLS = re.compile(rb"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[P^_][^\x1b]*\x1b\\|\x1b[ -~]")


class NotPainted(Exception):
    """What was waited for did not come; with all that was painted instead."""


def _own_terminal() -> None:
    """The program is told when its terminal goes, as when a window is closed: it does not outlive who measures it."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


class Terminal:
    """A program in a terminal of its own, from its start on."""

    def __init__(self, words: Sequence[str], home: Path) -> None:
        self._ours, theirs = pty.openpty()
        termios.tcsetwinsize(theirs, SIZE)
        self._painted = b""
        self._spent = 0.0
        self._began = time.perf_counter()
        self._process = subprocess.Popen(
            words,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=environment(home),
            start_new_session=True,
            preexec_fn=_own_terminal,
        )
        os.close(theirs)

    def painted(self, *texts: str, silence: float = SILENCE) -> float:
        """Waits until these texts are on the screen and the picture is complete: milliseconds since start or key.

        Raises NotPainted.
        """
        while not all(text in self.text for text in texts):
            if not self._read(_PATIENCE):
                raise NotPainted(f"{' and '.join(texts)} did not come: {self.text[-2_000:]}")
        return self.settled(silence)

    def press(self, key: str) -> None:
        """Presses a key; what was painted before it is forgotten."""
        self._painted = b""
        self._spent = self._processor
        self._began = self._last = time.perf_counter()
        os.write(self._ours, key.encode())

    def after(self, key: str, silence: float) -> float:
        """Presses a key, and waits until nothing more comes: milliseconds from the key to the last byte."""
        self.press(key)
        if not self._read(_PATIENCE):
            raise NotPainted(f"nothing came of {key!r}")
        return self.settled(silence)

    def settled(self, silence: float) -> float:
        """Waits until nothing more comes: milliseconds from start or key to the last byte."""
        while self._read(silence):
            pass
        return self._processor - self._spent if by_processor() else (self._last - self._began) * 1_000

    @property
    def text(self) -> str:
        """All that was painted since the start or the last key, without what only drives the terminal."""
        return _CONTROLS.sub(b"", self._painted).decode(errors="replace")

    @property
    def peak(self) -> float:
        """How much memory it held at most so far, in megabytes."""
        status = Path(f"/proc/{self._process.pid}/status").read_text()
        found = re.search(r"VmHWM:\s+(\d+) kB", status)
        assert found is not None
        return int(found[1]) / 1024

    def close(self) -> None:
        """Ends the program, whatever it is doing: homes in terminals are copies."""
        self._process.kill()
        self._process.wait()
        os.close(self._ours)

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def _processor(self) -> float:
        """The time that its threads spent on a processor, in milliseconds, where that is measured."""
        if not by_processor():
            return 0.0
        threads = Path(f"/proc/{self._process.pid}/task").glob("*/schedstat")
        return sum(int(thread.read_text().split()[0]) for thread in threads) / 1_000_000

    def _read(self, seconds: float) -> bool:
        ready, _, _ = select.select([self._ours], [], [], seconds)
        if not ready:
            return False
        try:
            self._painted += os.read(self._ours, 1 << 16)
        except OSError:  # Linux says so where the other end is closed
            return False
        self._last = time.perf_counter()
        return True
