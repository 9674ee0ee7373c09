"""What was counted, as figures."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from statistics import median

from quizapp.study.statistics.counting import INTERVALS, Asked, Counts
from quizapp.study.statistics.figures import DayFigures, IntervalShare, Mistake, Retention, Share, TimeFigures


def days(counts: Counts) -> list[DayFigures]:
    """Every day with answers, oldest first."""
    return [
        DayFigures(
            day=day,
            answers=found.answers,
            new=found.new,
            seconds=found.milliseconds / 1000,
            reviews=_share(found.reviews),
        )
        for day, found in sorted(counts.days.items())
    ]


def retention(whole: Counts, decks: Mapping[str, Counts]) -> Retention:
    """See `Retention`."""
    months: defaultdict[str, Asked] = defaultdict(Asked)
    for day, found in whole.days.items():
        months[f"{day:%Y-%m}"].add(found.reviews)
    by_deck = {deck: _reviews(counts) for deck, counts in sorted(decks.items())}
    young, mature = map(_share, whole.ages)
    return Retention(
        all=_share(_reviews(whole)),
        young=young,
        mature=mature,
        months={month: _share(asked) for month, asked in sorted(months.items())},
        decks={deck: _share(asked) for deck, asked in by_deck.items() if asked.asked},
        intervals=[
            IntervalShare(first=first, last=last, reviews=_share(asked))
            for (first, last), asked in zip(INTERVALS, whole.intervals, strict=True)
        ],
    )


def time(whole: Counts, decks: Mapping[str, Counts]) -> TimeFigures:
    """See `TimeFigures`."""
    total = sum(whole.times) / 1000
    return TimeFigures(
        total=total,
        a_day=total / len(whole.days) if whole.days else None,
        an_answer=median(whole.times) / 1000 if whole.times else None,
        decks={deck: sum(counts.times) / 1000 for deck, counts in sorted(decks.items()) if counts.times},
    )


def hours(counts: Counts) -> list[Share]:
    """By the hour of the clock."""
    return [_share(hour) for hour in counts.hours]


def mistakes(counts: Counts) -> Sequence[Mistake]:
    """The most frequent first, and so are the cards of each."""
    found = [
        Mistake(
            name=name,
            times=made.cards.total(),
            last=made.last,
            cards=dict(sorted(made.cards.items(), key=lambda card: (-card[1], card[0]))),
        )
        for name, made in counts.mistakes.items()
    ]
    return sorted(found, key=lambda mistake: (-mistake.times, mistake.name))


def _reviews(counts: Counts) -> Asked:
    asked = Asked()
    for part in counts.ages:
        asked.add(part)
    return asked


def _share(found: Asked) -> Share:
    return Share(asked=found.asked, recalled=found.recalled)
