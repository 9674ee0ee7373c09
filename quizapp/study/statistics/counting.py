"""Counting answers once for all figures: what a pass over the answers to a deck's cards leaves."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from operator import itemgetter
from typing import Any

from quizapp.scheduling.grades import Grade
from quizapp.study.statistics.clock import Clock
from quizapp.study.statistics.reviews import Kind, Review

MATURE = 21
"""Days. The boundary that Anki's users know."""
INTERVALS = ((1, 1), (2, 6), (7, 20), (21, 59), (60, 179), (180, None))
"""Interval lengths that are told apart, in days."""
TENTH = 100
"""Milliseconds. Times of answers are told apart by tenths of a second: they are few then, however many answers."""
_LONGEST = [last for _, last in INTERVALS if last is not None]
_LEAST_SHARE, _MOST_SHARE = 1, 1000
_REVIEW, _PRACTICE = Kind.REVIEW.value, Kind.PRACTICE.value


def _of(*names: str) -> Callable[[Review], Any]:
    """Gives these fields of a review, without a step in Python."""
    return itemgetter(*map(Review._fields.index, names))


_CARD_DAY, _DAY_MILLISECONDS, _TIME = _of("card", "day"), _of("day", "milliseconds"), _of("milliseconds")
_DAY_KIND_GRADE, _QUARTER_KIND_GRADE = _of("day", "kind", "grade"), _of("quarter", "kind", "grade")
_OUTCOME, _MISTAKE, _MISTAKE_CARD_DAY = (
    _of("kind", "interval", "elapsed", "grade"),
    _of("mistake"),
    _of("mistake", "card", "day"),
)
_RECALLED = [grade.recalled for grade in Grade]

Outcome = tuple[bool, int, bool]
"""Of a review: whether its card was mature, what part of its interval went by (hundredths), whether it was recalled."""


class Counts:
    """How often what was met: numbers that add up, so that those of two decks make those of both."""

    def __init__(self) -> None:
        self.answers: Counter[tuple[date, str, int]] = Counter()
        """By day, kind and grade."""
        self.milliseconds: Counter[date] = Counter()
        """Time spent, by day."""
        self.tenths: Counter[int] = Counter()
        """Of each answer that was timed, how many tenths of a second it took."""
        self.timed: Counter[date] = Counter()
        """By day, the cards with such answers."""
        self.hours: Counter[tuple[int, bool]] = Counter()
        """Of answers that are no practice: the clock's hour, and whether the card was recalled."""
        self.reviews: Counter[tuple[int, int, bool]] = Counter()
        """Place of the interval in `INTERVALS`, what part of it went by (hundredths), whether the card was recalled."""
        self.mistakes: Counter[tuple[str, str, date]] = Counter()
        """By name, card and day."""

    def count(self, reviews: Sequence[Review], clock: Clock) -> None:
        """Counts all answers to some cards, each card's one after the other.

        Equal ones are counted first, which takes no step of ours for each, and told apart then.
        """
        self.answers.update(map(_DAY_KIND_GRADE, reviews))
        timed = list(filter(_TIME, reviews))
        for day, milliseconds in map(_DAY_MILLISECONDS, timed):
            self.milliseconds[day] += milliseconds
        for milliseconds, times in Counter(map(_TIME, timed)).items():
            self.tenths[milliseconds // TENTH] += times
        self.timed.update(day for _card, day in set(map(_CARD_DAY, timed)))
        for (quarter, kind, grade), times in Counter(map(_QUARTER_KIND_GRADE, reviews)).items():
            if kind != _PRACTICE:
                self.hours[clock.hour(quarter), _RECALLED[grade]] += times
        for (kind, interval, elapsed, grade), times in Counter(map(_OUTCOME, reviews)).items():
            if kind == _REVIEW:
                outcome = bisect_left(_LONGEST, interval), _share(elapsed, interval), _RECALLED[grade]
                self.reviews[outcome] += times
        self.mistakes.update(map(_MISTAKE_CARD_DAY, filter(_MISTAKE, reviews)))

    def add(self, other: "Counts") -> None:
        """Adds what was counted of another deck."""
        for mine, theirs in zip(vars(self).values(), vars(other).values(), strict=True):
            mine.update(theirs)

    def take(self, other: "Counts") -> None:
        """Takes out what was counted before of cards that were counted in this, and leaves no trace of it."""
        for mine, theirs in zip(vars(self).values(), vars(other).values(), strict=True):
            for met, times in theirs.items():
                mine[met] -= times
                if not mine[met]:
                    del mine[met]

    @property
    def outcomes(self) -> Counter[Outcome]:
        """How often reviews had which."""
        found: Counter[Outcome] = Counter()
        for (place, share, recalled), times in self.reviews.items():
            found[INTERVALS[place][0] >= MATURE, share, recalled] += times
        return found

    @property
    def seconds(self) -> float:
        """Time spent."""
        return self.milliseconds.total() / 1000

    @property
    def days(self) -> list[date]:
        """Every day with answers, oldest first."""
        return sorted({day for day, _kind, _grade in self.answers})


def counted(reviews: Sequence[Review], clock: Clock) -> Counts:
    """What is counted of the answers to some cards, each card's one after the other."""
    counts = Counts()
    counts.count(reviews, clock)
    return counts


def together(parts: Iterable[Counts]) -> Counts:
    """What was counted of several decks."""
    whole = Counts()
    for part in parts:
        whole.add(part)
    return whole


def _share(elapsed: int, interval: int) -> int:
    return min(max(round(elapsed / (interval or 1) * 100), _LEAST_SHARE), _MOST_SHARE)
