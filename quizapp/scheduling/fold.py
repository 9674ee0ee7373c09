"""The schedule of a card as a fold over its rows of the log: the same rows give the same schedule in any order."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import NamedTuple

from quizapp.scheduling.log import ANSWERS, ORDER, Entry, What
from quizapp.scheduling.memory import Memory, Scheduler

LEECH_LAPSES = 8


class Standing(NamedTuple):
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
    return apply(Standing(scheduler.first()), effective(entries), scheduler)


def effective(entries: Iterable[Entry]) -> list[Entry]:
    """The entries that count, in their order: without undos and what they undo. One uuid counts once."""
    rows = {entry.uuid: entry for entry in entries}
    undone = taken_back(rows.values())
    if not undone:
        return sorted(rows.values(), key=ORDER)
    counts = (entry for entry in rows.values() if (entry.card, entry.uuid) not in undone)
    return sorted((entry for entry in counts if entry.what is not What.UNDO), key=ORDER)


def taken_back(entries: Iterable[Entry]) -> set[tuple[str, str]]:
    """What undos among these take back, as card and uuid: a row of their own card, since a card folds by itself."""
    return {(entry.card, entry.undoes) for entry in entries if entry.undoes is not None}


def apply(standing: Standing, entries: Iterable[Entry], scheduler: Scheduler) -> Standing:
    """Where a card stands after further entries that count, in their order.

    A Standing made after each of them would take longer than all the rest: whole logs are folded.
    """
    memory, suspended, buried_until = standing.memory, standing.suspended, standing.buried_until
    introduced, answered, last = standing.introduced, standing.answered, standing.last
    for entry in entries:
        what, day, last = entry.what, entry.day, entry.at
        if what in ANSWERS and entry.grade is not None:
            memory = scheduler.next(memory, entry.grade, day)
            introduced, answered = introduced or day, day
        elif what is What.SUSPEND:
            suspended = True
        elif what is What.RESUME:
            suspended, buried_until = False, None
        elif what is What.BURY:
            buried_until = day + timedelta(days=1)
        elif what is What.RESET:
            memory, buried_until, introduced, answered = scheduler.first(), None, None, None
        elif what is What.LEARNED and entry.memory is not None:
            memory = entry.memory
            introduced = introduced or (day if memory.due else None)
    return Standing(memory, suspended, buried_until, introduced, answered, last)
