"""Card files written: whole or not at all, with the permissions they had, on disk when the call returns."""

import errno
import os
import stat
import tempfile
from collections.abc import Callable
from pathlib import Path


def replace_file(path: Path, content: bytes) -> None:
    """Puts `content` in the place of a file. Raises OSError, the file as it was.

    A file that its owner made read-only is not replaced, though the system would allow it.
    """
    target = path.resolve()
    _put(target, content, _mode_to_write(target))


def make_file(path: Path, content: bytes) -> None:
    """Makes a file, with the folders above it. Raises OSError: FileExistsError where there is one, in whatever case."""
    make_folder(path.parent)
    _put(path, content, place=_name)


def keep_file(path: Path, content: bytes) -> None:
    """Makes a file that is the program's own, with the folders above it, or one in its place. Raises OSError."""
    make_folder(path.parent)
    _put(path, content)


def make_folder(folder: Path) -> None:
    """Makes a folder, and those above it that are missing: what is made is its owner's alone. Raises OSError."""
    for missing in reversed([each for each in (folder, *folder.parents) if not each.exists()]):
        missing.mkdir(exist_ok=True, mode=0o700)


def remove_file(path: Path) -> None:
    """Removes a file, if it is there. Raises OSError; one that its owner made read-only stays."""
    if path.exists():
        _mode_to_write(path)
    path.unlink(missing_ok=True)


def _mode_to_write(path: Path) -> int:
    """The permissions of a file. Raises PermissionError where nobody may write to it."""
    mode = path.stat().st_mode
    if not mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    return stat.S_IMODE(mode)


def _name(temporary: Path, target: Path) -> None:
    """Gives a whole file its name, if no other has it: who is killed on the way leaves no empty file of that name."""
    try:
        os.link(temporary, target)
    except FileExistsError:
        raise
    except OSError:  # a disk without hard links
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        temporary.replace(target)
    else:
        temporary.unlink()


def _put(target: Path, content: bytes, mode: int = 0o600, place: Callable[[Path, Path], object] = Path.replace) -> None:
    """A new file is its owner's alone."""
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=".quizapp-")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).chmod(mode)
        place(Path(temporary), target)
        _sync_folder(target.parent)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _sync_folder(folder: Path) -> None:
    """The new name is on disk too. Systems without such folders (Windows) see to that themselves."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:  # some network folders cannot; the content itself is there
        return
    finally:
        os.close(handle)
