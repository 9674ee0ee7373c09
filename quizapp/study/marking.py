"""Suspending, resuming, burying and resetting cards, one or many, outside a session."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from quizapp.errors import UsageError
from quizapp.i18n import F_, ngettext
from quizapp.scheduling.fold import Standing, taken_back
from quizapp.scheduling.log import What
from quizapp.scheduling.memory import Memory
from quizapp.store.collection import Collection
from quizapp.store.values import LogRow
from quizapp.study.pen import Pen
from quizapp.study.sessions.succession import Succession
from quizapp.study.sessions.undoing import together
from quizapp.wording import number

_NEW = Standing(Memory())


def meant(collection: Collection, name: str) -> str:
    """The id of the card that `name` means: `topic/id`, or `id` alone where only one card has it. Raises UsageError."""
    found = collection.named(name)
    if not found:
        raise UsageError(F_("there is no card `{card}`", card=name), F_("`quizapp list` shows them all"))
    if len(found) > 1 and name not in found:
        raise UsageError(
            F_("`{name}` may mean {n} cards", name=name, n=len(found)),
            F_("write {one}, {other} …", one=found[0], other=found[1]),
        )
    return name if name in found else found[0]


def all_meant(collection: Collection, names: Iterable[str]) -> list[str]:
    """The ids of the cards that `names` mean, each once. Raises UsageError where one means no card, or several."""
    return list(dict.fromkeys(meant(collection, name) for name in names))


def mark(collection: Collection, pen: Pen, ids: Iterable[str], what: What, now: datetime) -> Sequence[LogRow]:
    """Logs the same of several cards, all or none; the rows, so that they may be taken back.

    Of a card that is so already nothing is logged. A session's undo takes them back together as well.
    """
    day, wanted = pen.day(now), list(ids)
    standings = {card.id: card.standing or _NEW for card in collection.listed(wanted)}
    rows = [pen.row(id_, what, now) for id_ in wanted if not _is_so(standings.get(id_, _NEW), what, day)]
    rows = together(Succession.of_day(collection, day).behind(rows, standings))
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


def take_back(collection: Collection, pen: Pen, rows: Sequence[LogRow], now: datetime) -> bool:
    """Undoes what `mark` logged, all of it or nothing; False where that was undone meanwhile."""
    days = {row.entry.day for row in rows}
    undone = taken_back(row.entry for day in {*days, pen.day(now)} for row in collection.of_day(day))
    taken = [row.entry for row in rows if (row.entry.card, row.entry.uuid) not in undone]
    collection.append([pen.row(entry.card, What.UNDO, now, undoes=entry.uuid) for entry in taken])
    return bool(taken)


def decided(what: What, count: int) -> str:
    """What was decided about how many cards."""
    match what:
        case What.SUSPEND:
            told = ngettext("{n} card suspended.", "{n} cards suspended.", count)
        case What.RESUME:
            told = ngettext("{n} card comes again.", "{n} cards come again.", count)
        case What.BURY:
            told = ngettext("{n} card buried until tomorrow.", "{n} cards buried until tomorrow.", count)
        case _:
            told = ngettext("{n} card is new again.", "{n} cards are new again.", count)
    return told.format(n=number(count))
