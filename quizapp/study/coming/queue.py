"""What comes today, and in which order. Pure: the store says what waits, these rules say what is shown."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby, islice
from typing import NamedTuple, Protocol

from quizapp.store.waiting.counts import DayCounts, Waiting
from quizapp.study.coming.agenda import Agenda, Coming


class Room(NamedTuple):
    """How many more cards may come today."""

    new: int
    reviews: int

    @classmethod
    def left(cls, new_per_day: int, reviews_per_day: int, done: DayCounts, extra: int = 0) -> "Room":
        """What the day's limits leave after what was done, and `extra` of each beyond them."""
        return cls(max(0, new_per_day - done.new) + extra, max(0, reviews_per_day - done.reviews) + extra)


def _no(deck: str) -> bool:
    return False


class Order(NamedTuple):
    """How a day's cards are arranged: decks one after the other, or mixed.

    New cards of decks that are `first` come before the others. A card and its reverse come on one day if their deck
    says that they may come `together`.
    """

    by_deck: bool = False
    first: Callable[[str], bool] = _no
    together: Callable[[str], bool] = _no


class Due(Protocol):
    """The cards that are due, as the rules ask for them."""

    @property
    def again(self) -> Sequence[Waiting]:
        """Those that were answered today."""

    def levels(self) -> Iterable[Sequence[Waiting]]:
        """The others, the most overdue first: those that are equally overdue together, in the decks' order."""

    def count(self, order: Order) -> int | None:
        """How many of these come if there is room, one of a family; None where only reading them tells."""

    def has_sibling(self, new: Waiting) -> bool:
        """True if a sibling of a new card is among these."""


class AllDue:
    """All the cards that are due, in the decks' order."""

    def __init__(self, due: Sequence[Waiting], day: date) -> None:
        self.again = [card for card in due if card.answered == day]
        self._others = [card for card in due if card.answered != day]
        self._families = {card.family for card in self._others}
        self._day = day

    def levels(self) -> Iterable[Sequence[Waiting]]:
        """As `Due` has it."""
        by_urgency = most_overdue_first(self._others, self._day)
        return (list(cards) for _, cards in groupby(by_urgency, key=lambda card: _overdue(card, self._day)))

    def count(self, order: Order) -> None:
        """As `Due` has it."""

    def has_sibling(self, new: Waiting) -> bool:
        """As `Due` has it."""
        return new.family in self._families


def agenda(
    due: Sequence[Waiting],
    new: Sequence[Waiting],
    room: Room,
    answered: Mapping[str, str],
    day: date,
    order: Order = Order(),
) -> Agenda:
    """Today's cards out of all that are due or new: see `arranged`."""
    arranged_new = new if order.by_deck else in_turn(by_deck(new).values())
    return arranged(
        AllDue(due, day), sorted(arranged_new, key=lambda card: not order.first(card.deck)), room, answered, order
    )


def arranged(due: Due, new: Iterable[Waiting], room: Room, answered: Mapping[str, str], order: Order) -> Agenda:
    """Today's cards, read no further than there is room for. `new` come as their decks take turns, or one by one.

    The most overdue, measured by their interval, come first; of those equally overdue decks take turns. New ones are
    spread among them. Of a family (a card and its reverse) one card comes a day; `answered` says which family has had
    its turn, with which card.
    """
    urgent = (card for level in due.levels() for card in (level if order.by_deck else in_turn(by_deck(level).values())))
    coming, again = due.count(order), tuple(due.again)
    limited = islice(_one_a_family(urgent, answered, order.together), room.reviews)
    reviews = Coming(limited, None if coming is None else min(coming, room.reviews))

    def comes_a_sibling(card: Waiting) -> bool:
        if order.together(card.deck) or not due.has_sibling(card):
            return False
        # Where all that are due come, they need not be read.
        return (coming is not None and coming <= room.reviews) or any(card.family == other.family for other in reviews)

    taken = {**answered, **{card.family: card.card for card in again}}
    free = (card for card in new if not comes_a_sibling(card))
    fresh = tuple(islice(_one_a_family(free, taken, order.together), room.new))
    ahead = _one_deck_after_the_other(reviews, fresh) if order.by_deck else spread(reviews, fresh)
    return Agenda(Coming(ahead, len(reviews) + len(fresh)), again, len(fresh))


def most_overdue_first(cards: Iterable[Waiting], day: date) -> list[Waiting]:
    """By days overdue relative to the interval; equal ones keep their order."""
    return sorted(cards, key=lambda card: _overdue(card, day), reverse=True)


def overdue(due: date, interval: int, day: date) -> float:
    """How overdue a card is: days, relative to its interval."""
    return (day - due).days / max(interval, 1)


def _overdue(card: Waiting, day: date) -> float:
    return overdue(card.due, card.interval, day) if card.due else 0.0


def spread(reviews: Coming | Sequence[Waiting], fresh: Sequence[Waiting]) -> Iterator[Waiting]:
    """Both in their order, the new ones evenly among the others."""
    taken, count = 0, len(reviews)
    for position, review in enumerate(reviews):
        until = round((position + 1) * len(fresh) / (count + 1))
        yield from fresh[taken:until]
        taken = until
        yield review
    yield from fresh[taken:]


def in_turn(decks: Iterable[Iterable[Waiting]]) -> Iterator[Waiting]:
    """One card of each deck, then the second of each, and so on."""
    going = deque(iter(cards) for cards in decks)
    while going:
        cards = going.popleft()
        for card in islice(cards, 1):
            yield card
            going.append(cards)


def by_deck(cards: Iterable[Waiting]) -> dict[str, list[Waiting]]:
    """Each deck's cards, the decks as they come."""
    decks: dict[str, list[Waiting]] = {}
    for card in cards:
        decks.setdefault(card.deck, []).append(card)
    return decks


def _one_a_family(
    cards: Iterable[Waiting], families: Mapping[str, str], together: Callable[[str], bool]
) -> Iterator[Waiting]:
    """The first card of each family, unless another of it has had its turn today; all that may come together."""
    taken = dict(families)
    return (card for card in cards if together(card.deck) or taken.setdefault(card.family, card.card) == card.card)


def _one_deck_after_the_other(reviews: Iterable[Waiting], fresh: Sequence[Waiting]) -> Iterator[Waiting]:
    known, unknown = by_deck(reviews), by_deck(fresh)
    for _, deck in sorted({(card.deck_position, card.deck) for card in (*reviews, *fresh)}):
        yield from spread(known.get(deck, []), unknown.get(deck, []))
