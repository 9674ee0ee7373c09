"""The review: one card, nothing else to look at. Digits, space, enter and arrows are enough; letters are extras."""

from collections.abc import Callable
from datetime import datetime
from time import monotonic

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.widgets import Input, Static

from quizapp.errors import QuizappError
from quizapp.i18n import _
from quizapp.language import LANGUAGES
from quizapp.scheduling.grades import Grade
from quizapp.study.asking import Ask, Stage
from quizapp.study.session import Answered, Session
from quizapp.study.stopwatch import Stopwatch
from quizapp.tui.screens.base import QuizScreen
from quizapp.tui.screens.closing import ClosingScreen
from quizapp.tui.screens.history import HistoryScreen
from quizapp.tui.screens.notes import NotesScreen
from quizapp.tui.widgets.card_view import CardView
from quizapp.tui.widgets.grade_bar import GradeBar
from quizapp.tui.widgets.key_bar import Key, KeyBar
from quizapp.tui.widgets.position import Position
from quizapp.wording import N_

_CHECKPOINT_SECONDS = 3.0
"""After so long on one card, the learner is reading: time to tidy the database."""

_DIGITS = [
    Binding(f"{digit},{chr(ord('０') + digit)}", f"digit({digit})", show=False, id=f"review.digit-{digit}")
    for digit in range(10)
]


