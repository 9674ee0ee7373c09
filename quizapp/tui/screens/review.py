"""The review: one card, nothing else to look at. Digits, space, enter and arrows are enough; letters are extras."""

from collections.abc import Callable
from datetime import datetime
from time import monotonic
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from quizapp.i18n import _
from quizapp.language import Language, other_language
from quizapp.scheduling.grades import Grade
from quizapp.study.asking import Ask, Stage, shown_of
from quizapp.study.session import Session
from quizapp.study.stopwatch import Stopwatch
from quizapp.tui.screens.base import QuizScreen
from quizapp.tui.screens.history import HistoryScreen
from quizapp.tui.screens.notes import NotesScreen
from quizapp.tui.screens.opening import offer
from quizapp.tui.targets import targets
from quizapp.tui.widgets.review_page import ReviewPage
from quizapp.wording import N_, leech

_CHECKPOINT_SECONDS = 3.0
"""After so long on one card, the learner is reading: time to tidy the database."""

_DIGITS = [
    Binding(f"{digit},{chr(ord('０') + digit)}", f"digit({digit})", show=False, id=f"review.digit-{digit}")
    for digit in range(10)
]


class ReviewScreen(QuizScreen[None]):
    """A session, card after card."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,ideographic_space", "proceed('space')", N_("Show the answer, or mark"), id="review.space"),
        Binding("enter", "proceed('enter')", N_("Answer, or take the suggested grade"), id="review.enter"),
        *_DIGITS,
        Binding("up", "step(-1)", N_("Up"), id="review.up"),
        Binding("down", "step(1)", N_("Down"), id="review.down"),
        Binding("pageup", "page(-1)", N_("A page up"), id="review.page-up"),
        Binding("pagedown", "page(1)", N_("A page down"), id="review.page-down"),
        Binding("u", "undo", N_("Undo"), id="review.undo"),
        Binding("l", "language", N_("The card's other language"), id="review.language"),
        Binding("n", "notes", N_("The topic's notes"), id="review.notes"),
        Binding("i", "history", N_("The card's history"), id="review.history"),
        Binding("o", "open", N_("Open an image or a link of the card"), id="review.open"),
        Binding("z", "bury", N_("Bury: not before tomorrow"), id="review.bury"),
        Binding("x", "suspend", N_("Suspend: not before it is resumed"), id="review.suspend"),
        Binding("escape,q", "leave", N_("End the session"), id="review.leave"),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._ask: Ask | None = None
        self._language: Language = "en"
        self._stopwatch = Stopwatch(monotonic())

    def compose(self) -> ComposeResult:
        """One page."""
        yield ReviewPage(self.quiz.key)

    def on_mount(self) -> None:
        """The first card."""
        self._next()

    def on_screen_resume(self) -> None:
        """Back from another screen: the size may have changed."""
        self.quiz.attempt(self._refresh)

    def on_key(self, _event: events.Key) -> None:
        """Any key is a sign of life."""
        self._stopwatch.tick(monotonic())

    # What keys do

    def action_digit(self, digit: int) -> None:
        """Picks an entry, or gives a grade."""
        if self._ask is None:
            return
        if self._ask.stage is Stage.ANSWERED:
            grade = self.settings.grades.keys.get(str(digit))
            if grade is not None:
                self._answer(grade)
        elif self._ask.digit(digit):
            self._refresh()

    def action_proceed(self, key: str) -> None:
        """Space and enter: mark, answer, take the suggested grade."""
        if self._ask is None:
            return
        if self._ask.stage is Stage.ANSWERED:
            self._answer(self._ask.suggested)
        elif key == "space" and self._ask.toggle():
            self._refresh()
        elif self._ask.typing:
            self._write()
        else:
            self._submit(self._ask, "")

    def action_step(self, step: int) -> None:
        """The cursor among entries, else a line of the card."""
        if self._ask is not None and self._ask.listing:
            self._ask.move(step)
            self._refresh()
        else:
            self._page.scroll_lines(step)

    def action_page(self, direction: int) -> None:
        """A page of the card."""
        self._page.scroll_page(direction)

    def action_undo(self) -> None:
        """Takes back the answer that is not graded yet, else the last thing done today."""
        if self._ask is not None and self._ask.reopen():
            self._ask_again()
        elif self.quiz.undo(self.session):
            self._next()

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
        if self._ask is not None:
            self.app.push_screen(NotesScreen(self._ask.card, self._language))

    def action_history(self) -> None:
        """What happened to the card."""
        if self._ask is not None:
            self.app.push_screen(HistoryScreen(self._ask.card))

    def action_open(self) -> None:
        """Opens an image or a link of what is shown of the card."""
        if self._ask is not None:
            face, file = self._ask.card.face(self._language), self._ask.card.place(self._language).file
            offer(self.quiz, targets(shown_of(face, self._ask.stage), file))

    def action_bury(self) -> None:
        """The card waits until tomorrow."""
        self._mark(self.session.bury, _("Buried until tomorrow. {key} undoes."))

    def action_suspend(self) -> None:
        """The card does not come any more."""
        self._mark(self.session.suspend, _("Suspended. {key} undoes."))

    def action_leave(self) -> None:
        """Out of the input first, then out of the session."""
        if self._ask is not None and isinstance(self.focused, Input):
            self.set_focus(None)
            self._page.show_keys(self._ask)
        else:
            self._close()

    @on(Input.Changed)
    def _writing(self) -> None:
        self._stopwatch.tick(monotonic())

    @on(Input.Submitted)
    def _written(self, event: Input.Submitted) -> None:
        event.stop()
        ask = self._ask
        if ask is not None:
            self.quiz.attempt(lambda: self._submit(ask, event.value))

    # What happens then

    def _submit(self, ask: Ask, text: str) -> None:
        if ask.submit(text):
            self.set_focus(None)
            self._refresh()
            self._page.show_answer()
        else:
            self.quiz.say(_("{n} still to be placed.").format(n=len(ask.shown) - len(ask.marked)))

    def _answer(self, grade: Grade) -> None:
        judged = self._ask.judged if self._ask else None
        spent = self._stopwatch.milliseconds(monotonic())
        answered = self.session.answer(grade, self.quiz.now(), spent, judged.given if judged else {})
        if answered.leech:
            self.quiz.say(leech(answered.card, self.settings.suspend_leeches), seconds=8)
        self._next()

    def _mark(self, mark: Callable[[datetime], None], told: str) -> None:
        if self.session.card is not None:
            mark(self.quiz.now())
            self.quiz.say(told.format(key=self.quiz.key("review.undo")))
            self._next()

    def _next(self) -> None:
        card = self.session.card
        if card is None:
            self._close()
            return
        self._ask = Ask(card, self.session.turn)
        self._language = self.settings.language
        self._stopwatch = Stopwatch(monotonic())
        self._page.input.value = ""
        self._ask_again()
        self.set_timer(_CHECKPOINT_SECONDS, self.quiz.tidy)

    def _ask_again(self) -> None:
        self._refresh()
        self._page.scroll_to_top()
        if self._ask is not None and self._ask.typing:
            self._write()
        else:
            self.set_focus(None)

    def _write(self) -> None:
        """Into the input, where letters are text."""
        self.set_focus(self._page.input)
        if self._ask is not None:
            self._page.show_keys(self._ask)

    def _refresh(self) -> None:
        if self._ask is not None:
            answered = self._ask.stage is Stage.ANSWERED
            memories = self.session.next_memories(self.quiz.now()) if answered else {}
            self._page.show(self._ask, self.session, self._language, self.settings.grades, memories)

    def _close(self) -> None:
        if self.session.done:
            self.quiz.close_session(self.session)
        else:
            self.dismiss()

    @property
    def _page(self) -> ReviewPage:
        return self.query_one(ReviewPage)
