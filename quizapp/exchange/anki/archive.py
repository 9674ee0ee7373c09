"""The zip file of a package: its members, unpacked within bounds.

From Anki's source, rslib/src/import_export/package: `meta` says which of `collection.anki2`, `collection.anki21` and
`collection.anki21b` holds the collection; without it the second does, if it is there, else the first. From version 3
on (`anki21b`) all members are compressed with zstd once more, and `collection.anki2` only says that Anki is too old.
"""

import zlib
from collections import Counter
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import IO, Self
from zipfile import BadZipFile, ZipFile

import zstandard

from quizapp.errors import UsageError
from quizapp.exchange.anki.wire import NotWire, integer
from quizapp.i18n import F_

_COLLECTIONS = {1: "collection.anki2", 2: "collection.anki21", 3: "collection.anki21b"}
_META, _NEWEST = "meta", 3
_LONGEST_META = 1024
_WIDEST_WINDOW = 2**27
_BROKEN = (
    BadZipFile,
    OSError,
    EOFError,
    RuntimeError,
    NotImplementedError,
    ValueError,
    zlib.error,
    zstandard.ZstdError,
)


class Archive:
    """The package at `path`; a context that keeps its file open. Raises UsageError for whatever is no package."""

    def __init__(self, path: Path, limit: int) -> None:
        self.path, self.limit = path, limit
        try:
            self._zip = ZipFile(path)
        except _BROKEN as error:
            what = F_("{name} cannot be read as an Anki package", name=path.name)
            raise UsageError(what, F_("it is no zip file, or was cut off")) from error
        self._counts = Counter(self._zip.namelist())
        try:
            self._check()
            self.version = self._version()
        except UsageError:
            self._zip.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()

    def has(self, name: str) -> bool:
        """True if the package holds a member of this name."""
        return name in self._counts

    def size(self, name: str) -> int:
        """How many bytes a member says it has, before zstd."""
        return self._zip.getinfo(name).file_size

    @property
    def is_compressed(self) -> bool:
        """True if the members are compressed with zstd."""
        return self.version >= _NEWEST

    def collection(self) -> bytes:
        """The bytes of the collection, a SQLite file."""
        return self.read(_COLLECTIONS[self.version], self.limit, self.is_compressed)

    def read(self, name: str, limit: int, compressed: bool) -> bytes:
        """The bytes of a member, at most `limit` of them; UsageError if there are more, or they are damaged."""
        if self._counts[name] != 1:
            raise self._unfit(F_("holds `{name}` {n} times", name=name, n=self._counts[name]))
        if not compressed and self.size(name) > limit:
            raise self._too_large()
        try:
            with self._zip.open(name) as member:
                data = _unpacked(member, limit + 1) if compressed else member.read(limit + 1)
        except _BROKEN as error:
            raise self._unfit(F_("`{name}` in it is damaged or encrypted", name=name)) from error
        if len(data) > limit:
            raise self._too_large()
        return data

    def _check(self) -> None:
        for name in self._counts:
            if name.startswith(("/", "\\")) or ".." in PurePosixPath(name.replace("\\", "/")).parts:
                raise self._unfit(F_("names files outside itself"))

    def _version(self) -> int:
        if not self.has(_META):
            version = 2 if self.has(_COLLECTIONS[2]) else 1
        else:
            try:
                version = integer(self.read(_META, _LONGEST_META, compressed=False), 1)
            except NotWire as error:
                raise self._unfit(F_("`meta` in it is damaged")) from error
        if version not in _COLLECTIONS:
            what = F_("{name} was made by a version of Anki that is not known here", name=self.path.name)
            raise UsageError(what, F_("export it from Anki with “Support older Anki versions”"))
        if not self.has(_COLLECTIONS[version]):
            raise self._unfit(F_("there is no collection in it"))
        return version

    def _unfit(self, why: str) -> UsageError:
        what = F_("{name} cannot be read as an Anki package", name=self.path.name)
        return UsageError(F_("{what}: {other}", what=what, other=why), F_("export it from Anki again"))

    def _too_large(self) -> UsageError:
        most = f"{self.limit:,}"
        what = F_("{name} unpacks to more than {n} bytes", name=self.path.name, n=most)
        return UsageError(what, F_("export fewer decks at once, or without media"))


def _unpacked(member: IO[bytes], most: int) -> bytes:
    decompressor = zstandard.ZstdDecompressor(max_window_size=_WIDEST_WINDOW)
    with decompressor.stream_reader(member, read_across_frames=True, closefd=False) as stream:
        pieces, left = [], most
        while left > 0 and (piece := stream.read(min(left, 2**20))):
            pieces.append(piece)
            left -= len(piece)
    return b"".join(pieces)
