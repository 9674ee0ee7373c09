"""Files of cards that change on the disk while the program runs: noticed by size and time, without being opened."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from time import perf_counter

from quizapp.cards.folders import DECK_FILE

INTERVAL = 2.0
"""Seconds between two looks: a learner who comes back from an editor is not faster."""

SHARE = 50
"""A look may take one part in so many of the time, so that a library on a slow disk is looked at less often."""

Stamps = Mapping[str, tuple[int, int]]
"""Size in bytes and time of change in nanoseconds, by path."""


class Watch:
    """Looks for changed files in `folders`, which are asked for at each look. `clock` tells seconds."""

    def __init__(
        self,
        folders: Callable[[], Sequence[Path]],
        interval: float = INTERVAL,
        clock: Callable[[], float] = perf_counter,
    ) -> None:
        self._folders = folders
        self._interval = interval
        self._clock = clock
        self._stamps: Stamps | None = None
        self._cost = 0.0

    @property
    def pause(self) -> float:
        """Seconds until the next look."""
        return max(self._interval, SHARE * self._cost)

    def look(self) -> int:
        """How many files were changed, added or removed since the look before; none at the first."""
        begun = self._clock()
        before, self._stamps = self._stamps, stamps(self._folders())
        self._cost = self._clock() - begun
        return 0 if before is None else len(changed(before, self._stamps))


def stamps(folders: Sequence[Path]) -> Stamps:
    """The stamps of all files below these folders that hold cards or say something of a deck."""
    return {entry.path: stamp for folder in folders for entry, stamp in _files(str(folder))}


def changed(before: Stamps, after: Stamps) -> set[str]:
    """The files that are not what they were, or are there no more, or were not."""
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


def _files(folder: str) -> Iterator[tuple["os.DirEntry[str]", tuple[int, int]]]:
    """What cannot be looked at is passed over: the reading that follows tells of it."""
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        try:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(entry.path)
            elif entry.name.endswith(".md") or entry.name == DECK_FILE:
                status = entry.stat()
                yield entry, (status.st_size, status.st_mtime_ns)
        except OSError:
            continue
