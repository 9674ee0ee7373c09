"""What a pace means: the cards of each day to come, as expected from the schedule and the learner's own reviews.

Cards are not drawn but weighed: of a card that is due, the share that is likely recalled goes on to a longer interval,
the rest begins again. Equal cards are one weight, so a thousand cards take no longer than a hundred.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from quizapp.scheduling.grades import Grade
from quizapp.scheduling.memory import Memory, Scheduler
from quizapp.study.statistics.readiness import Forgetting

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class DayLoad:
    """A day to come: cards begun, and cards expected to be due, which may be a fraction."""

    day: date
    new: int
    reviews: float

    @property
    def cards(self) -> float:
        """All of them."""
        return self.new + self.reviews


@dataclass(frozen=True)
class Course:
    """The days up to the one in view, and the chance to recall a card on it, the mean over all cards."""

    days: Sequence[DayLoad]
    chance: float


def course(
    seen: Iterable[Memory],
    new: Mapping[date, int],
    unseen: int,
    today: date,
    by: date,
    scheduler: Scheduler,
    model: Forgetting,
) -> Course:
    """The days from `today` up to the one before `by`, if the cards of `new` are begun and all that is due is answered.

    `seen` are the memories of cards answered before, `unseen` how many were not, those of `new` among them.
    """
    waiting: defaultdict[date, defaultdict[Memory, float]] = defaultdict(lambda: defaultdict(float))
    cards = unseen
    for memory in seen:
        assert memory.due is not None, "it was answered before"
        waiting[max(memory.due, today)][memory] += 1
        cards += 1
    days = []
    for day in (today + _DAY * number for number in range((by - today).days)):
        due: Mapping[Memory, float] = waiting.pop(day, {})
        days.append(DayLoad(day, new.get(day, 0), sum(due.values())))
        for memory, weight in _answered(due, new.get(day, 0), scheduler, model):
            after = scheduler.next(replace(memory, unsettled=False), Grade.GOOD, day)
            assert after.due is not None, "it was answered"
            waiting[after.due][after] += weight
    left = [(memory, weight) for memories in waiting.values() for memory, weight in memories.items()]
    known = sum(weight * _chance(memory, by, model) for memory, weight in left)
    return Course(days, known / cards if cards else 0.0)


def _answered(
    due: Mapping[Memory, float], new: int, scheduler: Scheduler, model: Forgetting
) -> Iterable[tuple[Memory, float]]:
    """The memories with which cards end a day's answers before the last one, which recalls them."""
    if new:
        yield scheduler.first(), new
    for memory, weight in due.items():
        recalled = model.at_due(memory.interval) if memory.repetitions else 0.0
        yield memory, weight * recalled
        if recalled < 1:
            yield replace(scheduler.first(), easiness=memory.easiness), weight * (1 - recalled)


def _chance(memory: Memory, day: date, model: Forgetting) -> float:
    assert memory.due is not None, "it was answered"
    return model.after(memory.interval, (day - memory.due).days + memory.interval)
