"""A learner with a collection: starts, answers, comes back; for tests of whole sessions."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from quizapp.config import Settings
from quizapp.paths import Places
from quizapp.scheduling.grades import Grade
from quizapp.scheduling.log import What
from quizapp.store.collection import Collection
from quizapp.study.marking import mark
from quizapp.study.sessions.scope import Scope
from quizapp.study.sessions.session import Answered, Session
from quizapp.study.sessions.undoing import Undone
from tests.conftest import NOW, write_cards

AGAIN, HARD, GOOD, EASY = Grade.AGAIN, Grade.HARD, Grade.GOOD, Grade.EASY


@dataclass
class Learner:
    """Somebody at `where`, a second older after each thing done."""

    where: Places
    settings: Settings = field(default_factory=lambda: Settings(bundled=False))
    now: datetime = NOW

    def __post_init__(self) -> None:
        self.collection = Collection(self.where.database, self.where.backups, self.now)

    def read(self, **files: str) -> None:
        """Writes the files, named by topic with `__` for a slash, and reads the folder."""
        write_cards(self.where.cards, {f"{name.replace('__', '/')}.md": text for name, text in files.items()})
        self.collection.read_folders([self.where.cards], self.now)

    def start(self, scope: Scope | None = None, **changed: Any) -> Session:
        """A new session, the settings changed as said from now on."""
        self.settings = self.settings.but(**changed)
        self.session = Session(self.collection, self.settings, scope or Scope(), self.now)
        return self.session

    def restart(self, scope: Scope | None = None) -> Session:
        """The program left and started again."""
        self.collection.close()
        self.collection = Collection(self.where.database, self.where.backups, self.now)
        return self.start(scope)

    def tomorrow(self, days: int = 1) -> None:
        """Sleeps."""
        self.now += timedelta(days=days)

    @property
    def shown(self) -> str | None:
        """The id of the card shown, without its topic."""
        return self.session.card.id.partition("/")[2] if self.session.card else None

    def answer(self, grade: Grade = GOOD, milliseconds: int = 1000) -> Answered:
        """Grades the card shown."""
        answered = self.session.answer(grade, self._later(), milliseconds)
        assert answered is not None, "the card was answered elsewhere"
        return answered

    def answers(self, *grades: Grade) -> list[str | None]:
        """Grades the cards that come; their ids."""
        shown = []
        for grade in grades:
            shown.append(self.shown)
            self.answer(grade)
        return shown

    def undo(self) -> Undone | None:
        """Takes back the last thing."""
        return self.session.undo(self._later())

    def bury(self) -> None:
        """Until tomorrow."""
        self.session.bury(self._later())

    def suspend(self) -> None:
        """For good."""
        self.session.suspend(self._later())

    def mark(self, card: str, what: What) -> bool:
        """Suspends, resumes, buries or resets a card, outside the session; False where it was so already."""
        return self.mark_all([card], what) > 0

    def mark_all(self, cards: Iterable[str], what: What) -> int:
        """The same with several cards at once; how many were not so already."""
        return len(mark(self.collection, self.session.pen, cards, what, self._later()))

    def _later(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now
