"""Rows of another log brought into ours: the union by uuid, schedules folded anew."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import islice
from operator import attrgetter

from quizapp.store.collection import Collection
from quizapp.store.values import LogRow
from quizapp.study.merging.row import ANSWERED
from quizapp.unswept import unswept

AT_ONCE = 50_000
"""Rows. More are brought in one portion after the other, so that memory stays bounded."""
AHEAD = timedelta(days=1)
"""A row this far ahead of now is by a clock that is wrong."""


@dataclass(frozen=True)
class Merged:
    """What came in, and what did not.

    Of rows that are `new`: the `cards` they are about, those of them that are `unknown` (in no file here), how many
    each of the `devices` wrote, how many are `answers`, the instants of the `first` and the `last`, how many are
    `ahead` of now by more than a day. Other rows were `known` already; of these some are `differing`: ours say
    something else, and were kept.
    """

    new: int = 0
    known: int = 0
    differing: int = 0
    cards: frozenset[str] = frozenset()
    unknown: frozenset[str] = frozenset()
    devices: Mapping[str, int] = field(default_factory=dict)
    answers: int = 0
    first: datetime | None = None
    last: datetime | None = None
    ahead: int = 0

    def and_then(self, other: "Merged") -> "Merged":
        """Both together."""
        return Merged(
            self.new + other.new,
            self.known + other.known,
            self.differing + other.differing,
            self.cards | other.cards,
            self.unknown | other.unknown,
            Counter(self.devices) + Counter(other.devices),
            self.answers + other.answers,
            min(filter(None, (self.first, other.first)), default=None),
            max(filter(None, (self.last, other.last)), default=None),
            self.ahead + other.ahead,
        )


def merge(collection: Collection, rows: Iterable[LogRow], now: datetime, dry_run: bool = False) -> Merged:
    """Brings in the rows that our log does not have, and folds their cards' schedules anew. Raises StoreError.

    Nothing is written in a dry run. Of two rows with one uuid ours is kept, or the one that came first.
    """
    waiting, merged = iter(rows), Merged()
    while told := _portion(collection, waiting, now, dry_run):
        merged = merged.and_then(told)
    known_here = set(collection.ids()) if merged.cards else set()
    return replace(merged, unknown=merged.cards - known_here)


@unswept()  # a portion at a time: between two of them the collector has its turn
def _portion(collection: Collection, waiting: Iterator[LogRow], now: datetime, dry_run: bool) -> Merged | None:
    """Brings in the next of the rows that wait; None where there are no more."""
    some = list(islice(waiting, AT_ONCE))
    fresh, told = compared(collection, some, now)
    if not dry_run and fresh:
        # Another program may have brought some of them in meanwhile: they stay as they are.
        told = replace(told, new=collection.append(fresh))
    return told if some else None


def compared(collection: Collection, rows: Sequence[LogRow], now: datetime) -> tuple[list[LogRow], Merged]:
    """Those of the rows that our log does not have, in the order in which they are folded, and what is to be told."""
    ours = {row.entry.uuid: row for row in collection.rows_of(list({row.entry.uuid for row in rows}))}
    fresh: dict[str, LogRow] = {}
    known = differing = 0
    for row in rows:
        there = ours.get(row.entry.uuid) or fresh.get(row.entry.uuid)
        if there is None:
            fresh[row.entry.uuid] = row
        else:
            known += 1
            differing += not same(there, row)
    inorder = sorted(fresh.values(), key=attrgetter("entry.at", "entry.uuid"))
    return inorder, Merged(
        new=len(inorder),
        known=known,
        differing=differing,
        cards=frozenset(map(attrgetter("entry.card"), inorder)),
        devices=Counter(map(attrgetter("device"), inorder)),
        answers=sum(row.entry.what in ANSWERED for row in inorder),
        first=inorder[0].entry.at if inorder else None,
        last=inorder[-1].entry.at if inorder else None,
        ahead=len(inorder) - bisect_right(inorder, now + AHEAD, key=attrgetter("entry.at")),
    )


def same(one: LogRow, other: LogRow) -> bool:
    """True if two rows of one uuid say the same. Who wrote it does not count: an import on two machines is one past."""
    return (one.entry, one.milliseconds, one.answered) == (other.entry, other.milliseconds, other.answered)
