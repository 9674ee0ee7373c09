"""The files of the learner's own cards folder, as an export takes them along."""

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

from quizapp.cards.folders import LARGEST_FILE
from quizapp.exchange.archive.document import MOST_FILES, LeftOut, OwnFile
from quizapp.exchange.archive.names import flaw_of
from quizapp.study.editing.own_copy import BASES
from quizapp.wording import N_

MOST = 256 * 2**20
"""Bytes of all files together: they are written from memory."""
_TOO_LARGE = N_("it is larger than 16 MiB")
_TOO_LARGE_TOGETHER = N_("all files together are larger than 256 MiB")
_TOO_MANY = N_("there are too many files")
_UNREADABLE = N_("it cannot be read")


def own_files(folder: Path, wanted: Callable[[str], bool]) -> Iterator[OwnFile | LeftOut]:
    """The files below a folder whose path in it is wanted, by path; cards before pictures, so that these go without.

    Hidden files and links are passed over, as they are where cards are read; all but the bundled texts that copies were
    made from. A folder that cannot be looked into is told as a file is that cannot be read.
    """
    room, files = MOST, 0
    shut: list[OSError] = []
    for name in sorted(_names(folder, shut.append), key=lambda name: (not name.endswith((".md", ".toml")), name)):
        path = _shown(name)
        if not wanted(path):
            continue
        content = _content(folder / name, room)
        why = flaw_of(path) or (content if isinstance(content, str) else None)
        if why is None and files == MOST_FILES:
            why = _TOO_MANY
        if why is not None or isinstance(content, str):
            yield LeftOut(path=path, why=why or "")
            continue
        room, files = room - len(content), files + 1
        yield _file(path, content)
    for error in shut:
        path = _shown(Path(error.filename).relative_to(folder).as_posix())
        if not isinstance(error, FileNotFoundError) and wanted(f"{path}/*"):
            yield LeftOut(path=path, why=_UNREADABLE)


def _names(folder: Path, tell: Callable[[OSError], object]) -> Iterator[str]:
    for above, folders, names in os.walk(folder, onerror=tell):
        folders[:] = [name for name in folders if not name.startswith(".") or Path(above, name) == folder / BASES]
        here = Path(above).relative_to(folder)
        for name in names:
            if not name.startswith(".") and not os.path.islink(f"{above}/{name}"):  # noqa: PTH114  Path raises where it may not look
                yield f"{here.as_posix()}/{name}" if here.parts else name


def _content(path: Path, room: int) -> bytes | str:
    """What a file holds, or why that is not known."""
    try:
        seen = path.stat()
        if not stat.S_ISREG(seen.st_mode):
            return N_("it is no plain file")
        if seen.st_size > LARGEST_FILE:
            return _TOO_LARGE
        if seen.st_size > room:
            return _TOO_LARGE_TOGETHER
        return path.read_bytes()
    except OSError:
        return _UNREADABLE


def _file(path: str, content: bytes) -> OwnFile:
    try:
        return OwnFile(path=path, text=content.decode())
    except UnicodeDecodeError:
        return OwnFile.model_construct(path=path, text=None, base64=content)


def _shown(name: str) -> str:
    """A path as text, though any bytes may be a name."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")
