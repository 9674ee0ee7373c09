"""What all screens have: the application, the desk, the settings, by short names."""

from typing import TYPE_CHECKING, TypeVar, cast

from textual.screen import ModalScreen, Screen

from quizapp.config import Settings
from quizapp.study.opening import Desk

if TYPE_CHECKING:
    from quizapp.tui.app import QuizApp

Result = TypeVar("Result")


class QuizScreen(Screen[Result]):
    """A screen of this program."""

    @property
    def quiz(self) -> "QuizApp":
        """The application."""
        return cast("QuizApp", self.app)

    @property
    def desk(self) -> Desk:
        """The collection and the settings."""
        return self.quiz.desk

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        return self.desk.settings


class QuizModal(ModalScreen[Result]):
    """A screen that lies over another and goes away with escape."""

    DEFAULT_CSS = """
    QuizModal { align: center middle; }
    """

    @property
    def quiz(self) -> "QuizApp":
        """The application."""
        return cast("QuizApp", self.app)

    @property
    def desk(self) -> Desk:
        """The collection and the settings."""
        return self.quiz.desk

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        return self.desk.settings
