"""What figures and plans are made of: read and counted once, for any of the decks."""

from collections import defaultdict
from collections.abc import Collection as Several
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, tzinfo
from functools import cached_property
from threading import Lock

from quizapp.errors import StoreError
from quizapp.scheduling.fold import LEECH_LAPSES
from quizapp.store.collection import Collection
from quizapp.store.values import Happened, Lapsed, Placed, TopicSize
from quizapp.study.statistics.clock import Clock
from quizapp.study.statistics.counting import Counts, counted, together
from quizapp.study.statistics.keeping import basis, read, written
from quizapp.study.statistics.reviews import Review, by_card
from quizapp.unswept import unswept

WORTH_KEEPING = 200
"""Rows of the log. Fewer are counted again sooner than all counts are written."""


@dataclass(frozen=True)
class Ground:
    """What was counted of each deck, and how its cards stand; the deck of no name is that of cards unknown here.

    `stands` are of the cards in use of which something was logged; `topics` tell of all in use how many there are.
    `lapsed` are the leeches. `counts` are of the days that count, `ever` of all days.
    """

    topics: Sequence[TopicSize]
    stands: Sequence[Placed]
    lapsed: Sequence[Lapsed]
    counts: Mapping[str, Counts]
    ever: Mapping[str, Counts]

    def of(self, decks: Several[str]) -> "Ground":
        """The same of some decks; of all, where none is named."""
        if not decks:
            return self
        return Ground(
            [topic for topic in self.topics if topic.deck in decks],
            [card for card in self.stands if card[0] in decks],
            [card for card in self.lapsed if card.deck in decks],
            {deck: counts for deck, counts in self.counts.items() if deck in decks},
            {deck: counts for deck, counts in self.ever.items() if deck in decks},
        )

    @property
    def untouched(self) -> int:
        """How many cards in use nothing was ever logged of."""
        return sum(topic.cards for topic in self.topics) - len(self.stands)

    @cached_property
    def whole(self) -> Counts:
        """What was counted of the days that count, all decks together."""
        return together(self.counts.values())

    @cached_property
    def whole_ever(self) -> Counts:
        """What was counted of all days, all decks together."""
        return self.whole if self.counts is self.ever else together(self.ever.values())


def ground_of(collection: Collection, zone: tzinfo | None = None, since: date | None = None) -> Ground:
    """What is known now. `since` is the first day whose answers count, `zone` the clock's. Raises StoreError.

    Counts of all days are kept for the next time; those `since` a day are counted anew.
    """
    clock = Clock(zone)
    with unswept():
        counts = ever = _ever(collection, clock)
        if since is not None:
            grown = collection.grown(None)
            counts = _counted(_reviews(collection, grown.now, grown.decks, since), clock)
        lapsed = collection.lapsed(LEECH_LAPSES)
        return Ground(collection.sizes(), collection.stands(), lapsed, counts, ever)


def _ever(collection: Collection, clock: Clock) -> Mapping[str, Counts]:
    """What is counted of all days: what is kept, the cards that have a newer past taken out and put in as they are."""
    on = basis(clock)
    grown = collection.grown(on)
    kept = read(grown.counts)
    if kept is None:
        kept, grown = {}, collection.grown(None)
    counts = defaultdict(Counts, kept)
    for deck, before in _counted(_reviews(collection, grown.before, grown.decks), clock).items():
        counts[deck].take(before)
    for deck, now in _counted(_reviews(collection, grown.now, grown.decks), clock).items():
        counts[deck].add(now)
    found = {deck: counted for deck, counted in counts.items() if counted.answers}
    if grown.fresh >= WORTH_KEEPING:
        with suppress(StoreError):  # nothing is lost: next time it is counted again
            collection.keep_counts(grown.turn, grown.rows, on, written(found))
    return found


def _reviews(
    collection: Collection, past: Sequence[Happened], decks: Mapping[str, str], since: date = date.min
) -> Mapping[str, Sequence[Review]]:
    """The answers from a day on, by the decks of their cards."""
    found: defaultdict[str, list[Review]] = defaultdict(list)
    for card, reviews in by_card(past, collection.scheduler):
        found[decks.get(card, "")].extend(review for review in reviews if review.day >= since)
    return found


def _counted(reviews: Mapping[str, Sequence[Review]], clock: Clock) -> Mapping[str, Counts]:
    return {deck: counted(some, clock) for deck, some in reviews.items() if some}


class Latest:
    """What is known of a collection, read anew only once something happened. For several threads."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self._reading = Lock()
        self._forgotten = 0
        self._as_of = (0, 0)
        self._ground: Ground | None = None

    def ground(self) -> Ground:
        """What is known now. Raises StoreError."""
        with self._reading:
            as_of = self._forgotten, self._collection.length()
            if self._ground is None or as_of != self._as_of:
                self._ground, self._as_of = ground_of(self._collection), as_of
            return self._ground

    def forget(self) -> None:
        """Cards were read again: there may be others. It waits for nobody who reads."""
        self._forgotten += 1
