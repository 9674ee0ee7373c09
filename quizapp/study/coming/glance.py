"""What waits today, for prompts and status bars: without the collection, which is slow to import."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from quizapp.paths import Places
from quizapp.store.waiting.glance import choices, glance
from quizapp.study.coming.today import today

if TYPE_CHECKING:
    from quizapp.config import Settings


class Glimpse(NamedTuple):
    """How many cards are due and how many are new, as a session would ask them, and the next day with cards due."""

    due: int
    new: int
    next_due: date | None


def waiting_on(day: date, settings: "Settings", path: Path) -> Glimpse | None:
    """What waits on `day`, from the database at `path`; None where there is none yet, or a server has it.

    Cards are those that were known when the folders were last read. Raises StoreError.
    """
    if settings.server:
        return None
    with glance(path, day) as waits:
        if waits is None:
            return None
        agenda = today(waits, settings).agenda()
        return Glimpse(agenda.due, agenda.new, waits.next_due())


def settings_in_force(places: Places) -> "Settings":
    """The settings, choices made in the program among them. Raises QuizappError."""
    from quizapp.config import configured

    written = configured(places.config_file)
    server = written.settings.server
    if server is None:
        return written.over(choices(places.database)).settings
    from quizapp.store.copies import inspection  # slow to import, and no slower than a server

    return written.over(inspection.choices(server)).settings
