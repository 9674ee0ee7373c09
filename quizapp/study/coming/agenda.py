"""What comes: the cards of a day as they are planned, and the queue of a session. Cards are read when they come."""

import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sized
from itertools import count as counted
from itertools import islice

from quizapp.store.waiting.counts import Waiting

OTHERS_BETWEEN = 5
"""How many other cards come before one that failed is shown again, while there are others."""


class Coming(Iterable[Waiting], Sized):
    """Cards in their order, read as they are asked for, and each only once. How many they are may be known before."""

    def __init__(self, cards: Iterable[Waiting], count: int | None = None) -> None:
        self._rest = iter(cards)
        self._read: list[Waiting] = []
        self._count = count

    def __iter__(self) -> Iterator[Waiting]:
        for position in counted():
            if position == len(self._read):
                self._read += islice(self._rest, 1)
            if position == len(self._read):
                return
            yield self._read[position]

    def __len__(self) -> int:
        if self._count is None:
            self._count = sum(1 for _card in self)
        return self._count


class Agenda:
    """Today's cards: `ahead` in their order, and `again`, those answered today that are not settled yet.

    `new` says how many of them were never answered.
    """

    def __init__(self, ahead: Coming, again: tuple[Waiting, ...], new: int) -> None:
        self.ahead = ahead
        self.again = again
        self.new = new

    @property
    def waiting(self) -> tuple[Waiting, ...]:
        """All of them."""
        return (*self.ahead, *self.again)

    @property
    def due(self) -> int:
        """How many of them are due."""
        return len(self) - self.new

    def __len__(self) -> int:
        return len(self.ahead) + len(self.again)

    def cut(self, limit: int | None) -> "Agenda":
        """At most `limit` of them, and what was begun today is finished first."""
        if limit is None:
            return self
        again = self.again[:limit]
        ahead = tuple(islice(self.ahead, min(limit, sys.maxsize) - len(again)))
        return Agenda(Coming(ahead), again, sum(card.due is None for card in ahead))


class Queue:
    """The cards of a session: those ahead, and those that failed and come again after others."""

    def __init__(self, today: Agenda) -> None:
        self._planned = iter(today.ahead)
        self._unread = len(today.ahead)
        self._ahead: deque[str] = deque()
        self._again: list[tuple[str, int]] = [(card.card, 0) for card in today.again]
        self._met = {card.card for card in today.again}
        self._turn = 0

    def __len__(self) -> int:
        return len(self._ahead) + self._unread + len(self._again)

    def __contains__(self, card: str) -> bool:
        self._read_on()
        return card in self._ahead or any(card == other for other, _ in self._again)

    def extend(self, cards: Iterable[str]) -> None:
        """More cards, after all that are ahead."""
        self._read_on()
        self._ahead.extend(cards)

    def peek(self) -> str | None:
        """The card that `take` would give now; it stays."""
        if self._comes_one_again():
            return self._again[0][0]
        self._read_one()
        return self._ahead[0] if self._ahead else None

    def take(self) -> str | None:
        """The next card, taken out; None where nothing is left."""
        again = self._comes_one_again()
        self._turn += 1
        if again:
            return self._again.pop(0)[0]
        self._read_one()
        return self._ahead.popleft() if self._ahead else None

    def put_again(self, card: str) -> None:
        """The card just answered comes again, after others."""
        self.drop(card)
        self._again.append((card, self._turn))

    def put_first(self, card: str) -> None:
        """The card comes next, before one that waited for its turn to come again."""
        self.drop(card)
        self._again.insert(0, (card, self._turn - OTHERS_BETWEEN))

    def drop(self, card: str) -> None:
        """The card does not come."""
        self._again = [(other, turn) for other, turn in self._again if other != card]
        if card not in self._met:
            self._read_on()
        if card in self._ahead:
            self._ahead.remove(card)

    def _comes_one_again(self) -> bool:
        """True if a card that failed comes next: after others, or where there are none."""
        if not self._again or self._turn - self._again[0][1] >= OTHERS_BETWEEN:
            return bool(self._again)
        self._read_one()
        return not self._ahead

    def _read_one(self) -> None:
        if not self._ahead:
            self._read_on(1)

    def _read_on(self, most: int | None = None) -> None:
        """Reads all that is planned, or some. Other programs answer too: it may be more or less than was counted."""
        cards = [card.card for card in islice(self._planned, most)]
        self._unread = max(self._unread - len(cards), 0) if most and len(cards) == most else 0
        self._met.update(cards)
        self._ahead.extend(cards)
