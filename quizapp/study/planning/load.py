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
_ANY = date(2000, 1, 1)


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
    states = _States(scheduler, model)
    waiting: defaultdict[date, defaultdict[_State, float]] = defaultdict(lambda: defaultdict(float))
    cards = unseen
    for memory in seen:
        assert memory.due is not None, "it was answered before"
        waiting[max(memory.due, today) if today < by else memory.due][states.of(memory)] += 1
        cards += 1
    days = []
    for day in (today + _DAY * number for number in range((by - today).days)):
        due: Mapping[_State, float] = waiting.pop(day, {})
        days.append(DayLoad(day, new.get(day, 0), sum(due.values())))
        for state, weight in _answered(due, new.get(day, 0), states):
            in_days, after = states.recalled(state)
            waiting[day + _DAY * in_days][after] += weight
    left = [(day, state, weight) for day, found in waiting.items() for state, weight in found.items()]
    known = sum(weight * _chance(state.memory, day, by, model) for day, state, weight in left)
    return Course(days, known / cards if cards else 0.0)


@dataclass(eq=False, slots=True)
class _State:
    """What is remembered of cards, whatever the day on which they are due, and what comes of it, once that is known."""

    memory: Memory
    share: float
    """Of those that are due, how many are recalled."""
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
        memory = replace(memory, due=None, unsettled=False)
        if memory not in self._known:
            share = self._model.at_due(memory.interval) if memory.repetitions else 0.0
            self._known[memory] = _State(memory, share)
        return self._known[memory]

    def recalled(self, state: _State) -> "tuple[int, _State]":
        """In how many days a card comes again that was recalled, and what is remembered of it then."""
        if state.recalled is None:
            after = self._scheduler.next(replace(state.memory, due=_ANY), Grade.GOOD, _ANY)
            assert after.due is not None, "it was answered"
            state.recalled = (after.due - _ANY).days, self.of(after)
        return state.recalled

    def forgotten(self, state: _State) -> _State:
        """What is remembered of a card that was forgotten, before it is recalled again on the same day."""
        if state.forgotten is None:
            state.forgotten = self.of(replace(self._scheduler.first(), easiness=state.memory.easiness))
        return state.forgotten

    def first(self) -> _State:
        """What is remembered of a new card."""
        return self.of(self._scheduler.first())


def _answered(due: Mapping[_State, float], new: int, states: _States) -> Iterable[tuple[_State, float]]:
    """The states with which cards end a day's answers before the last one, which recalls them."""
    if new:
        yield states.first(), new
    for state, weight in due.items():
        if state.share:
            yield state, weight * state.share
        if state.share < 1:
            yield states.forgotten(state), weight * (1 - state.share)


def _chance(memory: Memory, due: date, day: date, model: Forgetting) -> float:
    return model.after(memory.interval, (day - due).days + memory.interval)
