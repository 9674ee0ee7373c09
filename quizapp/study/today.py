"""All that waits on a day and the room there is for it, read once: the queue's rules say what comes of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from quizapp.config import Settings
from quizapp.store.collection import Collection
from quizapp.store.values import Waiting
from quizapp.study.planning.daily import new_limit, order
from quizapp.study.queue import Order, Plan, Room, plan


@dataclass(frozen=True)
class Today:
    """What is due and new on `day`, what was answered, how many more cards may come, and in which order."""

    due: Sequence[Waiting]
    new: Sequence[Waiting]
    answered: Mapping[str, str]
    room: Room
    day: date
    order: Order

    def plan(self, wanted: Callable[[Waiting], bool] = lambda card: True) -> Plan:
        """Today's cards, were only the wanted ones there."""
        due, new = filter(wanted, self.due), filter(wanted, self.new)
        return plan(list(due), list(new), self.room, self.answered, self.day, self.order)


def today(collection: Collection, settings: Settings, day: date, extra: int = 0) -> Today:
    """What waits on `day`, with room for `extra` cards beyond the limits."""
    due, new, done = collection.due(day), collection.new(day), collection.day_counts(day)
    room = Room.left(new_limit(settings, new, day, done.new), settings.reviews_per_day, done, extra)
    return Today(due, new, collection.answered_on(day), room, day, order(settings, day))
