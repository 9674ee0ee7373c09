"""What all screens have: the application, the desk, the settings, by short names."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar, cast

from textual.await_complete import AwaitComplete
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widget import Widget

from quizapp.i18n import _
from quizapp.visible import one_line

if TYPE_CHECKING:
    from quizapp.config import Settings
    from quizapp.study.opening import Desk
    from quizapp.tui.app import QuizApp

Result = TypeVar("Result")


class QuizScreen(Screen[Result]):
    """A screen of this program."""

    writes = False
    """True where texts are written: a letter that misses its field must do no harm."""

    def cards_were_read(self, edited: str = "") -> None:
        """Called when card files were read again; `edited` is the card, if any, that the learner has just changed."""

    @property
    def is_open(self) -> bool:
        """True until it is left, or the program: what comes back from another thread may find its widgets gone."""
        return self.is_attached and self.app.is_running and self in self.app.screen_stack

    @property
    def is_in_front(self) -> bool:
        """True where keys come here. Textual's `is_current` is also true of what is seen behind a dialog."""
        return self.is_open and self.app.screen is self

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Goes away, once: Textual would take away whatever is in front, and tell the result a second time."""
        return super().dismiss(result) if self.is_in_front else AwaitComplete()

    def attend(self, act: Callable[[str], None], text: str) -> None:
        """Lets the screen do something: at once, or once it is mounted, which it may not be yet when it is told."""
        if self.is_mounted:
            act(text)
        else:
            self.call_later(act, text)

    @property
    def quiz(self) -> "QuizApp":
        """The application."""
        return cast("QuizApp", self.app)

    @property
    def desk(self) -> "Desk":
        """The collection and the settings."""
        return self.quiz.desk

    @property
    def settings(self) -> "Settings":
        """The settings in force."""
        return self.quiz.start.settings

    def hear(self, text: str) -> bool:
        """Says a message itself, in a place of its own; False leaves it to the application."""
        return False

    @property
    def explained(self) -> Sequence[str] | None:
        """What the help says of this screen, below its keys; None for what it says of a review."""
        return None


class QuizModal(QuizScreen[Result], ModalScreen[Result]):
    """A screen that lies over another and goes away with escape."""

    CSS_PATH = "dialog.tcss"

    def entitle(self, box: Widget, title: str, keys: str | None = None) -> None:
        """Writes a title, which may hold anything, and the keys into a box's border."""
        box.border_title = Content(one_line(title))
        box.border_subtitle = Content(_("esc closes") if keys is None else keys)
