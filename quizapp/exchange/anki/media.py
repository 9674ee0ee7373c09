"""The images of a package: which there are, and their bytes when they are asked for.

From Anki's source, rslib/src/import_export/package/media.rs and proto/anki/import_export.proto: members are numbered;
`media` says their names, as JSON from number to name, or from version 3 on as a list of entries (1: name, 2: size),
whose places are the numbers.
"""

import json
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from urllib.parse import unquote

from quizapp.errors import UsageError
from quizapp.exchange.anki.archive import Archive
from quizapp.exchange.anki.wire import NotWire, fields, integer, text
from quizapp.exchange.html.images import safe_name
from quizapp.i18n import F_

_LIST = "media"
_NAME, _SIZE, _NUMBER = 1, 2, 255


class Shelf:
    """The media of an archive, by the names under which our Markdown shows them."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._members: dict[str, tuple[str, int]] = {}
        for member, name, size in self._entries():
            if archive.has(member):
                for called in (name, unquote(name)):
                    self._members.setdefault(safe_name(called), (member, size))
        self._taken: dict[str, tuple[str, int]] = {}
        self._left = archive.limit

    def take(self, name: str) -> bool:
        """Takes an image along; False if it is not there. UsageError once there are too many bytes of them."""
        if name in self._members and name not in self._taken:
            self._taken[name] = self._members[name]
            self._left -= self._taken[name][1]
            if self._left < 0:
                name, most = self._archive.path.name, f"{self._archive.limit:,}"
                what = F_("the images of {name} are more than {n} bytes", name=name, n=most)
                raise UsageError(what, F_("export fewer decks at once, or without media"))
        return name in self._members

    def files(self) -> Mapping[str, Callable[[], bytes]]:
        """The images that were taken, each read when it is asked for."""
        unpacking = _Unpacking(self._archive.path, self._archive.limit)
        return {name: partial(unpacking.bytes_of, member) for name, (member, _size) in self._taken.items()}

    def _entries(self) -> list[tuple[str, str, int]]:
        """Of each medium: its member, its name, its size in bytes."""
        if not self._archive.has(_LIST):
            return []
        data = self._archive.read(_LIST, self._archive.limit, self._archive.is_compressed)
        try:
            return self._listed(data) if self._archive.is_compressed else self._mapped(data)
        except (ValueError, RecursionError, NotWire) as error:
            what = F_("the list of media in {name} is damaged", name=self._archive.path.name)
            raise UsageError(what, F_("export it from Anki again")) from error

    def _mapped(self, data: bytes) -> list[tuple[str, str, int]]:
        names = json.loads(data or b"{}")
        if not isinstance(names, dict):
            raise ValueError(_LIST)
        sizes = {member: self._archive.size(member) for member in names if self._archive.has(member)}
        return [(member, str(name), sizes.get(member, 0)) for member, name in names.items()]

    @staticmethod
    def _listed(data: bytes) -> list[tuple[str, str, int]]:
        entries = [value for number, value in fields(data) if number == 1 and isinstance(value, bytes)]
        return [
            (str(integer(entry, _NUMBER) or place), text(entry, _NAME), integer(entry, _SIZE))
            for place, entry in enumerate(entries)
        ]


class _Unpacking:
    """Images read when they are asked for, all together within the limit, whatever their list says of their sizes."""

    def __init__(self, path: Path, limit: int) -> None:
        self._path, self._limit = path, limit
        self._sizes: dict[str, int] = {}
        self._unpacked = 0

    def bytes_of(self, member: str) -> bytes:
        """The bytes of an image. Raises UsageError once there are too many of them all."""
        others = self._unpacked - self._sizes.get(member, 0)
        with Archive(self._path, self._limit) as archive:
            data = archive.read(member, self._limit - others, archive.is_compressed)
        self._sizes[member] = len(data)
        self._unpacked = others + len(data)
        return data
