"""Counting answers once for all figures: what each pass over the reviews leaves."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, tzinfo
from statistics import median

from quizapp.scheduling.grades import Grade
from quizapp.study.statistics.clock import Clock
from quizapp.study.statistics.figures import DayFigures, IntervalShare, Mistake, Retention, Share, TimeFigures
from quizapp.study.statistics.reviews import Kind, Review

MATURE = 21
"""Days. The boundary that Anki's users know."""
INTERVALS = ((1, 1), (2, 6), (7, 20), (21, 59), (60, 179), (180, None))
"""Interval lengths that are told apart, in days."""
_LONGEST = [last for _, last in INTERVALS if last is not None]
# An enumeration's members are looked up slowly, and there are 100,000 answers.
_NEW, _REVIEW, _PRACTICE = Kind.NEW, Kind.REVIEW, Kind.PRACTICE
_RECALLED = [grade.recalled for grade in Grade]

Outcome = tuple[bool, float, bool]
"""Of a review: whether its card was mature, what part of its interval went by, whether it was recalled."""


def outcome(review: Review) -> Outcome:
    """What a review says of how cards are kept in mind."""
    interval = review.interval
    return interval >= MATURE, review.elapsed / (interval or 1), _RECALLED[review.grade]


@dataclass
class _Asked:
    asked: int = 0
    recalled: int = 0

    def count(self, recalled: bool) -> None:
        self.asked += 1
        self.recalled += recalled

    def share(self) -> Share:
        return Share(asked=self.asked, recalled=self.recalled)


@dataclass
class _Day:
    answers: int = 0
    new: int = 0
    milliseconds: int = 0
    reviews: _Asked = field(default_factory=_Asked)


@dataclass
class _Made:
    times: int = 0
    last: date = date.min
    cards: Counter[str] = field(default_factory=Counter)


class Counts:
    """What was counted. `deck_of` gives a card's deck, None for one that is unknown here.

    `since` is the first day that counts; how likely cards are recalled is told from all that ever happened.
    """

    def __init__(self, deck_of: Mapping[str, str], zone: tzinfo | None = None, since: date | None = None) -> None:
        self._deck_of = deck_of
        self._clock = Clock(zone)
        self._since = since or date.min
        self._days: defaultdict[date, _Day] = defaultdict(_Day)
        self._by_deck: defaultdict[str, _Asked] = defaultdict(_Asked)
        self._by_interval = [_Asked() for _ in INTERVALS]
        self._by_age = {False: _Asked(), True: _Asked()}
        self._hours = [_Asked() for _ in range(24)]
        self._grades = [0] * len(Grade)
        self._mistakes: defaultdict[str, _Made] = defaultdict(_Made)
        self._times: list[int] = []
        self._time_by_deck: Counter[str] = Counter()
        self.outcomes: list[Outcome] = []
        """Of each review, whatever its day."""
        self.answered: set[date] = set()
        """All days with answers, those before `since` too."""

    def count(self, reviews: Iterable[Review]) -> "Counts":
        """Counts answers."""
        for review in reviews:
            self.answered.add(review.day)
            if review.kind is _REVIEW:
                self.outcomes.append(outcome(review))
            if review.day >= self._since:
                self._count(review)
        return self

    def days(self) -> list[DayFigures]:
        """Every day with answers, oldest first."""
        return [
            DayFigures(
                day=day,
                answers=found.answers,
                new=found.new,
                seconds=found.milliseconds / 1000,
                reviews=found.reviews.share(),
            )
            for day, found in sorted(self._days.items())
        ]

    def retention(self) -> Retention:
        """See `Retention`."""
        young, mature, months = self._by_age[False], self._by_age[True], defaultdict[str, _Asked](_Asked)
        for day, found in self._days.items():
            month = months[f"{day:%Y-%m}"]
            month.asked += found.reviews.asked
            month.recalled += found.reviews.recalled
        return Retention(
            all=Share(asked=young.asked + mature.asked, recalled=young.recalled + mature.recalled),
            young=young.share(),
            mature=mature.share(),
            months={month: asked.share() for month, asked in sorted(months.items())},
            decks={deck: asked.share() for deck, asked in sorted(self._by_deck.items())},
            intervals=[
                IntervalShare(first=first, last=last, reviews=asked.share())
                for (first, last), asked in zip(INTERVALS, self._by_interval, strict=True)
            ],
        )

    def time(self) -> TimeFigures:
        """See `TimeFigures`."""
        total = sum(day.milliseconds for day in self._days.values()) / 1000
        return TimeFigures(
            total=total,
            a_day=total / len(self._days) if self._days else None,
            an_answer=median(self._times) / 1000 if self._times else None,
            decks={deck: milliseconds / 1000 for deck, milliseconds in sorted(self._time_by_deck.items())},
        )

    def hours(self) -> list[Share]:
        """By the hour of the clock."""
        return [hour.share() for hour in self._hours]

    def grades(self) -> dict[int, int]:
        """By grade."""
        return dict(enumerate(self._grades))

    def mistakes(self) -> Sequence[Mistake]:
        """The most frequent first."""
        found = [
            Mistake(name=name, times=made.times, last=made.last, cards=dict(made.cards.most_common()))
            for name, made in self._mistakes.items()
        ]
        return sorted(found, key=lambda mistake: (-mistake.times, mistake.name))

    def _count(self, review: Review) -> None:
        day, kind, deck = self._days[review.day], review.kind, self._deck_of.get(review.card, "")
        day.answers += 1
        day.new += kind is _NEW
        if milliseconds := review.milliseconds:
            day.milliseconds += milliseconds
            self._times.append(milliseconds)
            self._time_by_deck[deck] += milliseconds
        recalled = _RECALLED[review.grade]
        if kind is not _PRACTICE:
            self._grades[review.grade] += 1
            self._hours[self._clock.hour(review.at)].count(recalled)
        if kind is _REVIEW:
            for asked in (day.reviews, self._by_deck[deck], *self._by_length(review.interval)):
                asked.count(recalled)
        if review.mistake:
            self._count_mistake(review)

    def _by_length(self, interval: int) -> tuple[_Asked, _Asked]:
        return self._by_interval[bisect_left(_LONGEST, interval)], self._by_age[interval >= MATURE]

    def _count_mistake(self, review: Review) -> None:
        made = self._mistakes[review.mistake]
        made.times += 1
        made.last = max(made.last, review.day)
        made.cards[review.card] += 1
