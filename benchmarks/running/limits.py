"""What nobody can be quicker than, measured in the same run."""

import os
import sqlite3
import sys
import tempfile
from contextlib import closing
from functools import partial
from pathlib import Path

from benchmarks.figures import Figures, measured
from benchmarks.running.processes import run
from benchmarks.running.terminal import Terminal

BARE_TEXT = "as bare as can be"  # as bare.py has it, which would bring Textual into this process
_FILE = b"Fifty cards of four hundred bytes.\n" * 570
_ROW = (1, "answer", "2026-03-04T09:00:00+00:00", 4, "{}")


def bare_interpreter(home: Path) -> float:
    """A Python that does nothing, from start to end, in milliseconds."""
    return run([sys.executable, "-c", "pass"], home).milliseconds


def bare_textual(home: Path) -> float:
    """An application with one Static, from start to painted, in milliseconds."""
    with Terminal([sys.executable, "-m", "benchmarks.running.bare"], home) as terminal:
        return terminal.painted(BARE_TEXT)


def durable_commit(count: int) -> Figures:
    """One row, inserted and on disk, through the standard library's sqlite3.

    The write-ahead log has been as long before: where it grows, the file system has more to write than the row.
    """
    with (
        tempfile.TemporaryDirectory(prefix="quizapp-benchmark-") as folder,
        closing(sqlite3.connect(Path(folder) / "limit.db", isolation_level=None)) as connection,
    ):
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "wal_autocheckpoint = 0"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("CREATE TABLE log (id INTEGER, what TEXT, at TEXT, grade INTEGER, answered TEXT)")
        commit = partial(_commit, connection)
        measured([commit] * count)
        connection.execute("PRAGMA wal_checkpoint(FULL)")
        return measured([commit] * count)


def durable_file(count: int) -> Figures:
    """A file of fifty cards replaced by one that is written beside it, and on disk; as a card is added to it."""
    with tempfile.TemporaryDirectory(prefix="quizapp-benchmark-") as name:
        folder = Path(name)
        return measured([partial(_replace, folder)] * count)


def _replace(folder: Path) -> None:
    beside = folder / "beside"
    with beside.open("wb") as stream:
        stream.write(_FILE)
        stream.flush()
        os.fsync(stream.fileno())
    beside.replace(folder / "topic.md")
    entry = os.open(folder, os.O_RDONLY)
    os.fsync(entry)
    os.close(entry)


def _commit(connection: sqlite3.Connection) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("INSERT INTO log VALUES (?, ?, ?, ?, ?)", _ROW)
    connection.execute("COMMIT")
