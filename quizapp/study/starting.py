"""The start of the interface: what is on the screen at once, and the collection, which takes longer to open.

Light to import, for the first picture waits for it: what opens the collection is imported when it is opened.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from quizapp.config import Settings, configured
from quizapp.errors import StoreError
from quizapp.paths import Places, is_gone
from quizapp.store.engines.failures import out_of_reach
from quizapp.store.waiting.first_look import FirstLook, first_look
from quizapp.store.waiting.known import Known

if TYPE_CHECKING:
    from quizapp.study.opening import Desk


@dataclass
class Start:
    """A desk that is open, or a first look at what it will have, as long as it is not."""

    places: Places
    before: Settings
    look: FirstLook | None = None
    desk: "Desk | None" = None

    @classmethod
    def of(cls, desk: "Desk") -> "Start":
        """With a desk that is open already."""
        return cls(desk.places, desk.settings, desk=desk)

    @property
    def known(self) -> Known:
        """What is known of cards and progress."""
        known = self.desk.collection if self.desk else self.look
        assert known is not None, "it is one or the other"
        return known

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        return self.desk.settings if self.desk else self.before

    def open(self, now: datetime) -> "Desk":
        """Opens the desk; for another thread, if need be. Raises QuizappError."""
        from quizapp.study.opening import open_desk

        if self.look and is_gone(self.places.database):  # made anew, it would be in the way when it comes back
            raise out_of_reach(str(self.places.database))
        return open_desk(self.places, now)

    def take(self, desk: "Desk") -> None:
        """The desk is open: it takes the place of the look."""
        self.desk = desk
        self._look_away()

    def close(self) -> None:
        """Closes what is open."""
        self._look_away()
        if self.desk:
            self.desk.close()

    def _look_away(self) -> None:
        if self.look:
            self.look.close()
        self.look = None


@contextmanager
def starting(places: Places, now: datetime) -> Iterator[Start]:
    """The start. The desk is open already where there is nothing to look at, or something to be told of it first.

    Raises QuizappError.
    """
    written = configured(places.config_file)
    start = Start(places, written.settings)
    try:
        with suppress(StoreError):  # what is wrong is told when it is opened
            start.look = None if written.settings.server else first_look(places.database, places.backups)
            if start.look:
                start.before = written.over(start.look.choices()).settings
        if start.look is None:
            start.take(start.open(now))
        yield start
    finally:
        start.close()
