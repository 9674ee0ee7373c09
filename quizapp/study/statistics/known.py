"""What figures and plans are made of: read and counted once, for any of the decks."""

from collections.abc import Collection as Several
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, tzinfo
from functools import cached_property
from threading import Lock

from quizapp.store.collection import Collection
from quizapp.store.values import Held
from quizapp.study.statistics.clock import Clock
from quizapp.study.statistics.counting import Counts
from quizapp.study.statistics.reviews import by_card
from quizapp.study.unswept import unswept


@dataclass(frozen=True)
class Known:
    """Every card that is or was there, and what was counted of each deck; that of no name is of cards unknown here."""

    cards: Sequence[Held]
    counts: Mapping[str, Counts]

    def of(self, decks: Several[str]) -> "Known":
        """The same of some decks; of all, where none is named."""
        if not decks:
            return self
        counts = {deck: counts for deck, counts in self.counts.items() if deck in decks}
        return Known([card for card in self.cards if card.deck in decks], counts)

    @cached_property
    def whole(self) -> Counts:
        """What was counted, all decks together."""
        whole = Counts()
        for counts in self.counts.values():
            whole.add(counts)
        return whole


def known(collection: Collection, zone: tzinfo | None = None, since: date | None = None) -> Known:
    """What is known now. `since` is the first day whose answers count, `zone` the clock's. Raises StoreError."""
    counts: dict[str, Counts] = {}
    clock, first = Clock(zone), since or date.min
    with unswept():
        cards = collection.held()
        deck_of = {card.card: card.deck for card in cards}
        for card, reviews in by_card(collection.past(), collection.scheduler):
            deck = deck_of.get(card, "")
            if (found := counts.get(deck)) is None:
                found = counts[deck] = Counts()
            found.count(reviews, clock, first)
    return Known(cards, counts)


class Latest:
    """What is known of a collection, read anew only once something happened. For several threads."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self._reading = Lock()
        self._forgotten = 0
        self._as_of = (0, 0)
        self._known: Known | None = None

    def known(self) -> Known:
        """What is known now. Raises StoreError."""
        with self._reading:
            as_of = self._forgotten, self._collection.length()
            if self._known is None or as_of != self._as_of:
                self._known, self._as_of = known(self._collection), as_of
            return self._known

    def forget(self) -> None:
        """Cards were read again: there may be others. It waits for nobody who reads."""
        self._forgotten += 1
