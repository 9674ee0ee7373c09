"""What waits today, for prompts and status bars: without the collection, which is slow to import."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.paths import Places
from quizapp.store.glance import choices, glance
from quizapp.study.planning.daily import new_limit, order
from quizapp.study.queue import Plan, Room, plan

if TYPE_CHECKING:
    from quizapp.config import Settings


@dataclass(frozen=True)
class Glimpse:
    """A day's cards, as a session would ask them, and the first day after it on which a card is due."""

    plan: Plan
    next_due: date | None


def waiting_on(day: date, settings: "Settings", path: Path) -> Glimpse | None:
    """What waits on `day`, from the database at `path`; None where there is none yet, or a server has it.

    Cards are those that were known when the folders were last read. Raises StoreError.
    """
    found = None if settings.server else glance(path, day)
    if found is None:
        return None
    room = Room.left(new_limit(settings, found.new, day, found.counts.new), settings.reviews_per_day, found.counts)
    return Glimpse(plan(found.due, found.new, room, found.answered, day, order(settings, day)), found.next_due)


def settings_in_force(places: Places) -> "Settings":
    """The settings, choices made in the program among them. Raises QuizappError."""
    from quizapp.config import configured

    server = configured(places.config_file).settings.server
    if server is None:
        return configured(places.config_file, choices(places.database)).settings
    from quizapp.store import inspection  # slow to import, and no slower than a server

    return configured(places.config_file, inspection.choices(server)).settings
