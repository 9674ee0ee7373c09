"""All figures, from one look at the log and one at the cards."""

from collections import Counter
from collections.abc import Collection as Several
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta, tzinfo

from quizapp.scheduling.day import DAY_STARTS_AT, learners_day
from quizapp.scheduling.fold import LEECH_LAPSES
from quizapp.store.collection import Collection
from quizapp.store.values import Held
from quizapp.study.statistics.counting import MATURE, Counts
from quizapp.study.statistics.figures import DayFigures, DueOn, Leech, Maturity, Statistics, Streak
from quizapp.study.statistics.readiness import forgetting, over_all, readiness
from quizapp.study.statistics.reviews import reviews
from quizapp.study.statistics.unswept import unswept

AHEAD = 365
_DAY = timedelta(days=1)


def statistics(
    collection: Collection,
    now: datetime,
    decks: Several[str] = (),
    on: date | None = None,
    zone: tzinfo | None = None,
    starts_at: time = DAY_STARTS_AT,
    since: date | None = None,
) -> Statistics:
    """The figures at `now`, of some decks or of all; with the readiness on a day, if one is named.

    `since` is the first day whose answers count; the streak, what comes, where cards stand and readiness are as they
    are, whatever it is. `zone` None is the system's: the hours are those of the clock there. Raises StoreError.
    """
    today = learners_day(now, zone, starts_at)
    cards = [card for card in collection.held() if not decks or card.deck in decks]
    deck_of = {card.card: card.deck for card in cards}
    with unswept():
        past = (row for row in collection.past() if not decks or row.card in deck_of)
        counts = Counts(deck_of, zone, since).count(reviews(past, collection.scheduler))
    days = counts.days()
    in_use = [card for card in cards if card.in_use]
    ahead = forecast(in_use, today)
    topics = readiness(in_use, forgetting(counts.outcomes), today, on)
    return Statistics(
        today=next((day for day in days if day.day == today), DayFigures(day=today)),
        due=ahead[0].due,
        days=days,
        streak=streak(sorted(counts.answered), today, len(days)),
        forecast=ahead,
        retention=counts.retention(),
        maturity=maturity(in_use),
        time=counts.time(),
        easiness=easiness(in_use),
        grades=counts.grades(),
        hours=counts.hours(),
        leeches=leeches(in_use),
        mistakes=counts.mistakes(),
        readiness=topics,
        ready=over_all(topics, on),
        on=on,
    )


def streak(days: Sequence[date], today: date, counted: int | None = None) -> Streak:
    """Days in a row, from the days with answers in their order; `counted` is how many of them are told, if not all."""
    longest = run = 0
    last = None
    for day in days:
        run = run + 1 if last is not None and day - last == _DAY else 1
        longest, last = max(longest, run), day
    unbroken = last is not None and today - last <= _DAY
    return Streak(now=run if unbroken else 0, longest=longest, days=len(days) if counted is None else counted)


def forecast(cards: Sequence[Held], today: date) -> list[DueOn]:
    """What falls due on each of the next 365 days; what is overdue, today."""
    due = Counter(max(card.due, today) for card in cards if card.due and not card.suspended)
    return [DueOn(day=day, due=due[day]) for day in (today + _DAY * ahead for ahead in range(AHEAD))]


def maturity(cards: Sequence[Held]) -> Maturity:
    """See `Maturity`."""
    counted = Counter(_state(card) for card in cards)
    return Maturity(**counted)


def easiness(cards: Sequence[Held]) -> dict[str, int]:
    """Cards answered before, by tenths of easiness."""
    found = Counter(card.easiness // 10 for card in cards if card.due and card.easiness is not None)
    return {f"{tenths / 10:.1f}": found[tenths] for tenths in sorted(found)}


def leeches(cards: Sequence[Held]) -> list[Leech]:
    """The cards forgotten most often, from as many times on as make a leech."""
    found = [card for card in cards if (card.lapses or 0) >= LEECH_LAPSES]
    ordered = sorted(found, key=lambda card: (-(card.lapses or 0), card.card))
    return [Leech(card=card.card, deck=card.deck, lapses=card.lapses or 0) for card in ordered]


def _state(card: Held) -> str:
    if card.suspended:
        return "suspended"
    if card.due is None:
        return "new"
    if not card.repetitions or card.unsettled:
        return "learning"
    return "mature" if (card.interval or 0) >= MATURE else "young"
