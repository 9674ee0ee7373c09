"""What waits today, for prompts and status bars: without the collection, which is slow to import."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.paths import Places
from quizapp.store.glance import choices, glance
from quizapp.study.queue import Plan, Room, plan

if TYPE_CHECKING:
    from quizapp.config import Settings


def waiting_today(path: Path, day: date, new_per_day: int, reviews_per_day: int, by_deck: bool) -> Plan | None:
    """Today's cards, as a session would ask them, from the database at `path`; None where there is none yet.

    Cards are those that were known when the folders were last read. Raises StoreError.
    """
    found = glance(path, day)
    if found is None:
        return None
    room = Room.left(new_per_day, reviews_per_day, found.counts)
    return plan(found.due, found.new, room, found.answered, day, by_deck)


def next_day(path: Path, after: date) -> date | None:
    """The first day after `after` on which a card falls due. Raises StoreError."""
    found = glance(path, after)
    return None if found is None else found.next_due


def settings_in_force(places: Places) -> "Settings":
    """The settings, choices made in the program among them. Raises QuizappError."""
    from quizapp.config import configured

    return configured(places.config_file, choices(places.database)).settings
