"""Which cards a session is about. A module of its own: a session takes long to import."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Scope:
    """Which cards a session is about. `cram` practises all of them and leaves the schedule alone.

    `due_after` practises those that come only after a day, those first that will be known least on it.
    """

    decks: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    limit: int | None = None
    cram: bool = False
    due_after: date | None = None

    @property
    def practice(self) -> bool:
        """True if answers leave the schedule alone."""
        return self.cram or self.due_after is not None

    @property
    def narrowed(self) -> bool:
        """True if cards of some decks or tags alone are meant: when others come says nothing of those."""
        return bool(self.decks or self.tags)
