"""Counting answers once for all figures: what a pass over the answers to a deck's cards leaves."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date

from quizapp.scheduling.grades import Grade
from quizapp.study.statistics.clock import Clock
from quizapp.study.statistics.reviews import Kind, Review

MATURE = 21
"""Days. The boundary that Anki's users know."""
INTERVALS = ((1, 1), (2, 6), (7, 20), (21, 59), (60, 179), (180, None))
"""Interval lengths that are told apart, in days."""
_LONGEST = [last for _, last in INTERVALS if last is not None]
_LEAST_SHARE, _MOST_SHARE = 1, 1000
# An enumeration's members are looked up slowly, and there are 100,000 answers.
_NEW, _REVIEW, _PRACTICE = Kind.NEW, Kind.REVIEW, Kind.PRACTICE
_RECALLED = [grade.recalled for grade in Grade]

Outcome = tuple[bool, int, bool]
"""Of a review: whether its card was mature, what part of its interval went by (hundredths), whether it was recalled."""


class Asked:
    """Cards that were asked, and those that were recalled."""

    __slots__ = ("asked", "recalled")

    def __init__(self) -> None:
        self.asked = self.recalled = 0

    def count(self, recalled: bool) -> None:
        """Counts one."""
        self.asked += 1
        self.recalled += recalled

    def add(self, other: "Asked") -> None:
        """Adds what was counted elsewhere."""
        self.asked += other.asked
        self.recalled += other.recalled


class Day:
    """What was done on a day."""

    __slots__ = ("answers", "milliseconds", "new", "reviews")

    def __init__(self) -> None:
        self.answers = self.new = self.milliseconds = 0
        self.reviews = Asked()

    def add(self, other: "Day") -> None:
        """Adds what was counted elsewhere."""
        self.answers += other.answers
        self.new += other.new
        self.milliseconds += other.milliseconds
        self.reviews.add(other.reviews)


class Made:
    """How often a mistake was made, on which cards, and when last."""

    __slots__ = ("cards", "last")

    def __init__(self) -> None:
        self.last = date.min
        self.cards: Counter[str] = Counter()

    def count(self, card: str, day: date) -> None:
        """Counts one."""
        self.last = max(self.last, day)
        self.cards[card] += 1

    def add(self, other: "Made") -> None:
        """Adds what was counted elsewhere."""
        self.last = max(self.last, other.last)
        self.cards += other.cards


class Counts:
    """What was counted from the first day on that counts; where it says so, whatever the day."""

    def __init__(self) -> None:
        self.days: defaultdict[date, Day] = defaultdict(Day)
        self.intervals = [Asked() for _ in INTERVALS]
        self.ages = (Asked(), Asked())
        """Reviews of young cards, and of mature ones."""
        self.hours = [Asked() for _ in range(24)]
        self.grades = [0] * len(Grade)
        self.mistakes: defaultdict[str, Made] = defaultdict(Made)
        self.times: list[int] = []
        """Of each answer that was timed, in milliseconds."""
        self.timed_days = 0
        """How often a card had a day with such answers."""
        self.outcomes: Counter[Outcome] = Counter()
        """Of reviews, whatever their day."""
        self.answered: set[date] = set()
        """The days with answers, whatever the first day is that counts."""

    def count(self, reviews: Iterable[Review], clock: Clock, since: date) -> None:
        """Counts the answers to a card."""
        timed: set[date] = set()
        for _card, quarter, day, grade, milliseconds, mistake, kind, interval, elapsed in reviews:
            recalled = _RECALLED[grade]
            self.answered.add(day)
            if kind is _REVIEW:
                self.outcomes[interval >= MATURE, _share(elapsed, interval), recalled] += 1
            if day < since:
                continue
            found = self.days[day]
            found.answers += 1
            if milliseconds:
                found.milliseconds += milliseconds
                self.times.append(milliseconds)
                timed.add(day)
            if kind is not _PRACTICE:
                self.grades[grade] += 1
                self.hours[clock.hour(quarter)].count(recalled)
            if kind is _REVIEW:
                found.reviews.count(recalled)
                self.intervals[bisect_left(_LONGEST, interval)].count(recalled)
                self.ages[interval >= MATURE].count(recalled)
            elif kind is _NEW:
                found.new += 1
            if mistake:
                self.mistakes[mistake].count(_card, day)
        self.timed_days += len(timed)

    def add(self, other: "Counts") -> None:
        """Adds what was counted of another deck."""
        for day, done in other.days.items():
            self.days[day].add(done)
        for mine, theirs in zip(self._asked(), other._asked(), strict=True):
            mine.add(theirs)
        for grade, times in enumerate(other.grades):
            self.grades[grade] += times
        for name, made in other.mistakes.items():
            self.mistakes[name].add(made)
        self.times += other.times
        self.timed_days += other.timed_days
        self.outcomes += other.outcomes
        self.answered |= other.answered

    def _asked(self) -> list[Asked]:
        return [*self.intervals, *self.ages, *self.hours]


def _share(elapsed: int, interval: int) -> int:
    return min(max(round(elapsed / (interval or 1) * 100), _LEAST_SHARE), _MOST_SHARE)
