"""Our own file in the shared folder: rows appended to it, lines that are broken taken out; on disk on return."""

import os
import stat
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from quizapp.store.values import LogRow
from quizapp.study.merging.files import ENDING, Glimpse, careful, glimpse_of, growing
from quizapp.study.merging.lines import Header, Lines, digest_of
from quizapp.study.merging.row import ANSWERED, line_of

_PIECE = 2**20
_HIDDEN = ".quizapp-"


@dataclass
class Appended:
    """How many rows were written, how many of them answers, and how many kept back: no machine could read them."""

    written: int = 0
    answers: int = 0
    kept_back: int = 0


def own_name(device: str) -> str:
    """The name of a device's file."""
    return f"{device}{ENDING}"


def append_rows(path: Path, header: Header, rows: Iterable[LogRow], said: bool, alone: bool = False) -> Appended:
    """Appends rows to our file, below a header that it has not `said` yet. Raises OSError; what is there by then stays.

    Where there is no row nothing is written, but for a header that is worth it `alone`.
    """
    done = Appended()
    lines = _lines(rows, done)
    first = next(lines, None)
    if first is None and not alone:
        return done
    with growing(path) as stream:
        size = stream.seek(0, os.SEEK_END)
        start = b"" if size == 0 or _ends_a_line(stream) else b"\n"  # what a crash left half-written stays by itself
        start += b"" if said and size else header.line
        piece = bytearray(start + (first or b""))
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


def mend(path: Path, header: Header) -> bool:
    """Writes our file anew without the lines that are none: who reads it is told of them at every look.

    Every row that can be read in it is written, in their order, by a new file that takes the place of the old one at
    once; other machines notice that it is another and read it from its beginning. False, and nothing is done, where it
    could not be read to its end or was changed meanwhile. Raises OSError, the file as it was.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=_HIDDEN)
    anew = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            before = _write_sound(path, header, stream)
        now = path.lstat()
        if before is None or glimpse_of(now) != before:
            return False
        anew.chmod(stat.S_IMODE(now.st_mode))
        anew.replace(path)
    finally:
        anew.unlink(missing_ok=True)
    _keep_name(path.parent)
    return True


def _write_sound(path: Path, header: Header, target: BinaryIO) -> Glimpse | None:
    """Writes what can be read of a file; how that looked, None where it could not be read to its end."""
    with careful(path) as stream:
        status = os.fstat(stream.fileno())
        lines = Lines(stream, path.name, digest_of(stream, 0))
        target.write(header.line)
        target.writelines(line for row in lines.rows() if (line := line_of(row)))
    target.flush()
    os.fsync(target.fileno())
    return glimpse_of(status) if lines.end == status.st_size else None


def _lines(rows: Iterable[LogRow], done: Appended) -> Iterator[bytes]:
    for row in rows:
        line = line_of(row)
        if line is None:
            done.kept_back += 1
        else:
            done.written += 1
            done.answers += row.entry.what in ANSWERED
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
