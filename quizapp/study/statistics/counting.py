"""Counting answers once for all figures: what each pass over the reviews leaves."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, tzinfo
from statistics import median

from quizapp.study.statistics.figures import DayFigures, IntervalShare, Mistake, Retention, Share, TimeFigures
from quizapp.study.statistics.reviews import Kind, Review

MATURE = 21
"""Days. The boundary that Anki's users know."""
INTERVALS = ((1, 1), (2, 6), (7, 20), (21, 59), (60, 179), (180, None))
"""Interval lengths that are told apart, in days."""


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
    """What was counted. `deck_of` gives a card's deck, None for one that is unknown here."""

    def __init__(self, deck_of: Mapping[str, str], zone: tzinfo | None = None) -> None:
        self._deck_of = deck_of
        self._zone = zone
        self._days: defaultdict[date, _Day] = defaultdict(_Day)
        self._by_deck: defaultdict[str, _Asked] = defaultdict(_Asked)
        self._by_interval = [_Asked() for _ in INTERVALS]
        self._hours = [_Asked() for _ in range(24)]
        self._grades: Counter[int] = Counter()
        self._mistakes: defaultdict[str, _Made] = defaultdict(_Made)
        self._times: list[int] = []
        self._time_by_deck: Counter[str] = Counter()
        self.outcomes: list[tuple[bool, float, bool]] = []
        """Of each review: whether its card was mature, what part of its interval went by, whether it was recalled."""

    def count(self, reviews: Iterable[Review]) -> "Counts":
        """Counts answers."""
        for review in reviews:
            self._count_day(review)
            if review.kind is not Kind.PRACTICE:
                self._count_grade(review)
            if review.kind is Kind.REVIEW:
                self._count_review(review)
            if review.mistake:
                self._count_mistake(review)
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
        young, mature, months = _Asked(), _Asked(), defaultdict[str, _Asked](_Asked)
        for is_mature, _, recalled in self.outcomes:
            (mature if is_mature else young).count(recalled)
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
        return {grade: self._grades[grade] for grade in range(6)}

    def mistakes(self) -> Sequence[Mistake]:
        """The most frequent first."""
        found = [
            Mistake(name=name, times=made.times, last=made.last, cards=dict(made.cards.most_common()))
            for name, made in self._mistakes.items()
        ]
        return sorted(found, key=lambda mistake: (-mistake.times, mistake.name))

    def _count_day(self, review: Review) -> None:
        day = self._days[review.day]
        day.answers += 1
        day.new += review.kind is Kind.NEW
        day.milliseconds += review.milliseconds
        if review.milliseconds:
            self._times.append(review.milliseconds)
            self._time_by_deck[self._deck_of.get(review.card, "")] += review.milliseconds

    def _count_grade(self, review: Review) -> None:
        self._grades[review.grade] += 1
        self._hours[review.at.astimezone(self._zone).hour].count(review.grade.recalled)

    def _count_review(self, review: Review) -> None:
        recalled = review.grade.recalled
        self._days[review.day].reviews.count(recalled)
        self._by_deck[self._deck_of.get(review.card, "")].count(recalled)
        place = next(n for n, (_, last) in enumerate(INTERVALS) if last is None or review.interval <= last)
        self._by_interval[place].count(recalled)
        self.outcomes.append((review.interval >= MATURE, review.elapsed / max(review.interval, 1), recalled))

    def _count_mistake(self, review: Review) -> None:
        made = self._mistakes[review.mistake]
        made.times += 1
        made.last = max(made.last, review.day)
        made.cards[review.card] += 1
