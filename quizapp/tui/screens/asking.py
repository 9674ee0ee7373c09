"""What a screen on which a card is asked has for looking at, beside the card."""

from quizapp.language import Language
from quizapp.study.asking import Ask
from quizapp.tui.screens.base import QuizScreen
from quizapp.tui.screens.history import HistoryScreen
from quizapp.tui.screens.notes import NotesScreen
from quizapp.tui.screens.opening import offer
from quizapp.tui.targets import targets_of

_IDLE_SECONDS = 3.0
"""After so long on one card, the learner is reading."""


class AskingScreen(QuizScreen[None]):
    """A card being asked, in one language; None before the first."""

    def __init__(self) -> None:
        super().__init__()
        self._ask: Ask | None = None
        self._language: Language = "en"

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hint and practice belong to computed questions: help names them nowhere else."""
        computed = self._ask is not None and self._ask.computed is not None
        return computed or action not in {"hint", "practise"}

    def action_notes(self) -> None:
        """The topic's notes."""
        if self._ask is not None:
            self.app.push_screen(NotesScreen(self._ask.card, self._language))

    def action_history(self) -> None:
        """What happened to the card."""
        if self._ask is not None:
            self.app.push_screen(HistoryScreen(self._ask.card, self._language))

    def action_change(self) -> None:
        """Opens the card in the form; what was answered so far stays."""
        if self._ask is not None:
            self.quiz.files.change(self._ask.card)

    def action_edit(self) -> None:
        """Opens the card in the learner's editor; what was answered so far stays."""
        if self._ask is not None:
            self.quiz.files.edit(self._ask.card, self._language)

    def action_open(self) -> None:
        """Opens an image or a link of what is shown of the card."""
        if self._ask is not None:
            offer(self.quiz, targets_of(self._ask, self._language))

    def _tidy_soon(self) -> None:
        """Has the database tidied up once the learner reads: inside an answer it would be felt."""
        self.set_timer(_IDLE_SECONDS, self.quiz.tidy)
