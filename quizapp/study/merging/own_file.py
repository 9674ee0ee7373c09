"""Our own file in the shared folder: rows appended to it, on disk when the call returns."""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from quizapp.store.values import LogRow
from quizapp.study.merging.files import ENDING, growing
from quizapp.study.merging.lines import header_line
from quizapp.study.merging.row import line_of

_PIECE = 2**20


@dataclass
class Appended:
    """How many rows were written, and how many were kept back, for no machine could read them."""

    written: int = 0
    kept_back: int = 0


def own_name(device: str) -> str:
    """The name of a device's file."""
    return f"{device}{ENDING}"


def append_rows(path: Path, device: str, rows: Iterable[LogRow], headed: bool) -> Appended:
    """Appends rows to our file, below a header where it has none. Raises OSError; what is there by then stays."""
    done = Appended()
    lines = _lines(rows, done)
    first = next(lines, None)
    if first is None:
        return done
    with growing(path) as stream:
        size = stream.seek(0, os.SEEK_END)
        start = b"" if size == 0 or _ends_a_line(stream) else b"\n"  # what a crash left half-written stays by itself
        start += b"" if headed and size else header_line(device)
        piece = bytearray(start + first)
        for line in lines:
            if len(piece) >= _PIECE:
                _write(stream, piece)
                piece.clear()
            piece += line
        _write(stream, piece)
        os.fsync(stream.fileno())
    if size == 0:
        _keep_name(path.parent)
    return done


def _lines(rows: Iterable[LogRow], done: Appended) -> Iterator[bytes]:
    for row in rows:
        line = line_of(row)
        if line is None:
            done.kept_back += 1
        else:
            done.written += 1
            yield line


def _ends_a_line(stream: BinaryIO) -> bool:
    stream.seek(-1, os.SEEK_END)
    return stream.read(1) == b"\n"


def _write(stream: BinaryIO, piece: bytes | bytearray) -> None:
    written = 0
    while written < len(piece):
        written += stream.write(bytes(piece[written:]))


def _keep_name(folder: Path) -> None:
    """The new name is on disk too, where the system can say so of a folder."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
