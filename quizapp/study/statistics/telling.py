"""What was counted, as figures."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeVar

from quizapp.scheduling.grades import Grade
from quizapp.study.statistics.counting import INTERVALS, TENTH, Counts
from quizapp.study.statistics.figures import DayFigures, IntervalShare, Mistake, Retention, Share, TimeFigures
from quizapp.study.statistics.reviews import Kind

_NEW, _REVIEW, _PRACTICE = Kind.NEW.value, Kind.REVIEW.value, Kind.PRACTICE.value
_Part = TypeVar("_Part", bound=Hashable)


def days(counts: Counts) -> list[DayFigures]:
    """Every day with answers, oldest first."""
    answers: Counter[date] = Counter()
    new: Counter[date] = Counter()
    for (day, kind, _grade), times in counts.answers.items():
        answers[day] += times
        new[day] += times * (kind == _NEW)
    reviews = _shares(_reviews(counts))
    return [
        DayFigures(
            day=day,
            answers=answers[day],
            new=new[day],
            seconds=counts.milliseconds[day] / 1000,
            reviews=reviews.get(day, Share()),
        )
        for day in counts.days
    ]


def retention(whole: Counts, decks: Mapping[str, Counts]) -> Retention:
    """See `Retention`."""
    ages = _shares((mature, recalled, times) for (mature, _, recalled), times in whole.outcomes.items())
    intervals = _shares((place, recalled, times) for (place, _, recalled), times in whole.reviews.items())
    months = _shares((f"{day:%Y-%m}", recalled, times) for day, recalled, times in _reviews(whole))
    by_deck = {deck: _all(counts) for deck, counts in sorted(decks.items())}
    return Retention(
        all=_all(whole),
        young=ages.get(False, Share()),
        mature=ages.get(True, Share()),
        months=dict(sorted(months.items())),
        decks={deck: share for deck, share in by_deck.items() if share.asked},
        intervals=[
            IntervalShare(first=first, last=last, reviews=intervals.get(place, Share()))
            for place, (first, last) in enumerate(INTERVALS)
        ],
    )


def time(whole: Counts, decks: Mapping[str, Counts]) -> TimeFigures:
    """See `TimeFigures`."""
    return TimeFigures(
        total=whole.seconds,
        a_day=whole.seconds / len(whole.timed) if whole.timed else None,
        an_answer=_median(whole.tenths) * TENTH / 1000 if whole.tenths else None,
        decks={deck: counts.seconds for deck, counts in sorted(decks.items()) if counts.tenths},
    )


def grades(counts: Counts) -> dict[int, int]:
    """How often each was given, practice left out."""
    found: Counter[int] = Counter()
    for (_day, kind, grade), times in counts.answers.items():
        found[grade] += times * (kind != _PRACTICE)
    return {grade.value: found[grade] for grade in Grade}


def hours(counts: Counts) -> list[Share]:
    """By the hour of the clock."""
    found = _shares((hour, recalled, times) for (hour, recalled), times in counts.hours.items())
    return [found.get(hour, Share()) for hour in range(24)]


def mistakes(counts: Counts) -> Sequence[Mistake]:
    """The most frequent first, and so are the cards of each."""
    cards: defaultdict[str, Counter[str]] = defaultdict(Counter)
    last: dict[str, date] = {}
    for (name, card, day), times in counts.mistakes.items():
        cards[name][card] += times
        last[name] = max(day, last.get(name, day))
    found = [
        Mistake(
            name=name,
            times=made.total(),
            last=last[name],
            cards=dict(sorted(made.items(), key=lambda card: (-card[1], card[0]))),
        )
        for name, made in cards.items()
    ]
    return sorted(found, key=lambda mistake: (-mistake.times, mistake.name))


def _reviews(counts: Counts) -> Iterator[tuple[date, bool, int]]:
    """How many reviews there were, by day and whether the card was recalled."""
    for (day, kind, grade), times in counts.answers.items():
        if kind == _REVIEW:
            yield day, grade >= Grade.HARD, times


def _shares(counted: Iterable[tuple[_Part, bool, int]]) -> dict[_Part, Share]:
    """Each part's share, out of how often cards were recalled in it and how often they were not."""
    asked: Counter[_Part] = Counter()
    recalled: Counter[_Part] = Counter()
    for part, was_recalled, times in counted:
        asked[part] += times
        recalled[part] += times * was_recalled
    return {part: Share(asked=asked[part], recalled=recalled[part]) for part in asked}


def _all(counts: Counts) -> Share:
    return _shares((None, recalled, times) for (*_, recalled), times in counts.reviews.items()).get(None, Share())


def _median(counted: Counter[int]) -> float:
    """The median of numbers that are there so many times: of an even count the mean of the two in the middle."""
    last = counted.total() - 1
    middle = []
    below = 0
    for number, times in sorted(counted.items()):
        middle += [number for place in (last // 2, last - last // 2) if below <= place < below + times]
        below += times
    return sum(middle) / 2
