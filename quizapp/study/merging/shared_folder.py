"""The files of the shared folder, read from where they were left: their rows brought into our log."""

import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from quizapp.store.collection import Collection
from quizapp.store.log.rows import columns_of
from quizapp.store.values import LogRow
from quizapp.study.merging.bookmarks import Bookmarks, Mark
from quizapp.study.merging.choices import Chosen, newest
from quizapp.study.merging.files import Listing, careful, glimpse_of
from quizapp.study.merging.lines import Lines, digest_of
from quizapp.study.merging.merge import Merged, merge
from quizapp.study.merging.own_file import own_name
from quizapp.study.merging.troubles import Fault, Trouble, Troubles

_PASSING = frozenset({Fault.HALF, Fault.NEWER})
"""What is met again when a file is read on, if it is still so."""


class SharedFolder:
    """One reading of the folder.

    `there` are the uuids of the rows that were read, `marks` how far each file was read, `merged` what came in. `twin`
    is True once a file of this very device held rows that our log did not have: another machine writes under the same
    name (its database is a copy), or ours was put back to an older state. `newer` is True if our file is of a newer
    version, `raced` if a file was changed in the very moment in which it was read.
    """

    def __init__(self, collection: Collection, folder: Path, before: Bookmarks, now: datetime) -> None:
        self._collection = collection
        self._folder = folder
        self._now = now
        self._device = collection.device
        self.marks: dict[str, Mark] = dict(before.files)
        self.there: set[str] = set()
        self.merged = Merged()
        self.twin = False
        self.newer = False
        self.raced = False
        self.unread: list[Trouble] = []

    @property
    def choices(self) -> dict[str, Chosen]:
        """The newest of those that stand in the files."""
        return newest(*(header.choices for mark in self.marks.values() for header in mark.headers))

    def changed(self, listing: Listing) -> list[str]:
        """The files that do not look as they did."""
        return [name for name, glimpse in listing.files.items() if not self._looks_as_before(name, glimpse)]

    def _looks_as_before(self, name: str, glimpse: object) -> bool:
        return name in self.marks and self.marks[name].glimpse == glimpse

    def lost_any(self, listing: Listing, changed: list[str]) -> bool:
        """True if something that was read is not there any more: a file is gone, or holds something else."""
        return bool(self.marks.keys() - listing.files.keys()) or any(not self._goes_on(name) for name in changed)

    def _goes_on(self, name: str) -> bool:
        mark = self.marks.get(name)
        if mark is None:
            return True
        try:
            with careful(self._folder / name) as stream:
                return digest_of(stream, mark.end).hexdigest() == mark.digest
        except OSError:
            return False

    def forget(self) -> None:
        """Everything is read anew."""
        self.marks.clear()

    def take(self, name: str) -> None:
        """Reads a file on from its mark, and brings its rows in."""
        try:
            self._take(name)
        except OSError as error:
            self.marks.pop(name, None)
            why = error.strerror or str(error)
            self.unread.append(Trouble(fault=Fault.UNREADABLE, file=name, why=why))

    def _take(self, name: str) -> None:
        mark = self.marks.get(name)
        with careful(self._folder / name) as stream:
            glimpse = glimpse_of(os.fstat(stream.fileno()))
            end, number = (mark.end, mark.lines) if mark else (0, 0)
            headers = {header.device: header for header in mark.headers} if mark else {}
            lines = Lines(stream, name, digest_of(stream, end), end, number, headers)
            if mark and lines.digest.hexdigest() != mark.digest:
                self.raced = True
                raise OSError("it was changed while it was read")
            merged = merge(self._collection, map(columns_of, self._noted(lines.rows())), self._now)
        own = name == own_name(self._device)
        self.merged = self.merged.and_then(merged)
        self.twin |= merged.new > 0 and (own or self._device in lines.headers)
        before = [trouble for trouble in (mark.troubles if mark else ()) if trouble.fault not in _PASSING]
        troubles = tuple(Troubles([*before, *lines.troubles]))
        self.newer |= own and any(trouble.fault is Fault.NEWER for trouble in troubles)
        self.marks[name] = Mark(
            size=glimpse.size,
            changed=glimpse.changed,
            end=lines.end,
            lines=lines.number,
            digest=lines.digest.hexdigest(),
            headers=tuple(lines.headers.values()),
            troubles=troubles,
        )

    def _noted(self, rows: Iterator[LogRow]) -> Iterator[LogRow]:
        for row in rows:
            self.there.add(row.entry.uuid)
            yield row
