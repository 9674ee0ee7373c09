"""Jobs for other processes, in a module that imports next to nothing: each of them imports it."""

import os
import signal
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any, BinaryIO

from quizapp.errors import StoreError

JOBS = range(8)
"""More than two other processes get at once."""
Work = Callable[[int], tuple[int, int]]


def opened(work: Work) -> AbstractContextManager[Work]:
    """What does jobs, for another process."""
    return nullcontext(work)


def whose(job: int) -> tuple[int, int]:
    """Which process did the job."""
    return job, os.getpid()


def meet(tests: int, pipe: Path, fails: bool, job: int) -> tuple[int, int]:
    """Says of a job which process did it. The first job waits until the last is at work in another process than that
    of the `tests`; this one may fail then.
    """
    if os.getpid() != tests and job == JOBS[-1]:
        pipe.write_bytes(b"begun")
        if fails:
            raise StoreError("not there")
    elif job == 0:
        pipe.read_bytes()
    return whose(job)


def stop(tests: int, job: int) -> tuple[int, int]:
    """Another process than that of the `tests` stops, and does not end."""
    if os.getpid() != tests:
        os.kill(os.getpid(), signal.SIGSTOP)
    return whose(job)


def unsendable(tests: int, job: int) -> Any:
    """What comes of the last job cannot be sent by another process than that of the `tests`."""
    return job if os.getpid() == tests or job != JOBS[-1] else lambda: job


def interrupt(tests: int, started: Path, go_on: int, job: int) -> tuple[int, int]:
    """The first job interrupts the other process while that one starts."""
    if os.getpid() == tests and job == 0:
        os.kill(int(started.read_text()), signal.SIGINT)
        os.write(go_on, b"\n")
    return whose(job)


def be_slow(tests: int, job: int) -> tuple[int, int]:
    """Another process than that of the `tests` takes its time."""
    if os.getpid() != tests:
        time.sleep(0.7)
    return whose(job)


_KEPT: list[BinaryIO] = []


def stay(pipe: Path, job: int) -> None:
    """The last job opens a pipe, which is open for as long as its process lives; the first goes on for ever."""
    if job == JOBS[0]:
        signal.pause()
    elif job == JOBS[-1]:
        _KEPT.append(pipe.open("wb", buffering=0))
        _KEPT[0].write(b"begun")