class ReviewScreen(QuizScreen[None]):
    """A session, card after card."""

    CSS_PATH = "review.tcss"
    AUTO_FOCUS = ""
    BINDINGS = [  # noqa: RUF012
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
        Binding("z", "bury", N_("Bury: not before tomorrow"), id="review.bury"),
        Binding("x", "suspend", N_("Suspend: not before it is resumed"), id="review.suspend"),
        Binding("escape,q", "leave", N_("End the session"), id="review.leave"),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._ask: Ask | None = None
        self._stopwatch = Stopwatch(monotonic())

    def compose(self) -> ComposeResult:
        """Where one is, the card, the grades, the keys."""
        yield Position()
        with VerticalScroll(id="card", can_focus=False):
            yield CardView()
        yield GradeBar()
        yield KeyBar()

    def on_mount(self) -> None:
        """The first card."""
        self._next()

    def on_screen_resume(self) -> None:
        """Back from another screen: the card may have been undone to."""
        if self._ask is None or self.session.card is None or self._ask.card.id != self.session.card.id:
            self._next()

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
        elif key == "space" and self._ask.listing and self._ask.toggle():
            self._refresh()
        elif not self._ask.typing:
            self._submit("")

    def action_step(self, step: int) -> None:
        """The cursor among entries, else a line of the card."""
        if self._ask is not None and self._ask.listing:
            self._ask.move(step)
            self._refresh()
        else:
            self._card.scroll_relative(y=step, animate=False)

    def action_page(self, direction: int) -> None:
        """A page of the card."""
        self._card.scroll_relative(y=direction * max(1, self._card.size.height - 1), animate=False)

    def action_undo(self) -> None:
        """Takes back the last thing done today."""
        self._try(self._undo)

    def action_language(self) -> None:
        """The same card in its other language."""
        other = next(language for language in LANGUAGES if language != self.settings.language)
        self.quiz.choose("language", other)
        self._refresh()

    def action_notes(self) -> None:
        """The topic's notes."""
        if self.session.card is not None:
            self.app.push_screen(NotesScreen(self.session.card))

    def action_history(self) -> None:
        """What happened to the card."""
        if self.session.card is not None:
            self.app.push_screen(HistoryScreen(self.session.card))

    def action_bury(self) -> None:
        """The card waits until tomorrow."""
        self._mark(self.session.bury, _("Buried until tomorrow. u undoes."))

    def action_suspend(self) -> None:
        """The card does not come any more."""
        self._mark(self.session.suspend, _("Suspended. u undoes."))

    def action_leave(self) -> None:
        """Out of the input first, then out of the session."""
        if isinstance(self.focused, Input):
            self.set_focus(None)
            self._show_keys()
        else:
            self._close()

    @on(Input.Submitted)
    def _typed(self, event: Input.Submitted) -> None:
        event.stop()
        self._submit(event.value)

    # What happens then

    def _submit(self, text: str) -> None:
        assert self._ask is not None
        if self._ask.submit(text):
            self.set_focus(None)
            self._refresh()
            self.call_after_refresh(self._view.show_answer)
        else:
            left = len(self._ask.shown) - len(self._ask.marked)
            self.notify(_("{n} still to be placed.").format(n=left))

    def _answer(self, grade: Grade) -> None:
        assert self._ask is not None
        given = self._ask.judged.given if self._ask.judged else {}
        spent = self._stopwatch.milliseconds(monotonic())
        self._try(lambda: self._answered(self.session.answer(grade, self.quiz.now(), spent, given)))

    def _answered(self, answered: Answered) -> None:
        if answered.leech:
            self.notify(_("A leech: forgotten 8 times. Reword it, split it, or suspend it with x."), timeout=8)
        self._next()

    def _undo(self) -> None:
        undone = self.session.undo(self.quiz.now())
        if undone is None:
            self.notify(_("Nothing left to undo today."))
            return
        self._next()

    def _mark(self, mark: Callable[[datetime], None], told: str) -> None:
        def marked() -> None:
            mark(self.quiz.now())
            self.notify(told)
            self._next()

        if self.session.card is not None:
            self._try(marked)

    def _try(self, act: Callable[[], None]) -> None:
        """Does something that writes; if it cannot, tells why and leaves the card where it is."""
        try:
            act()
        except QuizappError as error:
            self.quiz.tell(error)

    def _next(self) -> None:
        card = self.session.card
        if card is None:
            self._close()
            return
        self._ask = Ask(card, self.session.turn)
        self._stopwatch = Stopwatch(monotonic())
        self._refresh()
        self._card.scroll_home(animate=False)
        self.set_focus(self._view.input if self._ask.typing else None)
        self.set_timer(_CHECKPOINT_SECONDS, self._tidy)

    def _refresh(self) -> None:
        if self._ask is None:
            return
        language = self.settings.language
        self.query_one(Position).show(self.session, self._ask.card, language)
        self._view.show(self._ask, language)
        grading = self._ask.stage is Stage.ANSWERED
        memories = self.session.next_memories(self.quiz.now()) if grading else {}
        self.query_one(GradeBar).show(memories, self._ask.suggested, self.settings.grades, self.session.scope.cram)
        self._show_keys()
        if self._ask.listing:
            self.call_after_refresh(self._view.show_cursor)

    def _show_keys(self) -> None:
        assert self._ask is not None
        self.query_one(KeyBar).show([*self._first_keys(self._ask), *_letters()])

    def _first_keys(self, ask: Ask) -> list[Key]:
        if ask.stage is Stage.ANSWERED:
            return [("⏎", _("as suggested"))]
        if ask.typing:
            focused = isinstance(self.focused, Input)
            return [("⏎", _("answer"))] + ([("esc", _("other keys"))] if focused else [])
        if ask.listing:
            return [(f"1–{len(ask.shown)}", _("choose")), ("⏎", _("answer"))]
        return [("␣", _("show the answer"))]

    def _close(self) -> None:
        if self.session.done:
            self.app.switch_screen(ClosingScreen(self.session))
        else:
            self.dismiss()

    def _tidy(self) -> None:
        self.run_worker(self.desk.collection.checkpoint, thread=True, exclusive=True, group="tidy")

    @property
    def _card(self) -> VerticalScroll:
        return self.query_one("#card", VerticalScroll)

    @property
    def _view(self) -> CardView:
        return self.query_one(CardView)


def _letters() -> list[Key]:
    return [("u", _("undo")), ("n", _("notes")), ("l", "中/EN"), ("z", _("bury")), ("x", _("suspend"))]
