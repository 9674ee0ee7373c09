"""One child process: started, fed, read and ended. It never outlives the call, whatever runs in it."""

import os
import selectors
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from enum import Enum
from threading import Event
from time import monotonic

from quizapp.checks.exercises.program import BOOTSTRAP

_FLAGS = ("-s", "-P", "-S", "-B")
"""As -I, but for -E, which would leave no fixed hash seed; the environment is ours."""
_LOOK = 0.05
"""Seconds between two looks at whether the learner has cancelled."""
_CHUNK = 65_536
_NEEDED = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
"""Without these some interpreters do not start."""


@dataclass(frozen=True)
class Limits:
    """What one attempt may use: seconds of CPU and of the clock, bytes of memory, of print and of results."""

    cpu: int = 2
    memory: int = 512 * 2**20
    wall: float = 2.5
    printed: int = 64 * 2**10
    results: int = 2**20


class End(Enum):
    """Why the process ended: by itself, or ended by us."""

    ITSELF = "itself"
    TIME = "time"
    FLOOD = "flood"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class Ended:
    """What is left of a process. `status` is a return code, below zero for the signal that killed it."""

    why: End
    status: int
    cpu: float
    wall: float
    results: bytes
    printed: bytes


@dataclass
class _Pipes:
    """What is still to be written to the child, and what was read from it."""

    unsent: bytes
    read: dict[int, bytearray] = field(default_factory=dict)
    most: dict[int, int] = field(default_factory=dict)

    @property
    def flooded(self) -> bool:
        return any(len(self.read[handle]) > most for handle, most in self.most.items())


def supported() -> bool:
    """False where processes cannot be bounded at all (Windows)."""
    return os.name == "posix"


def run_process(job: Callable[[int], bytes], limits: Limits, cancel: Event) -> Ended:
    """Runs the bootstrap in a child, fed with what `job` makes for the descriptor on which results are expected.

    Raises OSError where the system lets no process start.
    """
    with tempfile.TemporaryDirectory(prefix="quizapp-", ignore_cleanup_errors=True) as scratch:
        results, theirs = os.pipe()
        try:
            try:
                unsent = job(theirs)
                child = _started(theirs, scratch)
            finally:
                os.close(theirs)
            return _overseen(child, results, unsent, limits, cancel)
        finally:
            os.close(results)


def _started(results: int, scratch: str) -> "subprocess.Popen[bytes]":
    kept = {name: os.environ[name] for name in _NEEDED if name in os.environ}
    return subprocess.Popen(  # noqa: S603  our own interpreter, our own bootstrap
        [sys.executable, *_FLAGS, "-X", "utf8", "-c", BOOTSTRAP],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        pass_fds=(results,),
        cwd=scratch,
        env={"PYTHONHASHSEED": "0", "TZ": "UTC", **kept},
        start_new_session=True,
        bufsize=0,
    )


def _overseen(child: "subprocess.Popen[bytes]", results: int, unsent: bytes, limits: Limits, cancel: Event) -> Ended:
    assert child.stdout
    began = monotonic()
    printed = child.stdout.fileno()
    pipes = _Pipes(
        unsent, {results: bytearray(), printed: bytearray()}, {results: limits.results, printed: limits.printed}
    )
    why = End.CANCELLED
    try:
        why = _fed_and_read(child, pipes, began + limits.wall, cancel)
    finally:
        status, cpu = _ended(child)
    return Ended(why, status, cpu, monotonic() - began, bytes(pipes.read[results]), bytes(pipes.read[printed]))


def _fed_and_read(child: "subprocess.Popen[bytes]", pipes: _Pipes, until: float, cancel: Event) -> End:
    assert child.stdin
    with selectors.DefaultSelector() as selector:
        os.set_blocking(child.stdin.fileno(), False)
        selector.register(child.stdin, selectors.EVENT_WRITE)
        for handle in pipes.read:
            selector.register(handle, selectors.EVENT_READ)
        while selector.get_map():
            for key, _ in selector.select(_LOOK):
                sending = key.fileobj is child.stdin
                if not (_feed(child, pipes) if sending else _read(key.fd, pipes)):
                    selector.unregister(key.fileobj)
                    if sending:
                        child.stdin.close()
            if cancel.is_set() or monotonic() > until or pipes.flooded:
                return End.CANCELLED if cancel.is_set() else End.FLOOD if pipes.flooded else End.TIME
    return End.ITSELF


def _feed(child: "subprocess.Popen[bytes]", pipes: _Pipes) -> bool:
    """Sends on; False once all is sent, or nobody reads."""
    assert child.stdin
    with suppress(BrokenPipeError):
        pipes.unsent = pipes.unsent[os.write(child.stdin.fileno(), pipes.unsent[:_CHUNK]) :]
        if pipes.unsent:
            return True
    return False


def _read(handle: int, pipes: _Pipes) -> bool:
    chunk = os.read(handle, _CHUNK)
    pipes.read[handle] += chunk
    return bool(chunk)


def _ended(child: "subprocess.Popen[bytes]") -> tuple[int, float]:
    """Kills what is left of the process group, and waits; the return code and the seconds of CPU it used."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(child.pid, signal.SIGKILL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    for pipe in (child.stdin, child.stdout):
        if pipe is not None:
            pipe.close()
    return child.returncode, usage.ru_utime + usage.ru_stime
