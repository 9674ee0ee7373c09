"""A screen on which a card is asked: how it is shown, and what there is to look at beside it."""

import gc
from importlib import import_module
from typing import TYPE_CHECKING

from textual import events, on, work
from textual.app import ComposeResult
from textual.timer import Timer

from quizapp.i18n import _
from quizapp.language import Language, other_language
from quizapp.study.questions.asking import Ask, Stage
from quizapp.study.sessions.first_card import FirstCard
from quizapp.tui.screens.base import QuizScreen
from quizapp.tui.widgets.review_page import ReviewPage

if TYPE_CHECKING:
    from quizapp.study.sessions.session import Session

_SETTLED_SECONDS = 0.5
"""After so long the first card is painted, and being read."""
_PAINTED_SECONDS = 0.05
"""After so long any card is painted, and no key is pressed yet."""
_GARBAGE = 8
"""Small searches for garbage, after the tenth of which Python looks through all there is, whatever it is doing then."""
_IDLE_SECONDS = 3.0
"""After so long on one card, the learner is reading."""


class AskingScreen(QuizScreen[None]):
    """A card being asked, in one language; None before the first."""

    def __init__(self, session: "Session | None", first: FirstCard | None) -> None:
        super().__init__()
        self._session = session
        self._first = first
        self._ask: Ask | None = None
        self._language: Language = "en"
        self._tidying: Timer | None = None

    @property
    def session(self) -> "Session":
        """The session: no key comes here before it is there."""
        assert self._session is not None, "there is a first card only"
        return self._session

    def compose(self) -> ComposeResult:
        """One page."""
        yield ReviewPage(self.quiz.key)

    def on_mount(self) -> None:
        """What the first computed card would wait 40 ms for is fetched while the card before is read."""
        self.set_timer(_SETTLED_SECONDS, self._read_ahead)

    @work(thread=True)
    def _read_ahead(self) -> None:
        import_module("quizapp.study.questions.computed")
        self.quiz.beginning.settle()

    @on(events.DescendantFocus)
    @on(events.DescendantBlur)
    def _show_keys(self) -> None:
        """Letters are text in the input, whichever way led there: a click and tab do as well."""
        if self._ask is not None:
            self._page.show_keys(self._ask)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hint and practice belong to computed questions: help names them nowhere else."""
        computed = self._ask is not None and self._ask.computed is not None
        return computed or action not in {"hint", "practise"}

    def action_page(self, direction: int) -> None:
        """A page of the card."""
        self._page.scroll_page(direction)

    def action_language(self) -> None:
        """The same card in its other language."""
        if self._ask is None:
            return
        other = other_language(self._language)
        if self._ask.card.language(other) == self._ask.card.language(self._language):
            self.quiz.say(_("This card is in one language only."))
        else:
            self._language = other
            self._refresh()

    def action_notes(self) -> None:
        """The topic's notes."""
        from quizapp.tui.screens.notes import NotesScreen

        if self._ask is not None:
            self.app.push_screen(NotesScreen(self._ask.card, self._language))

    def action_history(self) -> None:
        """What happened to the card."""
        from quizapp.tui.screens.history import HistoryScreen

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
        from quizapp.tui.screens.opening import offer
        from quizapp.tui.targets import targets_of

        if self._ask is not None:
            offer(self.quiz, targets_of(self._ask, self._language))

    def _tidy_soon(self) -> None:
        """Has the database tidied up once the learner reads: inside an answer it would be felt.

        The wait begins anew with each card: who answers quickly would meet the tidying of cards before.
        """
        if self._tidying:
            self._tidying.stop()
        self._tidying = self.set_timer(_IDLE_SECONDS, self.quiz.tidy)

    def _sweep_soon(self) -> None:
        """Has garbage looked for while the card is read, where it soon would be inside a key: that held up by 50 ms."""
        if gc.get_count()[2] >= _GARBAGE:
            self.set_timer(_PAINTED_SECONDS, self._sweep)

    def _sweep(self) -> None:
        if gc.get_count()[2] >= _GARBAGE:  # where one card followed another at once, that was done for both
            gc.collect()

    def _show(self, ask: Ask) -> None:
        self._ask = ask
        self._language = self.settings.language
        self._page.input.value = ""
        self._ask_again()
        self._sweep_soon()

    def _ask_again(self) -> None:
        self._refresh()
        self._page.scroll_to_top()
        if self._ask is not None and self._ask.typing:
            self._write()
        else:
            self.set_focus(None)

    def _write(self) -> None:
        """Into the input, where letters are text."""
        self.set_focus(self._page.input, scroll_visible=False)  # the question first

    def _refresh(self) -> None:
        if self._ask is not None:
            answered = self._ask.stage is Stage.ANSWERED
            memories = self.session.next_memories(self.quiz.now()) if answered else {}
            self._page.show(self._ask, self._first or self.session, self._language, self.settings.grades, memories)

    @property
    def _page(self) -> ReviewPage:
        return self.query_one(ReviewPage)
