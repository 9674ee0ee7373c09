"""`quizapp` in a process of its own, and what that process used of the machine."""

import os
import resource
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import pytest

from tests.docs.fences import ROOT

MOMENT = "2026-11-24T09:00:00+00:00"
_MOST = 60
"""Seconds of processor time, more than any test allows: what would go on for ever is ended, and fails."""

_MEASURED = """
import re, resource, sys
from quizapp.__main__ import main

memory = sys.argv.pop(1)
try:
    main()
finally:
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    if sys.platform == "linux":  # there the kernel's figure for a child begins with what its parent held
        used = int(re.search(r"VmHWM:\\s+(\\d+) kB", open("/proc/self/status").read())[1])
    with open(memory, "w") as told:
        told.write(str(used))
"""


@dataclass(frozen=True)
class Ended:
    """How a process ended: its status, what it wrote, its seconds of processor time, its most memory in MiB."""

    status: int
    stdout: str
    stderr: str
    seconds: float
    memory: float

    @property
    def told(self) -> str:
        return self.stdout + self.stderr


def run(*words: str, typed: str = "", now: str = MOMENT, **variables: str) -> Ended:
    """Runs a command line to its end."""
    with (
        tempfile.TemporaryFile() as given,
        tempfile.TemporaryFile() as out,
        tempfile.TemporaryFile() as err,
        tempfile.NamedTemporaryFile() as memory,
    ):
        given.write(typed.encode())
        given.seek(0)
        process = subprocess.Popen(
            [sys.executable, "-c", _MEASURED, memory.name, *words],
            stdin=given,
            stdout=out,
            stderr=err,
            env={**os.environ, "QUIZAPP_NOW": now, "PYTHONPATH": str(ROOT), **variables},
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (_MOST, _MOST + 1)),
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode == -signal.SIGXCPU:
            pytest.fail(f"`quizapp {' '.join(words)}` did not end within {_MOST} seconds of processor time")
        stdout, stderr, kibibytes = _text(out), _text(err), float(_text(memory))
    return Ended(process.returncode, stdout, stderr, used.ru_utime + used.ru_stime, kibibytes / 1024)


def own_home(home: Path, settings: str = "") -> Path:
    """A learner's own place without the bundled decks; its folder of cards."""
    cards = home / "cards"
    cards.mkdir(parents=True)
    (home / "config.toml").write_text(f"bundled = false\n{settings}", encoding="utf-8")
    return cards


def _text(stream: IO[bytes]) -> str:
    stream.seek(0)
    return stream.read().decode("utf-8", "replace")
