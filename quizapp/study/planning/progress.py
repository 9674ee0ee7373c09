"""How a plan that is kept went so far: what was begun, beside what it said."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from quizapp.config import Settings
from quizapp.store.values import Held
from quizapp.study.planning.beginnings import beginnings


@dataclass(frozen=True)
class Kept:
    """New cards from `since` until yesterday: how many were `planned`, how many `begun`, and how many a day at most."""

    since: date
    planned: int
    begun: int
    a_day: int

    @property
    def behind(self) -> int:
        """How many cards fewer were begun than was planned."""
        return max(self.planned - self.begun, 0)

    @property
    def days_behind(self) -> float:
        """How many days of the plan that is."""
        return self.behind / self.a_day if self.a_day else 0.0


def kept(
    cards: Sequence[Held], untouched: int, settings: Settings, today: date, by: date, most: int | None
) -> Kept | None:
    """How the plan went; None where it is not known since when it is followed. Nothing was logged of `untouched` cards.

    Cards that came after that day are taken as if they had been there.
    """
    since = settings.interview_since
    if since is None or since > today:
        return None
    begun = sum(card.introduced is not None and since <= card.introduced < today for card in cards)
    unseen = untouched + sum(card.introduced is None or card.introduced >= since for card in cards)
    planned = beginnings(unseen, since, by, usual=settings.new_per_day, most=most)
    done = sum(count for day, count in planned.items() if day < today)
    return Kept(since, done, begun, max(planned.values(), default=0))
