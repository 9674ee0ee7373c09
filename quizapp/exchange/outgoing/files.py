"""Files that are written together: all lie on the disk whole before the first takes its place."""

import errno
import os
import stat
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path

from quizapp.errors import StoreError, UsageError
from quizapp.i18n import F_
from quizapp.paths import shortened

_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def write_together(files: Mapping[Path, Iterable[bytes]]) -> None:
    """Writes files, given in pieces, and the folders above them. Raises StoreError, and leaves nothing behind then;
    so it does with whatever is raised where the pieces are made.

    A file that is replaced keeps its permissions; one that nobody may write to is not. A new one is its owner's
    alone, as a new folder is. Raises UsageError where links make one file of two: only one would be left.
    """
    if len({path.resolve() for path in files}) < len(files):
        what = F_("two of the files are one: a link leads to the other")
        raise UsageError(what, F_("write them into an empty folder"))
    with ExitStack() as undo:
        for path, temporary in [(path, _beside(path, content, undo)) for path, content in files.items()]:
            try:
                temporary.replace(path.resolve())
            except OSError as error:
                raise _failed(path, error) from error
        undo.pop_all()


def takes_a_stream(path: Path) -> bool:
    """True for a pipe or a device, such as `/dev/stdout`: nothing is to take its place."""
    return path.exists() and not path.is_file() and not path.is_dir()


def write_stream(path: Path, content: Iterable[bytes]) -> None:
    """Writes into a pipe or a device, once all pieces are there. Raises StoreError."""
    whole = b"".join(content)
    try:
        path.write_bytes(whole)
    except OSError as error:
        raise _failed(path, error) from error


def _beside(path: Path, content: Iterable[bytes], undo: ExitStack) -> Path:
    """The content in a file of a name of its own, beside the one that it is for."""
    try:
        target = path.resolve()
        mode = _mode(target)
        for folder in reversed([folder for folder in target.parents if not folder.exists()]):
            folder.mkdir(mode=0o700)
            undo.callback(folder.rmdir)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=".quizapp-")
        temporary = Path(name)
        undo.callback(temporary.unlink, missing_ok=True)
        with os.fdopen(handle, "wb") as stream:
            stream.writelines(content)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(mode)
    except OSError as error:
        raise _failed(path, error) from error
    return temporary


def _mode(target: Path) -> int:
    """The permissions that the file is to have. Raises OSError where something else is in its place, or it is kept."""
    if not target.exists():
        return 0o600
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    mode = stat.S_IMODE(target.stat().st_mode)
    if not mode & _WRITABLE:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return mode


def _failed(path: Path, error: OSError) -> StoreError:
    what = F_("{path} cannot be written ({why})", path=shortened(path), why=error.strerror or error)
    return StoreError(what, F_("check the permissions of the file and its folder, and the room on the disk"))
