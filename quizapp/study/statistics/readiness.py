"""How likely a card is recalled on a day: SM-2 gives no chance, the learner's own reviews do."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import exp, log

from quizapp.store.values import Placed, Stand, TopicSize
from quizapp.study.statistics.counting import MATURE, Outcome
from quizapp.study.statistics.figures import Readiness

AT_FIRST = 0.9
"""The chance at the due date that is taken as long as there are no reviews: what SM-2's intervals aim at."""
WEIGHT = 20
"""How many reviews that assumption weighs."""
_LEAST, _MOST = 0.05, 0.999
_STEPS = 40
_PARTS = 2**40
"""Of a chance of 1. Summed up in whole ones it does not matter which card was answered first: each of the machines that
were merged has an order of its own, and floats would differ in their last digit."""


@dataclass(frozen=True)
class Forgetting:
    """The chance to recall a card at its due date, by whether it is mature."""

    young: float = AT_FIRST
    mature: float = AT_FIRST

    def at_due(self, interval: int) -> float:
        """The chance at the due date of a card with an interval of so many days."""
        return self.mature if interval >= MATURE else self.young

    def after(self, interval: int, elapsed: int) -> float:
        """The chance once so many days of an interval went by; both in days, an interval of 0 taken for 1."""
        return float(self.at_due(interval) ** (max(elapsed, 0) / max(interval, 1)))

    def at(self, interval: int, due: date, day: date) -> float:
        """The chance on a day, of a card with an interval of so many days that is due on another."""
        return self.after(interval, (day - due).days + interval)

    def chance(self, stand: Stand, day: date) -> float:
        """The chance to recall a card on a day, if it is not reviewed until then; 0 where it was forgotten last.

        One that was recalled with effort is due on the day of its last answer.
        """
        if stand.due is None or not stand.repetitions:
            return 0.0
        interval = stand.interval or 1
        return self.after(interval, (day - stand.due).days + (0 if stand.unsettled else interval))


def forgetting(outcomes: Mapping[Outcome, int]) -> Forgetting:
    """What reviews make most likely, told by how many of them had each outcome."""
    return Forgetting(young=_most_likely(outcomes, False), mature=_most_likely(outcomes, True))


def readiness(
    topics: Iterable[TopicSize], stands: Sequence[Placed], model: Forgetting, today: date, on: date | None
) -> list[Readiness]:
    """Topic by topic, in their order; `stands` are of their cards of which something was logged.

    A chance is reckoned once for cards that stand alike.
    """
    asleep: Counter[str] = Counter()
    seen: defaultdict[str, list[Stand]] = defaultdict(list)
    for _deck, topic, stand in stands:
        if stand.suspended:
            asleep[topic] += 1
        elif stand.due:
            seen[topic].append(stand)
    alike = {stand for some in seen.values() for stand in some}  # some thousands, of 100,000 cards
    chances_today = {stand: round(model.chance(stand, today) * _PARTS) for stand in alike}
    chances_on = {stand: round(model.chance(stand, on) * _PARTS) for stand in alike} if on else None
    found = []
    for deck, topic, size in topics:
        cards = seen[topic]
        if count := size - asleep[topic]:
            now = sum(map(chances_today.__getitem__, cards)) / (count * _PARTS)
            then = None if chances_on is None else sum(map(chances_on.__getitem__, cards)) / (count * _PARTS)
            found.append(Readiness(topic=topic, deck=deck, cards=count, seen=len(cards), today=now, on=then))
    return found


def over_all(topics: Sequence[Readiness], on: date | None) -> Readiness:
    """The mean over all cards."""
    cards = sum(topic.cards for topic in topics)

    def mean(chances: Iterable[float]) -> float:
        return sum(chances) / cards if cards else 0.0

    return Readiness(
        topic="",
        deck="",
        cards=cards,
        seen=sum(topic.seen for topic in topics),
        today=mean(topic.today * topic.cards for topic in topics),
        on=mean((topic.on or 0.0) * topic.cards for topic in topics) if on else None,
    )


def _most_likely(outcomes: Mapping[Outcome, int], mature: bool) -> float:
    """The r for which r^x, x the share of the interval that went by, makes the outcomes most likely.

    With r = exp(−λ) the likelihood has one peak in λ: where its slope, which only falls, goes through zero.
    """
    seen = [(1.0, AT_FIRST * WEIGHT, (1 - AT_FIRST) * WEIGHT)]
    for share in sorted({share for kind, share, _recalled in outcomes if kind is mature}):
        recalled, forgotten = (outcomes.get((mature, share, was), 0) for was in (True, False))
        seen.append((share / 100, recalled, forgotten))
    low, high = -log(_MOST), -log(_LEAST)
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if _slope(seen, middle) > 0:
            low = middle
        else:
            high = middle
    return exp(-(low + high) / 2)


def _slope(seen: Sequence[tuple[float, float, float]], rate: float) -> float:
    """The slope of the log-likelihood at a rate λ: each recalled one pulls λ down, each forgotten one up."""
    total = 0.0
    for went_by, recalled, forgotten in seen:
        chance = exp(-rate * went_by)
        total += went_by * (forgotten * chance / (1 - chance) - recalled)
    return total
