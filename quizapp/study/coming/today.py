"""What waits on a day and the room there is for it: the queue's rules say what comes of it."""

from collections.abc import Collection as Several
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, groupby
from typing import TYPE_CHECKING

from quizapp.store.waiting.counts import DayCounts, Waiting
from quizapp.store.waiting.waits import Group, Waits
from quizapp.study.coming.agenda import Agenda, Coming
from quizapp.study.coming.queue import Order, Room, agenda, arranged, in_turn, overdue
from quizapp.study.planning.daily import is_ahead, new_limit, order

if TYPE_CHECKING:
    from quizapp.config import Settings


class Counted:
    """The cards of some decks that are due: counted at once, read as they are asked for."""

    def __init__(self, waits: Waits, groups: Sequence[Group], again: Sequence[Waiting], decks: Several[str]) -> None:
        self._waits = waits
        self._groups = [group for group in groups if group.deck in decks]
        self._decks = decks
        self.again = [card for card in again if card.deck in decks]

    def levels(self) -> Iterator[Sequence[Waiting]]:
        """As `queue.Due` has it."""
        for _, groups in groupby(sorted(self._groups, key=self._urgency, reverse=True), key=self._urgency):
            yield [card for card in self._waits.of_groups(groups) if card.deck in self._decks]

    def count(self, order: Order) -> int:
        """As `queue.Due` has it."""
        return sum(group.cards if order.together(group.deck) else group.families for group in self._groups)

    def has_sibling(self, new: Waiting) -> bool:
        """As `queue.Due` has it."""
        return new.sibling_due

    def _urgency(self, group: Group) -> float:
        return overdue(group.due, group.interval, self._waits.day)


class Today:
    """What is due and new on a day, how many more cards may come, and in which order."""

    def __init__(self, waits: Waits, room: Room, order: Order) -> None:
        self.room = room
        self._waits = waits
        self._order = order
        self._new: dict[str, Coming] = {}

    def agenda(self, decks: Several[str] = (), tagged: Several[str] | None = None) -> Agenda:
        """Today's cards, were only those of some decks there (all, where none is named), or only the tagged ones."""
        waits, scope = self._waits, [deck for deck in self._decks if not decks or deck in decks]
        if tagged is None:
            due = Counted(waits, self._groups, self._again, scope)
            return arranged(due, self._new_of(scope), self.room, self._answered, self._order)
        known, new = (
            [card for card in cards if card.deck in scope and card.card in tagged]
            for cards in (waits.due(), waits.new())
        )
        return agenda(known, new, self.room, self._answered, waits.day, self._order)

    def _new_of(self, decks: Sequence[str]) -> Iterable[Waiting]:
        first = [deck for deck in decks if self._order.first(deck)]
        for some in (first, [deck for deck in decks if deck not in first]):
            cards = [self._new.setdefault(deck, Coming(self._waits.new_of(deck))) for deck in some]
            yield from chain(*cards) if self._order.by_deck else in_turn(cards)

    @cached_property
    def _groups(self) -> Sequence[Group]:
        return self._waits.groups()

    @cached_property
    def _again(self) -> Sequence[Waiting]:
        return self._waits.again()

    @cached_property
    def _answered(self) -> Mapping[str, str]:
        return self._waits.answered()

    @cached_property
    def _decks(self) -> Sequence[str]:
        return self._waits.decks()


def today(waits: Waits, settings: "Settings", extra: int = 0) -> Today:
    """What waits, with room for `extra` cards beyond the limits."""
    done = waits.done()
    new = waits.new_counts() if is_ahead(settings, waits.day) else {}
    limit = new_limit(settings, new, waits.day, done)
    room = Room.left(limit, settings.reviews_per_day, DayCounts.of(done), extra)
    return Today(waits, room, order(settings, waits.day))
