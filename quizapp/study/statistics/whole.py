"""All figures, from one look at the log and one at the cards."""

from collections import Counter
from collections.abc import Collection as Several
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta, tzinfo

from quizapp.scheduling.day import DAY_STARTS_AT, learners_day
from quizapp.scheduling.fold import LEECH_LAPSES
from quizapp.store.collection import Collection
from quizapp.store.values import Held
from quizapp.study.statistics import telling
from quizapp.study.statistics.counting import MATURE
from quizapp.study.statistics.figures import DayFigures, DueOn, Leech, Maturity, Statistics, Streak
from quizapp.study.statistics.known import Known, known
from quizapp.study.statistics.readiness import forgetting, over_all, readiness

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
    found = figures(known(collection, zone, since), learners_day(now, zone, starts_at), decks, on)
    return found.model_copy(update={"since": since})


def figures(known: Known, today: date, decks: Several[str] = (), on: date | None = None) -> Statistics:
    """The figures of what is known, on the learner's day `today`.

    How fast one forgets is told by the reviews of all decks, as in a plan.
    """
    model, known = forgetting(known.whole.outcomes), known.of(decks)
    whole = known.whole
    in_use = [card for card in known.cards if card.in_use]
    days, ahead, late = telling.days(whole), forecast(in_use, today), overdue(in_use, today)
    topics = readiness(in_use, model, today, on)
    return Statistics(
        today=next((day for day in days if day.day == today), DayFigures(day=today)),
        due=late + ahead[0].due,
        overdue=late,
        days=days,
        streak=streak(sorted(whole.answered), today, len(days)),
        forecast=ahead,
        retention=telling.retention(whole, known.counts),
        maturity=maturity(in_use),
        time=telling.time(whole, known.counts),
        easiness=easiness(in_use),
        grades=dict(enumerate(whole.grades)),
        hours=telling.hours(whole),
        leeches=leeches(in_use),
        mistakes=telling.mistakes(whole),
        readiness=topics,
        ready=over_all(topics, on),
        on=on,
    )


def streak(days: Sequence[date], today: date, counted: int | None = None) -> Streak:
    """Days in a row, from the days with answers in their order; `counted` is how many of them are told, if not all.

    What a clock that went wrong dated ahead of today does not break it.
    """
    now = longest = run = 0
    last = None
    for day in days:
        run = run + 1 if last is not None and day - last == _DAY else 1
        longest, last = max(longest, run), day
        if today - _DAY <= day <= today:
            now = run
    return Streak(now=now, longest=longest, days=len(days) if counted is None else counted)


def forecast(cards: Sequence[Held], today: date) -> list[DueOn]:
    """What falls due on each of the next 365 days, today first; what is overdue is not among it."""
    due = Counter(card.due for card in cards if card.due and not card.suspended)
    return [DueOn(day=day, due=due[day]) for day in (today + _DAY * ahead for ahead in range(AHEAD))]


def overdue(cards: Sequence[Held], today: date) -> int:
    """How many cards were due on an earlier day."""
    return sum(card.due is not None and card.due < today and not card.suspended for card in cards)


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
