"""Where collections are kept between runs: making one of 100,000 cards takes minutes."""

import fcntl
import hashlib
import os
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from quizapp import __version__
from quizapp.store.schema.revisions import REVISIONS

_WHOLE = ".whole"
"""A file that is written last: a folder without it was left half made."""
_MAKERS = ("benchmarks/library/making.py", "benchmarks/anki/making.py", "quizapp/cards/parse.py")


class Kept:
    """A folder of collections, each made once. Another version of the program, or of what makes them, makes its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / f"{__version__}-{REVISIONS[-1]}-{_fingerprint()}"
        self.folder.mkdir(parents=True, exist_ok=True)

    def get(self, name: str, make: Callable[[Path], object]) -> Path:
        """The folder of this name, made where it is not there yet."""
        folder = self.folder / name
        with (self.folder / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not (folder / _WHOLE).exists():
                shutil.rmtree(folder, ignore_errors=True)
                folder.mkdir()
                make(folder)
                (folder / _WHOLE).touch()
        return folder


@contextmanager
def kept_or_not(keep: bool) -> Iterator[Kept]:
    """Collections kept among the system's temporary files; or for this run only, also where that would not be safe."""
    folder = Path(tempfile.gettempdir()) / f"quizapp-benchmarks-{os.getuid()}"
    if keep and _is_ours(folder):
        yield Kept(folder)
    else:
        with tempfile.TemporaryDirectory(prefix="quizapp-benchmarks-") as once:
            yield Kept(Path(once))


def _is_ours(folder: Path) -> bool:
    """True if the folder can be made, or is there and nobody else may write into it: /tmp is everybody's."""
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        found = folder.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not found.st_mode & 0o077


def _fingerprint() -> str:
    """What makes the collections, in a few letters: what is made, by what, and the parser of card files."""
    root = Path(__file__).parents[2]
    code = [*sorted(Path(__file__).parent.glob("*.py")), *(root / name for name in _MAKERS)]
    return hashlib.blake2b(b"".join(file.read_bytes() for file in code), digest_size=4).hexdigest()
