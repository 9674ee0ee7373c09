"""A plan: the days up to the one in view, out of the collection as it stands."""

from collections.abc import Collection as Several
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from quizapp.scheduling.memory import Memory
from quizapp.store.collection import Collection
from quizapp.store.values import Happened, Held
from quizapp.study.overview import SECONDS_A_CARD
from quizapp.study.planning.load import DayLoad, course
from quizapp.study.planning.pace import days_to_begin, pace
from quizapp.study.statistics.counting import outcome
from quizapp.study.statistics.readiness import Forgetting, forgetting, over_all, readiness
from quizapp.study.statistics.reviews import Kind, reviews
from quizapp.study.statistics.unswept import unswept


@dataclass(frozen=True)
class Plan:
    """What it takes to have seen and repeated every card of some decks (all, where none is named) before `by`.

    `pace` is how many new cards to begin today, `begun` how many of them were begun already. `left_out` are cards that
    cannot be begun in time. `chance` is the estimated chance to recall a card on the day if the plan is kept,
    `without` if nothing is done until then. `seconds` is the time a card takes on a day, relearning included.
    """

    by: date
    decks: Sequence[str]
    cards: int
    unseen: int
    begun: int
    pace: int
    left_out: int
    days: Sequence[DayLoad]
    chance: float
    without: float
    seconds: float

    @property
    def heaviest(self) -> DayLoad | None:
        """The day with the most cards."""
        return max(self.days, key=lambda day: day.cards, default=None)

    def over(self, limit: int) -> Sequence[DayLoad]:
        """The days on which more cards come than `limit`, a limit of reviews."""
        return [day for day in self.days if day.reviews > limit]


def plan(collection: Collection, today: date, by: date, decks: Several[str] = (), most: int | None = None) -> Plan:
    """The plan for a day, at most `most` new cards a day. Raises StoreError."""
    cards = [card for card in collection.held() if card.in_use and not card.suspended]
    cards = [card for card in cards if not decks or card.deck in decks]
    model, seconds = _told_by_the_past(collection)
    begun = sum(card.introduced == today for card in cards)
    unseen = sum(card.due is None for card in cards)
    new = beginnings(unseen, today, by, begun, most)
    seen = [_memory(card) for card in cards if card.due is not None]
    ahead = course(seen, new, unseen, today, by, collection.scheduler, model)
    return Plan(
        by=by,
        decks=sorted(decks),
        cards=len(cards),
        unseen=unseen,
        begun=begun,
        pace=new.get(today, 0) + begun,
        left_out=unseen - sum(new.values()),
        days=ahead.days,
        chance=ahead.chance,
        without=over_all(readiness(cards, model, today, by), by).on or 0.0,
        seconds=seconds,
    )


def beginnings(unseen: int, today: date, by: date, begun: int = 0, most: int | None = None) -> dict[date, int]:
    """How many new cards to begin on each day; those `begun` today count for today's."""
    found: dict[date, int] = {}
    left = unseen
    for day in (today + timedelta(days=number) for number in range(days_to_begin(today, by))):
        done = begun if day == today else 0
        wanted = pace(left, day, by, done)
        found[day] = min(max((wanted if most is None else min(wanted, most)) - done, 0), left)
        left -= found[day]
    return found


def _told_by_the_past(collection: Collection) -> tuple[Forgetting, float]:
    """How likely cards are recalled, and the time that a card takes, from one look at all that happened."""
    with unswept():
        past = collection.past()
        found = reviews(past, collection.scheduler)
        model = forgetting(outcome(review) for review in found if review.kind is Kind.REVIEW)
        return model, _seconds_a_card(past)


def _memory(card: Held) -> Memory:
    return Memory(card.due, card.interval or 0, card.easiness or 0, card.repetitions or 0, 0, bool(card.unsettled))


def _seconds_a_card(past: Sequence[Happened]) -> float:
    """The mean time that a card takes on a day on which it is answered, however often."""
    timed = [row for row in past if row.milliseconds]
    days = {(row.card, row.day) for row in timed}
    return sum(row.milliseconds for row in timed) / 1000 / len(days) if days else SECONDS_A_CARD
