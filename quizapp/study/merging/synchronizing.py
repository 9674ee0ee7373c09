"""Keeping in step with other machines through a folder: each writes its own file there, and reads all the others'."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from pathlib import Path

from quizapp.paths import expanded
from quizapp.store.log.sharing import Tally
from quizapp.store.values import LogRow
from quizapp.study.merging import bookmarks
from quizapp.study.merging.bookmarks import Bookmarks, Mark
from quizapp.study.merging.choices import Choices
from quizapp.study.merging.files import Listing, listed
from quizapp.study.merging.lines import Header
from quizapp.study.merging.merge import Merged
from quizapp.study.merging.own_file import Appended, append_rows, mend, own_name
from quizapp.study.merging.shared_choices import SharedChoices
from quizapp.study.merging.shared_folder import SharedFolder
from quizapp.study.merging.troubles import Fault, Trouble
from quizapp.study.opening import Desk

_AT_ONCE = 5000
_MENDED = frozenset({Fault.BROKEN, Fault.CONFLICT})
"""What is taken out of our own file."""


@dataclass(frozen=True)
class Synchronized:
    """What came in from `folder` (None where there is none), and how many rows of ours were `written` into it.

    Of these some are `answers`. `names` are what machines are called, by device; `choices` what came from others and
    holds here now. `renewed` is True if this device took a new id. `troubles` are all that stand, `fresh` those that
    were not told before.
    """

    folder: Path | None = None
    merged: Merged = field(default_factory=Merged)
    written: int = 0
    answers: int = 0
    names: Mapping[str, str] = field(default_factory=dict)
    choices: Choices = field(default_factory=dict)
    renewed: bool = False
    troubles: Sequence[Trouble] = ()
    fresh: Sequence[Trouble] = ()

    @property
    def failed(self) -> bool:
        """True if our rows are not in the folder, or it could not be read at all."""
        return any(trouble.failed for trouble in self.troubles)


def synchronize(desk: Desk, now: datetime) -> Synchronized:
    """Brings in what other machines wrote, and writes what none of the folder's files has: for a session's two ends.

    What is wrong with the folder or its files is told, and keeps nobody from learning. Raises StoreError for what is
    wrong with our own database.
    """
    folder = sync_folder(desk)
    if folder is None:
        return Synchronized()
    try:
        listing = listed(folder)
    except (OSError, ValueError) as error:
        why = (error.strerror if isinstance(error, OSError) else None) or str(error)
        fault = Fault.MISSING if isinstance(error, FileNotFoundError) else Fault.FOLDER
        trouble = Trouble(fault=fault, file=str(folder), why=why)
        return Synchronized(folder, troubles=(trouble,), fresh=(trouble,))
    return _Step(desk, folder, listing, now).taken()


def sync_folder(desk: Desk) -> Path | None:
    """The folder that the settings name; a relative one lies beside the settings file.

    None where a server keeps the progress: all machines have the same there.
    """
    named = None if desk.settings.server else desk.settings.sync_folder
    return None if named is None else desk.places.config / expanded(named)


class _Step:
    """Once through the folder: what others have comes in, and then what none of them has is written."""

    def __init__(self, desk: Desk, folder: Path, listing: Listing, now: datetime) -> None:
        self._collection = desk.collection
        self._name = desk.settings.machine_name
        self._folder = folder
        self._listing = listing
        self._collection.reread_device()
        self._before = bookmarks.read(self._collection.seen(), str(folder), self._collection.device)
        self._shared = SharedFolder(self._collection, folder, self._before, now)
        self._choices = SharedChoices(desk, now)
        self._appended = Appended()
        self._kept_back = self._before.kept_back
        self._failed: list[Trouble] = []

    def taken(self) -> Synchronized:
        device = self._collection.device
        tally = self._bring_in_and_write()
        renewed = self._collection.device != device
        troubles = self._troubles()
        after = Bookmarks(
            folder=str(self._folder),
            device=self._collection.device,
            rows=-1 if self._failed or self._shared.raced else tally.rows,
            last=tally.last,
            kept_back=self._kept_back,
            files=self._shared.marks,
            told=tuple(troubles),
        )
        if after != self._before:
            self._collection.keep_seen(after.model_dump(mode="json"))
        return Synchronized(
            folder=self._folder,
            merged=self._shared.merged,
            written=self._appended.written,
            answers=self._appended.answers,
            names=bookmarks.names(self._shared.marks),
            choices=self._choices.taken_over,
            renewed=renewed,
            troubles=troubles,
            fresh=[trouble for trouble in troubles if trouble not in self._before.told],
        )

    def _bring_in_and_write(self) -> Tally:
        """The log's tally at the end: all that it counts stands in the folder now, or is told as kept back."""
        shared, changed = self._shared, self._shared.changed(self._listing)
        tally, gained = self._collection.gained(self._before.tally)
        whole = gained is None or shared.lost_any(self._listing, changed)
        if whole:
            shared.forget()
            self._kept_back = 0
        for name in self._listing.files if whole else changed:
            shared.take(name)
        self._renew_if_need_be()
        self._choices.meet(shared.choices)
        if whole:
            tally, uuids = self._collection.every_uuid()
            self._write(self._rows([uuid for uuid in uuids if uuid not in shared.there]))
        else:
            tally = self._with_merged(tally)
            self._write(row for row in gained or () if row.entry.uuid not in shared.there)
        self._mend()
        return tally

    def _with_merged(self, tally: Tally) -> Tally:
        """Rows that came in stand in the folder. Should some be this device's own, none is later than the last."""
        merged = self._shared.merged
        last = tally.last if self._collection.device == self._before.device else None
        if merged.last and self._collection.device in merged.devices:
            last = max(merged.last, last or merged.last)
        return Tally(tally.rows + merged.new, last)

    def _renew_if_need_be(self) -> None:
        if self._shared.twin or self._shared.newer:
            self._collection.renew_device()

    def _write(self, rows: Iterator[LogRow]) -> None:
        header, mark = self._header, self._own_mark
        before = next((one for one in mark.headers if one.device == header.device), None) if mark else None
        renamed = before is not None and before.name != header.name
        alone = renamed or self._choices.unsaid(self._shared.choices)
        try:
            done = append_rows(self._own_file, header, rows, said=before is not None and not alone, alone=alone)
        except OSError as error:
            why = error.strerror or str(error)
            self._failed.append(Trouble(fault=Fault.UNWRITABLE, file=self._own_file.name, why=why))
            return
        self._appended = done
        self._kept_back += done.kept_back
        if done.written or alone:
            self._shared.take(self._own_file.name)  # reads what was written: that much is known to stand there
            if header.device == self._before.device:
                self._renew_if_need_be()

    def _mend(self) -> None:
        """Our own file without what is no row in it; where that cannot be done it stays as it is, and is told."""
        mark = self._own_mark
        if mark and _MENDED & {trouble.fault for trouble in mark.troubles}:
            with suppress(OSError):
                if mend(self._own_file, self._header):
                    self._shared.marks.pop(self._own_file.name)
                    self._shared.take(self._own_file.name)

    @property
    def _header(self) -> Header:
        return Header(device=self._collection.device, name=self._name, choices=self._choices.known)

    @property
    def _own_file(self) -> Path:
        return self._folder / own_name(self._collection.device)

    @property
    def _own_mark(self) -> Mark | None:
        return self._shared.marks.get(self._own_file.name)

    def _rows(self, uuids: Sequence[str]) -> Iterator[LogRow]:
        waiting = iter(uuids)
        while some := list(islice(waiting, _AT_ONCE)):
            yield from sorted(self._collection.rows_of(some), key=lambda row: row.entry.order)

    def _troubles(self) -> list[Trouble]:
        read = [trouble for mark in self._shared.marks.values() for trouble in mark.troubles]
        kept_back = [Trouble(fault=Fault.KEPT_BACK, file="", count=self._kept_back)] if self._kept_back else []
        return [*self._listing.troubles, *self._shared.unread, *read, *self._failed, *kept_back]
