"""What a pace means: the cards of each day to come, as expected from the schedule and the learner's own reviews.

Cards are not drawn but weighed: of a card that is due, the share that is likely recalled goes on to a longer interval,
the rest begins again. Equal cards are one weight, so a thousand cards take no longer than a hundred. Where more are due
than the limit of reviews lets through, the most overdue come first, as in the queue, and the others wait.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain
from math import inf

from quizapp.scheduling.grades import Grade
from quizapp.scheduling.memory import Memory, Scheduler
from quizapp.study.planning.backlog import Backlog, Weighed
from quizapp.study.statistics.readiness import Forgetting

_DAY = timedelta(days=1)
_ANY = date(2000, 1, 1)


@dataclass(frozen=True)
class DayLoad:
    """A day to come: cards begun, and what is expected, which may be a fraction: reviews, and due cards that wait."""

    day: date
    new: int
    reviews: float
    held_back: float = 0.0

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
    room: Callable[[date], int] | None = None,
) -> Course:
    """The days from `today` up to the one before `by`, if the cards of `new` are begun and what is due is answered.

    `seen` are the memories of cards answered before, `unseen` how many were not, those of `new` among them. `room` says
    how many reviews a day may have; any number where it is left out.
    """
    states = _States(scheduler, model)
    waiting: defaultdict[date, defaultdict[_State, float]] = defaultdict(lambda: defaultdict(float))
    cards = unseen
    for memory in seen:
        assert memory.due is not None, "it was answered before"
        waiting[memory.due][states.of(memory)] += 1
        cards += 1
    days = []
    backlog: Backlog[_State] = Backlog()
    for due in sorted(due for due in waiting if due < today):
        backlog.add(_dues(due, waiting.pop(due)))
    for day in (today + _DAY * number for number in range((by - today).days)):
        backlog.add(_dues(day, waiting.pop(day, {})))
        asked = list(backlog.take(inf if room is None else room(day), day))
        days.append(DayLoad(day, new.get(day, 0), sum(due.weight for due in asked), backlog.weight))
        for state, weight in _answered(asked, new.get(day, 0), day, states):
            in_days, after = states.recalled(state)
            waiting[day + _DAY * in_days][after] += weight
    left = chain(backlog, *(_dues(due, found) for due, found in waiting.items()))
    known = sum(due.weight * states.share(due, by) for due in left)
    return Course(days, known / cards if cards else 0.0)


@dataclass(eq=False, slots=True)
class _State:
    """What is remembered of cards, whatever the day on which they are due, and what comes of it, once that is known."""

    memory: Memory
    recalled: "tuple[int, _State] | None" = None
    forgotten: "_State | None" = None


class _States:
    """Each state once: what comes of it is reckoned for one day, since a scheduler takes all days alike."""

    def __init__(self, scheduler: Scheduler, model: Forgetting) -> None:
        self._scheduler = scheduler
        self._model = model
        self._known: dict[Memory, _State] = {}

    def of(self, memory: Memory) -> _State:
        """The state of a card."""
        memory = memory._replace(due=None)
        if memory not in self._known:
            self._known[memory] = _State(memory)
        return self._known[memory]

    def share(self, due: Weighed[_State], day: date) -> float:
        """Of cards that are due, how many are recalled on a day."""
        if due.of.memory.unsettled:  # due on the day of the last answer
            return self._model.after(due.interval, (day - due.day).days)
        return self._model.at(due.interval, due.day, day) if due.of.memory.repetitions else 0.0

    def recalled(self, state: _State) -> "tuple[int, _State]":
        """In how many days a card comes again that was recalled, and what is remembered of it then."""
        if state.recalled is None:
            after = self._scheduler.next(state.memory._replace(due=_ANY), Grade.GOOD, _ANY)
            assert after.due is not None, "it was answered"
            state.recalled = (after.due - _ANY).days, self.of(after)
        return state.recalled

    def forgotten(self, state: _State) -> _State:
        """What is remembered of a card that was forgotten, before it is recalled again on the same day."""
        if state.forgotten is None:
            state.forgotten = self.of(self._scheduler.first()._replace(easiness=state.memory.easiness))
        return state.forgotten

    def first(self) -> _State:
        """What is remembered of a new card."""
        return self.of(self._scheduler.first())


def _dues(day: date, found: Mapping[_State, float]) -> Iterable[Weighed[_State]]:
    return (Weighed(state, day, state.memory.interval, weight) for state, weight in found.items())


def _answered(asked: Iterable[Weighed[_State]], new: int, day: date, states: _States) -> Iterable[tuple[_State, float]]:
    """The states with which cards end a day's answers before the last one, which recalls them."""
    if new:
        yield states.first(), new
    for due in asked:
        # One that was recalled with effort comes until it is settled, and begins again in no case.
        share = 1.0 if due.of.memory.unsettled else states.share(due, day)
        if share:
            yield due.of, due.weight * share
        if share < 1:
            yield states.forgotten(due.of), due.weight * (1 - share)
