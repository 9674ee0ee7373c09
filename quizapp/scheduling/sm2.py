"""SM-2, in exact integer arithmetic.

Source: P. A. Woźniak, Optimization of learning, 1990, section 3.2, read as the open-spaced-repetition project reads
it. With binary floats 5 × 2.80 would come out as 15 days instead of 14, so easiness is kept in hundredths.
"""

from datetime import date, timedelta

from quizapp.scheduling.grades import Grade
from quizapp.scheduling.memory import Memory

LEAST_EASINESS = 130
SECOND_INTERVAL = 6
LONGEST_INTERVAL = 36_500
"""Days. SM-2 has no bound, calendars do: a hundred years keeps every due date a date."""

# EF' = EF + 0.1 − (5−q)(0.08 + (5−q)·0.02), in hundredths, for the grades that change it.
_EASINESS_STEP = {Grade.HARD: -14, Grade.GOOD: 0, Grade.EASY: 10}


class SM2:
    """The scheduler: see `Scheduler`."""

    def first(self) -> Memory:
        """Easiness 2.50, nothing learned."""
        return Memory()

    def next(self, memory: Memory, grade: Grade, day: date) -> Memory:
        """The memory after an answer on `day`; a late answer counts from the day on which it was given.

        Recalled (3 to 5): the interval is 1 day, then 6, then ⌈interval · easiness⌉ with the new easiness. A 3 comes
        again on the same day; until a 4 settles it, further answers change nothing. Not recalled (0 to 2): learned
        anew, from today.
        """
        if memory.unsettled:
            return self._settle(memory, day) if grade.settled else memory._replace(due=day)
        if not grade.recalled:
            lapses = memory.lapses + (memory.repetitions > 0)
            return Memory(due=day, easiness=memory.easiness, lapses=lapses)
        return self._lengthen(memory, grade, day)

    @staticmethod
    def _settle(memory: Memory, day: date) -> Memory:
        return memory._replace(unsettled=False, due=day + timedelta(days=memory.interval))

    @staticmethod
    def _lengthen(memory: Memory, grade: Grade, day: date) -> Memory:
        # By their places, and without a call: whole logs are folded.
        _due, interval, easiness, repetitions, lapses, _unsettled = memory
        easiness += _EASINESS_STEP[grade]
        if easiness < LEAST_EASINESS:
            easiness = LEAST_EASINESS
        if repetitions < 2:
            interval = SECOND_INTERVAL if repetitions else 1
        else:
            interval = -(-interval * easiness // 100)
            if interval > LONGEST_INTERVAL:
                interval = LONGEST_INTERVAL
        due = day + timedelta(interval) if grade.settled else day
        return Memory(due, interval, easiness, repetitions + 1, lapses, not grade.settled)
