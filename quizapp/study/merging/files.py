"""Files in a folder that others write to: looked at and opened without being led astray by links, pipes or devices."""

import errno
import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from quizapp.study.merging.troubles import Fault, Trouble

ENDING = ".jsonl"
MOST_FILES = 1000
"""A machine has one, and conflict copies are few. What comes behind, by name, is not read."""
_LARGEST = 2**30
# A pipe would wait for a writer, a link lead out of the folder. Windows has neither flag, nor such files by accident.
_CAREFULLY = (
    getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


@dataclass(frozen=True, slots=True)
class Glimpse:
    """What a glance at a file says: its size in bytes, and when it was changed, in nanoseconds."""

    size: int
    changed: int


@dataclass(frozen=True)
class Listing:
    """The files of the folder that may hold a log, by name, and what is wrong with others."""

    files: Mapping[str, Glimpse]
    troubles: tuple[Trouble, ...]


def listed(folder: Path) -> Listing:
    """One look at the folder. Raises OSError."""
    files: dict[str, Glimpse] = {}
    troubles: list[Trouble] = []
    with os.scandir(folder) as entries:
        found = sorted((entry for entry in entries if _may_hold(entry.name)), key=lambda entry: entry.name)
    for entry in found[:MOST_FILES]:
        with suppress(FileNotFoundError):  # it went away just now
            seen = entry.stat(follow_symlinks=False)
            name = os.fsencode(entry.name).decode("utf-8", "backslashreplace")  # any bytes may be a name
            if stat.S_ISREG(seen.st_mode) and seen.st_size <= _LARGEST and name == entry.name:
                files[name] = glimpse_of(seen)
            else:
                troubles.append(Trouble(fault=Fault.SPECIAL, file=name))
    if len(found) > MOST_FILES:
        troubles.append(Trouble(fault=Fault.MANY, file="", count=len(found) - MOST_FILES))
    return Listing(files, tuple(troubles))


def glimpse_of(seen: os.stat_result) -> Glimpse:
    """What the system says of a file, as far as it matters here."""
    return Glimpse(seen.st_size, seen.st_mtime_ns)


@contextmanager
def careful(path: Path) -> Iterator[BinaryIO]:
    """An ordinary file of the folder, to be read; it is no link. Raises OSError."""
    with _opened(path, os.O_RDONLY | _CAREFULLY, "rb") as stream:
        yield stream


@contextmanager
def ordinary(path: Path) -> Iterator[BinaryIO]:
    """An ordinary file, or what a link to one leads to, to be read. Raises OSError."""
    with _opened(path, os.O_RDONLY | _CAREFULLY & ~getattr(os, "O_NOFOLLOW", 0), "rb") as stream:
        yield stream


@contextmanager
def growing(path: Path) -> Iterator[BinaryIO]:
    """Our own file, made where it is missing, to be appended to. Raises OSError."""
    with _opened(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | _CAREFULLY, "r+b") as stream:
        yield stream


def _opened(path: Path, flags: int, mode: str) -> BinaryIO:
    handle = os.open(path, flags, 0o600)
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "it is no ordinary file")
        stream = os.fdopen(handle, mode, buffering=0 if "+" in mode else -1)
    except BaseException:
        os.close(handle)
        raise
    return stream  # type: ignore[return-value]  # the mode is one of bytes


def _may_hold(name: str) -> bool:
    """Hidden files are what programs that synchronize folders keep for themselves."""
    return name.lower().endswith(ENDING) and not name.startswith(".")
