"""Changes to card files, made together: all of them or none, and each can be taken back."""

import stat
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from quizapp.cards.files import make_file, remove_file, replace_file
from quizapp.cards.folders import LARGEST_FILE
from quizapp.cards.parsed import parsed
from quizapp.cards.source import BYTE_ORDER_MARK, Source
from quizapp.cards.writing import Extent, extents
from quizapp.cards.writing.changes import with_section
from quizapp.errors import StoreError, UsageError
from quizapp.i18n import F_
from quizapp.markdown import tokens_of
from quizapp.paths import is_gone, shortened
from quizapp.study.opening import Desk

Contents = Mapping[Path, bytes | None]
"""Files by their paths; None stands for a file that is not there."""


@dataclass(frozen=True)
class Written:
    """Files that were changed: what they held before, and what they hold since; and the folders made for them."""

    before: Contents
    after: Contents
    folders: tuple[Path, ...] = ()

    def undo(self, desk: Desk, now: datetime) -> bool:
        """Puts the files back as they were; True. Raises UsageError where one was changed since, and leaves all."""
        for path, content in self.after.items():
            if _read(path) != content:
                raise UsageError(
                    F_("{path} was changed since", path=shortened(path)), F_("take your own change back first")
                )
        _put(self.before)
        _remove_empty(self.folders)
        desk.read_cards(now)
        return True


class Pages:
    """Files as they are to be: read from the disk when they are first asked for, written by `write`."""

    def __init__(self) -> None:
        self._before: dict[Path, bytes | None] = {}
        self._after: dict[Path, bytes | None] = {}
        self._cards: dict[Path, tuple[bytes, Mapping[str, Extent]]] = {}

    def __getitem__(self, path: Path) -> bytes:
        """What a file holds, or is to hold; nothing where there is none. Raises StoreError."""
        if path not in self._after:
            self._before[path] = self._after[path] = _read(path)
        return self._after[path] or b""

    def __setitem__(self, path: Path, content: bytes) -> None:
        """What a file is to hold. One that holds nothing any more goes."""
        self[path]
        self._after[path] = content or None

    def cards(self, path: Path) -> Mapping[str, Extent]:
        """The sound cards on a page by their keys, in order; found anew only once the page holds something else."""
        content = self[path]
        known = self._cards.get(path)
        if known is None or known[0] is not content:
            known = self._cards[path] = content, extents(content, str(path))
        return known[1]

    def append(self, path: Path, section: str) -> None:
        """One more card at the end of a page. Raises UsageError where it would not be read there."""
        content = self[path]
        if content is self._before[path]:
            _refuse_open(content, path)
        longer = with_section(content, section)
        if len(longer) > LARGEST_FILE:
            raise UsageError(
                F_("{path} would be larger than {n} MiB", path=shortened(path), n=LARGEST_FILE // 2**20),
                F_("split the file"),
            )
        self[path] = longer

    def exists(self, path: Path) -> bool:
        """True if there is such a file, or is to be one."""
        self[path]
        return self._after[path] is not None

    def beside(self, path: Path) -> Iterator[Path]:
        """Files, there or to be, whose path is this one but for case: on some systems they are one."""
        wanted, there = _folded(path), list[Path]()
        with suppress(OSError):
            there += path.parent.iterdir()
        there += (other for other, content in self._after.items() if content is not None)
        yield from (other for other in there if other != path and _folded(other) == wanted)

    @property
    def new(self) -> list[Path]:
        """The files that are not there yet, and are to be."""
        return [path for path, content in self._after.items() if content is not None and self._before[path] is None]

    def write(self) -> Written:
        """Writes what is new. All files are as they were where this raises.

        That is UsageError where a file changed meanwhile, StoreError where one cannot be written.
        """
        changed = [path for path, content in self._after.items() if content != self._before[path]]
        for path in changed:
            if _read(path) != self._before[path]:
                raise UsageError(F_("{path} was changed meanwhile", path=shortened(path)), F_("try again"))
        _refuse_twice(changed)
        before = {path: self._before[path] for path in changed}
        after = {path: self._after[path] for path in changed}
        folders = _missing_folders(path for path, content in after.items() if content is not None)
        try:
            _put(after)
        except StoreError:
            _put({path: content for path, content in before.items() if _read(path) == after[path]})
            _remove_empty(folders)
            raise
        return Written(before, after, folders)


def _folded(path: Path) -> str:
    return unicodedata.normalize("NFC", str(path)).casefold()


def read_files(paths: Iterable[Path]) -> Contents:
    """What files hold now. Raises StoreError."""
    return {path: _read(path) for path in paths}


def _read(path: Path) -> bytes | None:
    """What is no plain file is not opened: a pipe would be waited for, and a device need not end."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise StoreError(F_("{path} is not a plain file", path=shortened(path)), F_("put a text file in its place"))
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise StoreError(
            F_("{path} cannot be read ({why})", path=shortened(path), why=error.strerror), F_("check its permissions")
        ) from error


def _refuse_open(content: bytes, path: Path) -> None:
    """Raises UsageError where something in a file has no end: a card below it would be a part of it, or end it."""
    part = parsed(content, str(path))
    if part.swallows:
        raise UsageError(
            F_("a code block in {path} is not closed", path=shortened(path)), F_("close it, and try again")
        )
    begins = content.removeprefix(BYTE_ORDER_MARK).startswith(b"---")
    if begins and not part.front_lines and tokens_of(Source(content).text)[0].type != "front_matter":
        raise UsageError(
            F_("the front matter in {path} does not end", path=shortened(path)), F_("put a line of `---` below it")
        )


def _refuse_twice(paths: Iterable[Path]) -> None:
    """Raises UsageError where two paths lead to one file: what is written by the first would be lost by the second."""
    known: dict[tuple[int, int], Path] = {}
    for path in paths:
        with suppress(OSError):  # told when it is read, or written
            status = path.stat()
            other = known.setdefault((status.st_dev, status.st_ino), path)
            if other is not path:
                raise UsageError(
                    F_("{other} and {path} are one file", other=shortened(other), path=shortened(path)),
                    F_("remove the link"),
                )


def _put(contents: Contents) -> None:
    """Writes what grows before what shrinks: where this is cut short, a card stands in two places, not in none."""
    now = read_files(contents)
    for path in sorted(contents, key=lambda path: len(now[path] or b"") - len(contents[path] or b"")):
        content = contents[path]
        if content == now[path]:
            continue
        try:
            if content is None:
                remove_file(path)
            else:
                (make_file if now[path] is None else replace_file)(path, content)
        except OSError as error:
            what = F_("{path} cannot be written ({why})", path=shortened(path), why=error.strerror or error)
            raise StoreError(
                what, F_("check the permissions of the file and its folder, and the room on the disk")
            ) from error


def _missing_folders(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The folders that files need and that are not there yet, the deepest first."""
    missing = {folder for path in paths for folder in path.parents if is_gone(folder)}
    return tuple(sorted(missing, key=lambda folder: (-len(folder.parts), folder)))


def _remove_empty(folders: Iterable[Path]) -> None:
    """Folders that somebody put something into stay."""
    for folder in folders:
        with suppress(OSError):
            folder.rmdir()
