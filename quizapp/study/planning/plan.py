"""A plan: the days up to the one in view, out of the collection as it stands."""

from collections.abc import Callable, Sequence
from collections.abc import Collection as Several
from dataclasses import dataclass
from datetime import date

from quizapp.config import Settings
from quizapp.scheduling.memory import Memory
from quizapp.store.collection import Collection
from quizapp.store.values import Held
from quizapp.store.waiting.counts import DayCounts
from quizapp.study.coming.overview import SECONDS_A_CARD
from quizapp.study.planning.beginnings import beginnings
from quizapp.study.planning.keeping import is_kept
from quizapp.study.planning.load import DayLoad, course
from quizapp.study.planning.pace import last_beginning, pace
from quizapp.study.planning.progress import Kept, kept
from quizapp.study.statistics.counting import Counts
from quizapp.study.statistics.ground import Ground, ground_of
from quizapp.study.statistics.readiness import forgetting, over_all, readiness

_A_CARD = 0.5
"""What is expected is a fraction: from here on it is told as a card."""


@dataclass(frozen=True)
class Plan:
    """What it takes to have seen and repeated every card of some decks (all, where none is named) before `by`.

    `pace` is how many new cards come today, `begun` how many of them came already, `enough` how many it takes: where
    that is less than usual, the usual number comes. `left_out` are cards that cannot be begun in time. `chance` is the
    estimated chance to recall a card on the day if the plan is kept, `without` if nothing is done until then. `seconds`
    is the time a card takes on a day, relearning included. `kept` says how it went where it is known since when it is
    followed.
    """

    by: date
    decks: Sequence[str]
    cards: int
    unseen: int
    begun: int
    pace: int
    enough: int
    most: int | None
    left_out: int
    days: Sequence[DayLoad]
    chance: float
    without: float
    seconds: float
    is_kept: bool
    kept: Kept | None

    @property
    def heaviest(self) -> DayLoad | None:
        """The day with the most cards."""
        return max(self.days, key=lambda day: round(day.cards, 6), default=None)

    @property
    def last_beginning(self) -> date | None:
        """The last day on which a new card comes."""
        return max((day.day for day in self.days if day.new), default=None)

    @property
    def is_today(self) -> bool:
        """True on the day itself."""
        return not self.days

    @property
    def waiting(self) -> float:
        """How many cards are due and still wait when the day comes: more than the limit of reviews lets through."""
        return self.days[-1].held_back if self.days and self.days[-1] in self.holding_back else 0.0

    @property
    def holding_back(self) -> Sequence[DayLoad]:
        """The days on which more is due than the limit of reviews lets through."""
        return [day for day in self.days if day.held_back >= _A_CARD]


def plan(
    collection: Collection,
    settings: Settings,
    today: date,
    by: date,
    decks: Several[str] = (),
    most: int | None = None,
    ground: Ground | None = None,
) -> Plan:
    """The plan for a day, at most `most` new cards a day; that of the plan that is kept, if none.

    `ground` is what is known of all decks, if that was read before, whatever the day from which answers count in it.
    Raises StoreError.
    """
    ground = ground or ground_of(collection)
    found = ground.of(decks)
    cards = [card for card in collection.logged() if not card.suspended and (not decks or card.deck in decks)]
    follows = is_kept(settings, by, decks) and most in (None, settings.interview_most)
    most = most or (settings.interview_most if follows else None)
    model = forgetting(ground.whole_ever.outcomes)
    done = collection.waits(today).done()
    begun = sum(deck.new for deck in done if not decks or deck.deck in decks)
    unseen = found.untouched + sum(card.due is None for card in cards)
    new = beginnings(unseen, today, by, begun, settings.new_per_day, most)
    seen = [_memory(card) for card in cards if card.due is not None]
    room = _room(settings.reviews_per_day, today, DayCounts.of(done).reviews)
    ahead = course(seen, new, unseen, today, by, collection.scheduler, model, room)
    return Plan(
        by=by,
        decks=sorted(decks),
        cards=found.untouched + len(cards),
        unseen=unseen,
        begun=begun,
        pace=new.get(today, 0) + begun,
        enough=pace(unseen, today, by, begun),
        most=most,
        left_out=unseen - sum(count for day, count in new.items() if day <= last_beginning(by)),
        days=ahead.days,
        chance=ahead.chance,
        without=over_all(readiness(found.topics, found.stands, model, today, by), by).on or 0.0,
        seconds=_seconds_a_card(ground.whole_ever),
        is_kept=follows,
        kept=kept(cards, found.untouched, settings, today, by, most) if follows else None,
    )


def _room(reviews_per_day: int, today: date, done: int) -> Callable[[date], int]:
    """How many reviews a day may have; today those that were done count."""
    return lambda day: max(reviews_per_day - done, 0) if day == today else reviews_per_day


def _memory(card: Held) -> Memory:
    return Memory(card.due, card.interval or 0, card.easiness or 0, card.repetitions or 0, 0, bool(card.unsettled))


def _seconds_a_card(counts: Counts) -> float:
    """The mean time that a card takes on a day on which it is answered, however often."""
    return counts.seconds / counts.timed.total() if counts.timed else SECONDS_A_CARD
