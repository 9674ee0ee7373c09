"""The schedule of a card as a fold over its rows of the log: the same rows give the same schedule in any order."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from quizapp.scheduling.log import ANSWERS, Entry, What
from quizapp.scheduling.memory import Memory, Scheduler

LEECH_LAPSES = 8


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a card stands: its memory, and what the learner decided about it.

    `introduced` and `answered` are the days of the first and the last answer that counts; `last` is the instant of
    the last row that counts, the one after which a further row may simply be applied.
    """

    memory: Memory
    suspended: bool = False
    buried_until: date | None = None
    introduced: date | None = None
    answered: date | None = None
    last: datetime | None = None

    @property
    def leech(self) -> bool:
        """True once the card was forgotten so often that the card, not the learner, is at fault."""
        return self.memory.lapses >= LEECH_LAPSES

    def due_on(self, day: date) -> bool:
        """True if the card, answered before, is due on `day` or overdue."""
        return self.memory.due is not None and self.memory.due <= day

    def buried_on(self, day: date) -> bool:
        """True if the card was put off beyond `day`."""
        return self.buried_until is not None and self.buried_until > day

    def waits_on(self, day: date) -> bool:
        """True if the card may be shown on `day`: neither suspended nor buried."""
        return not self.suspended and not self.buried_on(day)


def fold(entries: Iterable[Entry], scheduler: Scheduler) -> Standing:
    """Where a card stands after `entries`, all of one card and in whatever order."""
    standing = Standing(scheduler.first())
    for entry in effective(entries):
        standing = apply(standing, entry, scheduler)
    return standing


def effective(entries: Iterable[Entry]) -> list[Entry]:
    """The entries that count, in their order: without undos and what they undo. One uuid counts once."""
    rows = {entry.uuid: entry for entry in entries}
    undone = {entry.undoes for entry in rows.values() if entry.what is What.UNDO}
    counted = (entry for entry in rows.values() if entry.what is not What.UNDO and entry.uuid not in undone)
    return sorted(counted, key=lambda entry: entry.order)


def apply(standing: Standing, entry: Entry, scheduler: Scheduler) -> Standing:
    """Where a card stands after one more entry that counts."""
    last, introduced = entry.at, standing.introduced
    match entry.what:
        case What.SUSPEND:
            return replace(standing, last=last, suspended=True)
        case What.RESUME:
            return replace(standing, last=last, suspended=False, buried_until=None)
        case What.BURY:
            return replace(standing, last=last, buried_until=entry.day + timedelta(days=1))
        case What.RESET:
            return Standing(scheduler.first(), suspended=standing.suspended, last=last)
        case What.LEARNED if entry.memory is not None:
            introduced = introduced or (entry.day if entry.memory.due else None)
            return replace(standing, last=last, memory=entry.memory, introduced=introduced)
        case what if what in ANSWERS and entry.grade is not None:
            memory, day = scheduler.next(standing.memory, entry.grade, entry.day), entry.day
            return replace(standing, last=last, memory=memory, introduced=introduced or day, answered=day)
    return replace(standing, last=last)
