"""Suspending, resuming, burying and resetting cards by name, outside a session."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from quizapp.errors import UsageError
from quizapp.scheduling.fold import Standing
from quizapp.scheduling.log import What
from quizapp.scheduling.memory import Memory
from quizapp.store.collection import Collection
from quizapp.store.values import LogRow
from quizapp.study.pen import Pen

_NEW = Standing(Memory())


def meant(collection: Collection, name: str) -> str:
    """The id of the card that `name` means: `topic/id`, or `id` alone where only one card has it. Raises UsageError."""
    found = collection.named(name)
    if not found:
        raise UsageError(f"there is no card `{name}`", "`quizapp list` shows them all")
    if len(found) > 1 and name not in found:
        raise UsageError(f"`{name}` may mean {len(found)} cards", f"write {found[0]}, {found[1]} …")
    return name if name in found else found[0]


def all_meant(collection: Collection, names: Iterable[str]) -> list[str]:
    """The ids of the cards that `names` mean, each once. Raises UsageError where one means no card, or several."""
    return list(dict.fromkeys(meant(collection, name) for name in names))


def mark(collection: Collection, pen: Pen, ids: Iterable[str], what: What, now: datetime) -> Sequence[LogRow]:
    """Logs the same of several cards, all or none; the rows, so that they may be taken back.

    Of a card that is so already nothing is logged.
    """
    day, wanted = pen.day(now), list(ids)
    standings = {card.id: card.standing or _NEW for card in collection.listed(wanted)}
    rows = [pen.row(id_, what, now) for id_ in wanted if not _is_so(standings.get(id_, _NEW), what, day)]
    collection.append(rows)
    return rows


def _is_so(standing: Standing, what: What, day: date) -> bool:
    match what:
        case What.SUSPEND:
            return standing.suspended
        case What.RESUME:
            return standing.waits_on(day)
        case What.BURY:
            return standing.buried_on(day)
        case What.RESET:
            return standing.memory == _NEW.memory and standing.introduced is None and standing.buried_until is None
    return False


def take_back(collection: Collection, pen: Pen, rows: Iterable[LogRow], now: datetime) -> None:
    """Undoes what `mark` logged, all of it or nothing."""
    taken = [row.entry for row in rows]
    collection.append([pen.row(entry.card, What.UNDO, now, undoes=entry.uuid) for entry in taken])
