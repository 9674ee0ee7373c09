"""What comes of a card by its answers, reckoned once for all cards that stand alike."""

from datetime import date

from quizapp.scheduling.grades import Grade
from quizapp.scheduling.memory import Memory, Scheduler

_ANY = date(2000, 1, 1)


class Stage:
    """Where cards stand, whatever the day on which they are due and however often they were forgotten.

    A scheduler takes all days alike, and counts an answer from the day on which it is given: so what comes of it is the
    same for all of them. 100,000 answers lead to some thousand stages.
    """

    __slots__ = ("_after", "_memory", "_stages", "interval", "is_kept")

    def __init__(self, memory: Memory, stages: "Stages") -> None:
        self.interval = memory.interval
        self.is_kept = memory.repetitions > 0 and not memory.unsettled
        """True once it was recalled, and nothing of it is left for that day."""
        self._memory = memory
        self._stages = stages
        self._after: list[Stage | None] = [None] * len(Grade)

    def after(self, grade: int) -> "Stage":
        """The stage to which an answer leads."""
        if (found := self._after[grade]) is None:
            found = self._after[grade] = self._stages.after(self._memory, Grade(grade))
        return found


class Stages:
    """All stages that were met, each of them once."""

    def __init__(self, scheduler: Scheduler) -> None:
        self._scheduler = scheduler
        self._known: dict[Memory, Stage] = {}
        self.first = self.of(scheduler.first())
        """That of a card never answered."""

    def of(self, memory: Memory) -> Stage:
        """The stage of a card."""
        memory = memory._replace(due=_ANY, lapses=0)
        if memory not in self._known:
            self._known[memory] = Stage(memory, self)
        return self._known[memory]

    def after(self, memory: Memory, grade: Grade) -> Stage:
        """The stage of a card after an answer."""
        return self.of(self._scheduler.next(memory, grade, _ANY))
