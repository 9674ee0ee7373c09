"""A command run at a real terminal, by someone who leaves it again."""

import itertools
import os
import pty
import select
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from tests.docs.fences import ROOT

PATIENCE = 20.0
"""Seconds in which something is shown, far more than any start takes: a program that shows no more hangs."""
QUIET = 0.3
"""Seconds without output after which the screen is taken to rest."""


def left_again(words: list[str], until: str, variables: Mapping[str, str], folder: Path) -> tuple[int, str]:
    """Runs `quizapp` with `words` at a terminal of 80 × 24, leaves from when `until` shows; status and output."""
    ours, theirs = pty.openpty()
    size = {"TERM": "xterm-256color", "COLUMNS": "80", "LINES": "24"}
    process = subprocess.Popen(
        [sys.executable, "-m", "quizapp", *words],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, **size, "PYTHONPATH": str(ROOT), **variables},
        cwd=folder,
    )
    os.close(theirs)
    try:
        shown = _shown(ours, until)
        return process.wait(PATIENCE), shown
    finally:
        process.kill()
        process.wait()
        os.close(ours)


def _shown(terminal: int, until: str) -> str:
    """Everything that shows up to the end; when the screen rests with `until` on it, escape and q take turns."""
    last, shown, keys = time.monotonic(), b"", itertools.cycle([b"\x1b", b"q"])
    while time.monotonic() - last < PATIENCE:
        ready, _, _ = select.select([terminal], [], [], QUIET)
        if not ready and until.encode() in shown:
            os.write(terminal, next(keys))
        try:
            part = os.read(terminal, 65_536) if ready else None
        except OSError:  # the other end is closed
            break
        if part == b"":
            break
        if part:
            last, shown = time.monotonic(), shown + part
    return shown.decode("utf-8", "replace")
