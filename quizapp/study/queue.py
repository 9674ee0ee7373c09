"""What comes today, and in which order. Pure: the store says what waits, these rules say what is shown."""

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from quizapp.store.values import DayCounts, Waiting

OTHERS_BETWEEN = 5
"""How many other cards come before one that failed is shown again, while there are others."""


@dataclass(frozen=True)
class Room:
    """How many more cards may come today."""

    new: int
    reviews: int

    @classmethod
    def left(cls, new_per_day: int, reviews_per_day: int, done: DayCounts, extra: int = 0) -> "Room":
        """What the day's limits leave after what was done, and `extra` of each beyond them."""
        return cls(max(0, new_per_day - done.new) + extra, max(0, reviews_per_day - done.reviews) + extra)


def _no(card: Waiting) -> bool:
    return False


@dataclass(frozen=True)
class Order:
    """How a day's cards are arranged: decks one after the other, or mixed.

    Of the new ones those that are `first` come before the others. A card and its reverse come on one day if they may
    come `together`.
    """

    by_deck: bool = False
    first: Callable[[Waiting], bool] = _no
    together: Callable[[Waiting], bool] = _no


@dataclass(frozen=True)
class Plan:
    """Today's cards: `ahead` in their order, and `again`, those answered today that are not settled yet."""

    ahead: tuple[Waiting, ...]
    again: tuple[Waiting, ...]

    @property
    def waiting(self) -> tuple[Waiting, ...]:
        """All of them."""
        return (*self.ahead, *self.again)

    @property
    def new(self) -> int:
        """How many of them were never answered."""
        return sum(card.due is None for card in self.waiting)

    @property
    def due(self) -> int:
        """How many of them are due."""
        return len(self.waiting) - self.new

    def cut(self, limit: int | None) -> "Plan":
        """At most `limit` of them, and what was begun today is finished first."""
        if limit is None:
            return self
        again = self.again[:limit]
        return Plan(self.ahead[: limit - len(again)], again)


def plan(
    due: Sequence[Waiting],
    new: Sequence[Waiting],
    room: Room,
    answered: Mapping[str, str],
    day: date,
    order: Order = Order(),
) -> Plan:
    """Today's cards out of all that are due or new.

    The most overdue, measured by their interval, come first; new ones are spread among them. Of a family (a card and
    its reverse) one card comes a day; `answered` says which family has had its turn, with which card.
    """
    again = tuple(card for card in due if card.answered == day)
    families = dict(answered)
    others = [card for card in due if card.answered != day]
    urgent = most_overdue_first(others if order.by_deck else _in_turn(others), day)
    reviews = _one_a_family(urgent, families, order.together)[: room.reviews]
    taken = families | {card.family: card.card for card in (*reviews, *again)}
    wanted = sorted(new if order.by_deck else _in_turn(new), key=lambda card: not order.first(card))
    fresh = _one_a_family(wanted, taken, order.together)[: room.new]
    return Plan(tuple(_by_deck(reviews, fresh) if order.by_deck else spread(reviews, fresh)), again)


def most_overdue_first(cards: Iterable[Waiting], day: date) -> list[Waiting]:
    """By days overdue relative to the interval; equal ones keep their order."""

    def overdue(card: Waiting) -> float:
        return (day - card.due).days / max(card.interval, 1) if card.due else 0.0

    return sorted(cards, key=overdue, reverse=True)


def spread(reviews: Sequence[Waiting], fresh: Sequence[Waiting]) -> list[Waiting]:
    """Both in their order, the new ones evenly among the others."""
    mixed: list[Waiting] = []
    taken = 0
    for position, review in enumerate(reviews):
        until = round((position + 1) * len(fresh) / (len(reviews) + 1))
        mixed += fresh[taken:until]
        taken = until
        mixed.append(review)
    return [*mixed, *fresh[taken:]]


class Queue:
    """The cards of a session: those ahead, and those that failed and come again after others."""

    def __init__(self, today: Plan) -> None:
        self._ahead = deque(card.card for card in today.ahead)
        self._again: list[tuple[str, int]] = [(card.card, 0) for card in today.again]
        self._turn = 0

    def __len__(self) -> int:
        return len(self._ahead) + len(self._again)

    def __contains__(self, card: str) -> bool:
        return card in self._ahead or any(card == other for other, _ in self._again)

    def extend(self, cards: Iterable[str]) -> None:
        """More cards, after all that are ahead."""
        self._ahead.extend(cards)

    def take(self) -> str | None:
        """The next card, taken out; None where nothing is left."""
        self._turn += 1
        if self._again and (not self._ahead or self._turn - self._again[0][1] > OTHERS_BETWEEN):
            return self._again.pop(0)[0]
        return self._ahead.popleft() if self._ahead else None

    def put_again(self, card: str) -> None:
        """The card just answered comes again, after others."""
        self.drop(card)
        self._again.append((card, self._turn))

    def put_first(self, card: str) -> None:
        """The card comes next."""
        self.drop(card)
        self._ahead.appendleft(card)

    def drop(self, card: str) -> None:
        """The card does not come."""
        self._again = [(other, turn) for other, turn in self._again if other != card]
        if card in self._ahead:
            self._ahead.remove(card)


def _one_a_family(
    cards: Iterable[Waiting], families: Mapping[str, str], together: Callable[[Waiting], bool]
) -> list[Waiting]:
    """The first card of each family, unless another of it has had its turn today; all that may come together."""
    taken = dict(families)
    return [card for card in cards if together(card) or taken.setdefault(card.family, card.card) == card.card]


def _in_turn(cards: Iterable[Waiting]) -> list[Waiting]:
    """One card of each deck, then the second of each, and so on."""
    decks: dict[str, list[Waiting]] = {}
    for card in cards:
        decks.setdefault(card.deck, []).append(card)
    return [card for turn in zip_longest(*decks.values()) for card in turn if card is not None]


def _by_deck(reviews: Sequence[Waiting], fresh: Sequence[Waiting]) -> list[Waiting]:
    decks = sorted({(card.deck_position, card.deck) for card in (*reviews, *fresh)})
    return [
        card
        for _, deck in decks
        for card in spread([c for c in reviews if c.deck == deck], [c for c in fresh if c.deck == deck])
    ]
