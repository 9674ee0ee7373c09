"""Rows of another log brought into ours: the union by uuid, schedules folded anew."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import islice
from operator import itemgetter

from quizapp.store.collection import Collection
from quizapp.store.engines.engine import sensible
from quizapp.store.log.folding import Stood
from quizapp.store.log.rows import Columns, instant_of, read_row
from quizapp.store.schema.types import EPOCH, MICROSECOND
from quizapp.study.merging.row import ANSWERED
from quizapp.study.merging.troubles import Trouble
from quizapp.unswept import unswept

AT_ONCE = 50_000
"""Rows. More are brought in one portion after the other, so that memory stays bounded."""
AHEAD = timedelta(days=1)
"""A row this far ahead of now is by a clock that is wrong."""
_UUID, _CARD, _AT, _WHAT, _DEVICE = (itemgetter(place) for place in (0, 1, 2, 4, 9))


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


@dataclass(frozen=True)
class Weighed:
    """Rows held against our log: those that it does not have, how many were `known`, and of these how many `differing`.

    `standings` are of the cards of which somebody worked out where they stand with these rows.
    """

    rows: Sequence[Columns]
    known: int = 0
    differing: int = 0
    standings: Mapping[str, Stood] = field(default_factory=dict)
    troubles: Sequence[Trouble] = ()


def merge(collection: Collection, rows: Iterable[Columns], now: datetime, dry_run: bool = False) -> Merged:
    """Brings in the rows that our log does not have, and folds their cards' schedules anew. Raises StoreError.

    Nothing is written in a dry run. Of two rows with one uuid ours is kept, or the one that came first.
    """
    waiting = iter(rows)
    portions = iter(lambda: list(islice(waiting, AT_ONCE)), [])
    return brought_in(collection, (weighed(collection, some) for some in portions), now, dry_run)


def brought_in(collection: Collection, portions: Iterable[Weighed], now: datetime, dry_run: bool = False) -> Merged:
    """Brings in rows that were weighed, the first of them not before this is called. Raises StoreError."""
    merged, length, alone = Merged(), collection.length(), True
    for found in map(_joined, _together(portions)):
        told = _told(found, now)
        if found.rows and not dry_run:
            with unswept(), collection.taking_in() as incoming:
                # Where others wrote meanwhile, standings that were worked out before tell of less than there is.
                alone = alone and incoming.length == length
                standings = found.standings if alone else {}
                apart = {card: standing for card, standing in standings.items() if card not in merged.cards}
                # Some of them may have come in since they were weighed: they stay as they are.
                added = incoming.add(found.rows, apart)
                told = replace(told, new=added, known=told.known + told.new - added)
                length = incoming.length
        merged = merged.and_then(told)
    return replace(merged, unknown=merged.cards - collection.used(merged.cards))


def _together(portions: Iterable[Weighed]) -> Iterator[list[Weighed]]:
    """What is brought in at once: all of it is weighed before others have to wait while it is written."""
    some: list[Weighed] = []
    for portion in portions:
        some.append(portion)
        if sum(len(one.rows) + one.known + len(one.troubles) for one in some) >= AT_ONCE:
            yield some
            some = []
    if some:
        yield some


def _joined(portions: Sequence[Weighed]) -> Weighed:
    """All of them as one. A card of which several have rows stands where nobody worked out yet."""
    found = _held_against({}, [columns for portion in portions for columns in portion.rows])
    parts = Counter(card for portion in portions for card in portion.standings)
    all_ = (pair for portion in portions for pair in portion.standings.items())
    standings = {} if found.known else {card: standing for card, standing in all_ if parts[card] == 1}
    known = found.known + sum(portion.known for portion in portions)
    differing = found.differing + sum(portion.differing for portion in portions)
    return Weighed(found.rows, known, differing, standings)


def weighed(collection: Collection, rows: Sequence[Columns]) -> Weighed:
    """Rows held against our log."""
    # Sorted, they lie side by side in the index: found in four fifths of the time.
    return _held_against(collection.known(sorted(set(map(_UUID, rows)))), rows)


def _held_against(ours: Mapping[str, Columns], rows: Sequence[Columns]) -> Weighed:
    """Of two that have one uuid, the first."""
    if not ours and len(set(map(_UUID, rows))) == len(rows):
        return Weighed(rows)
    fresh: dict[str, Columns] = {}
    known = differing = 0
    for columns in rows:
        uuid = columns[0]
        there = ours.get(uuid) or fresh.get(uuid)
        if there is None:
            fresh[uuid] = columns
        else:
            known += 1
            differing += not same(there, columns)
    return Weighed(list(fresh.values()), known, differing)


def _told(found: Weighed, now: datetime) -> Merged:
    fresh, far = found.rows, (now + AHEAD - EPOCH) // MICROSECOND
    instants = list(map(_AT, fresh))
    return Merged(
        new=len(fresh),
        known=found.known,
        differing=found.differing,
        cards=frozenset(map(_CARD, fresh)),
        devices=Counter(map(_DEVICE, fresh)),
        answers=sum(what in ANSWERED for what in map(_WHAT, fresh)),
        first=instant_of(min(instants)) if instants else None,
        last=instant_of(max(instants)) if instants else None,
        ahead=sum(at > far for at in instants),
    )


def same(ours: Columns, theirs: Columns) -> bool:
    """True if two rows of one uuid say the same. Who wrote it does not count: an import on two machines is one past."""
    if ours[:-1] == theirs[:-1]:
        return True
    with sensible():
        one, other = read_row(*ours), read_row(*theirs)
    return (one.entry, one.milliseconds, one.answered) == (other.entry, other.milliseconds, other.answered)
