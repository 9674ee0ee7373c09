"""Faults at a moment that can be told again: before a process does the nth thing to a file or a database."""

import os
import resource
import signal
import sqlite3
import sys
from abc import ABC, abstractmethod
from collections.abc import Set
from typing import Any

_CHANGES = {"INSERT", "UPDATE", "DELETE", "CREATE", "ALTER", "DROP"}
_TO_FILES = {"os.rename", "os.link", "os.remove", "os.mkdir", "os.rmdir", "os.truncate"}
_BEGUN = {"open", "sqlite3.connect", "COMMIT"}
"""Where something is about to be written."""
_MADE = {"open", "os.rename", "os.link", "os.mkdir", "sqlite3.connect"}
"""Where something is about to be made. Nothing is raised within a statement: SQLite would not pass it on."""


class Moment(ABC):
    """Counts what the process does: `things` are events of files and first words of statements.

    A file counts that is opened to be written, and the end of a transaction that changed something. Statements of one
    kind that follow one another count once.
    """

    things: Set[str]

    def __init__(self, left: int) -> None:
        self._left = left
        self._kind = ""

    @abstractmethod
    def happens(self, path: str, flags: int) -> None:
        """What happens at the moment; `path` is of the file that is about to be opened, if one is."""

    def watch(self) -> None:
        """From now on, for as long as the process lives."""
        sys.addaudithook(self._hear)
        connect = sqlite3.connect

        def traced(*of: Any, **named: Any) -> sqlite3.Connection:
            connection: sqlite3.Connection = connect(*of, **named)
            connection.set_trace_callback(self._read)
            return connection

        for module in (sqlite3, sqlite3.dbapi2):  # SQLAlchemy goes by the second
            module.connect = traced  # type: ignore[attr-defined]

    def _hear(self, event: str, of: tuple[Any, ...]) -> None:
        if event != "open":
            self._count(event)
        elif isinstance(of[2], int) and of[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT) and not isinstance(of[0], int):
            self._count(event, of[0], of[2])

    def _read(self, statement: str) -> None:
        kind = " ".join(statement.split(None, 3)[:3])
        changes, changed = (words.partition(" ")[0] in _CHANGES for words in (kind, self._kind))
        if kind != self._kind and (changes or (changed and kind == "COMMIT")):
            self._count(kind.partition(" ")[0])
        self._kind = kind

    def _count(self, thing: str, path: str = "", flags: int = 0) -> None:
        if thing in self.things:
            self._left -= 1
            if self._left == -1:
                self.happens(path, flags)


class Death(Moment):
    """The process is killed. The file that it opens is made first: who writes it in its place leaves it empty."""

    things = _TO_FILES | _BEGUN | _CHANGES

    def happens(self, path: str, flags: int) -> None:
        """Kills the process."""
        if path:
            os.close(os.open(path, flags, 0o600))
        os.kill(os.getpid(), signal.SIGKILL)


class AskedToEnd(Moment):
    """The process is asked to end."""

    things = _MADE

    def happens(self, path: str, flags: int) -> None:
        """Asks the process."""
        os.kill(os.getpid(), signal.SIGTERM)


class FullDisk(Moment):
    """From then on no file takes a byte."""

    things = _BEGUN

    def happens(self, path: str, flags: int) -> None:
        """Refuses what the process writes."""
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))
