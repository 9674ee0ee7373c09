"""Attempts at small exercises in the real sandbox, and what they leave behind."""

import os
import subprocess
from pathlib import Path
from threading import Event
from time import monotonic
from typing import Any

from quizapp.checks.exercises.exercise import Exercise, Test
from quizapp.checks.exercises.outcome import Outcome
from quizapp.checks.exercises.process import Limits
from quizapp.checks.exercises.running import run

USABLE_AGAIN = 3.0
"""Seconds within which the program must be usable again, whatever ran."""
_OURS = "marshal.loads(sys.stdin"
SHORT = Limits(cpu=1, wall=1.0)


def exercise(*tests: tuple[str, Any]) -> Exercise:
    """An exercise whose function is `f`; where no tests are given, `f(1)` gives 2."""
    return Exercise("f", "", tuple(Test(call, gives) for call, gives in tests or [("f(1)", 2)]))


def attempt(body: str, limits: Limits = SHORT, cancel: Event | None = None) -> Outcome:
    """`f(x)` with this body, called once; asserts that it ends in time and leaves no process."""
    code = "def f(x):\n" + "".join(f"    {line}\n" for line in body.splitlines())
    return attempt_code(code, limits, cancel)


def attempt_code(code: str, limits: Limits = SHORT, cancel: Event | None = None) -> Outcome:
    """The code, its `f` called once; asserts that it ends in time and leaves no process."""
    began = monotonic()
    outcome = run(code, exercise(), cancel, limits)
    assert monotonic() - began < USABLE_AGAIN
    assert_nothing_is_left()
    return outcome


def assert_nothing_is_left() -> None:
    """No child of ours, and none that lost its parent, is there after a moment (those killed must be reaped first)."""
    until = monotonic() + 1
    while (left := _left()) and monotonic() < until:
        pass
    assert not left


def _left() -> list[str]:
    parents = {"1", str(os.getpid())}
    return [line for line in _processes() if line.split()[0] in parents and _OURS in line]


def _processes() -> list[str]:
    """Each process with its parent's number and its command line."""
    if not Path("/proc/self/stat").exists():
        return subprocess.run(["ps", "-axo", "ppid,command"], capture_output=True, text=True).stdout.splitlines()[1:]
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = (folder / "stat").read_text().rpartition(")")[2].split()[1]
            found.append(
                f"{parent} {(folder / 'cmdline').read_bytes().replace(bytes(1), b' ').decode(errors='replace')}"
            )
        except OSError:
            continue
    return found


def started_by(parent: int) -> bool:
    """True once a child of that process runs an attempt."""
    return any(line.split()[0] == str(parent) and _OURS in line for line in _processes())
