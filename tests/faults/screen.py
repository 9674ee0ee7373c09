"""The interface at a real terminal, its keys pressed one after the other, and all that it writes to the terminal."""

import contextlib
import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Mapping, Sequence

PATIENCE = 60.0
"""Seconds, far more than any step takes."""
QUIET = 0.25
"""Seconds without output after which the screen is taken to rest."""


def pressed(keys: Sequence[str], environment: Mapping[str, str], words: Sequence[str] = ()) -> tuple[int, str]:
    """Runs `quizapp`, presses each key once the screen rests, and waits for the end; its status, and all it wrote."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
    process = subprocess.Popen(
        [sys.executable, "-m", "quizapp", *words],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "TERM": "xterm-256color", "COLUMNS": "100", "LINES": "30", **environment},
    )
    os.close(theirs)
    written = b""
    try:
        for key in keys:
            written += _until_rest(ours)
            with contextlib.suppress(OSError):  # the program ended before its time: its status tells
                os.write(ours, key.encode())
        written += _until_end(ours)
        return process.wait(PATIENCE), written.decode("utf-8", "replace")
    finally:
        process.kill()
        process.wait()
        os.close(ours)


def _until_rest(terminal: int) -> bytes:
    """What is written until nothing more is; something has to be."""
    written = b""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if not select.select([terminal], [], [], QUIET if written else 0.1)[0]:
            if written:
                break
            continue
        part = _read(terminal)
        if not part:
            break
        written += part
    return written


def _until_end(terminal: int) -> bytes:
    written = b""
    while select.select([terminal], [], [], PATIENCE)[0]:
        part = _read(terminal)
        if not part:
            break
        written += part
    return written


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65_536)
    except OSError:  # the other end is closed
        return b""
