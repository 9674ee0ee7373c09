"""What is due and waits for its turn, when a day has room for so many cards only."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from heapq import heapify, heappop, heapreplace
from typing import Generic, TypeVar

from quizapp.study.coming.queue import overdue

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Weighed(Generic[T]):
    """So many cards (`weight`, perhaps a fraction) `of` a kind, due on a day, with an interval in days."""

    of: T
    day: date
    interval: int
    weight: float


class Backlog(Generic[T]):
    """Cards in the order in which the queue lets them come: the most overdue first, measured by their interval.

    Of one interval those due first are always the most overdue, so each interval is a line of its own.
    """

    def __init__(self) -> None:
        self._lines: dict[int, deque[Weighed[T]]] = {}

    def __iter__(self) -> Iterator[Weighed[T]]:
        return (due for line in self._lines.values() for due in line)

    @property
    def weight(self) -> float:
        """How many cards wait."""
        return sum(due.weight for due in self)

    def add(self, found: Iterable[Weighed[T]]) -> None:
        """More cards, due no sooner than those that are there."""
        for due in found:
            self._lines.setdefault(due.interval, deque()).append(due)

    def take(self, room: float, day: date) -> Iterator[Weighed[T]]:
        """Those that come on a day that has room for so many, taken out."""
        firsts = [(-overdue(line[0].day, interval, day), interval) for interval, line in self._lines.items()]
        heapify(firsts)
        while firsts and room > 0:
            line = self._lines[firsts[0][1]]
            due = line.popleft()
            if due.weight > room:
                line.appendleft(replace(due, weight=due.weight - room))
                due = replace(due, weight=room)
            room -= due.weight
            yield due
            if line:
                heapreplace(firsts, (-overdue(line[0].day, due.interval, day), due.interval))
            else:
                del self._lines[heappop(firsts)[1]]
