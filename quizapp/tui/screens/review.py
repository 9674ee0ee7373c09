"""The review: one card, nothing else to look at. Digits, space, enter and arrows are enough; letters are extras."""

from collections.abc import Callable
from datetime import datetime
from time import monotonic
from typing import TYPE_CHECKING

from textual import events, on
from textual.widgets import Input

from quizapp.cards.backwards import BACKWARDS
from quizapp.i18n import _
from quizapp.scheduling.grades import Grade
from quizapp.study.questions.asking import Ask, Stage
from quizapp.study.questions.stopwatch import Stopwatch
from quizapp.study.sessions.first_card import FirstCard
from quizapp.tui.screens.asking import AskingScreen
from quizapp.tui.screens.review_keys import KEYS
from quizapp.wording import answered_elsewhere, leech, nothing_waits

if TYPE_CHECKING:
    from quizapp.cards.models import Card
    from quizapp.study.sessions.session import Session


class ReviewScreen(AskingScreen):
    """A session, card after card. With a `first` card it shows that, until the session is there."""

    AUTO_FOCUS = ""
    BINDINGS = KEYS

    def __init__(self, session: "Session | None" = None, first: FirstCard | None = None) -> None:
        super().__init__(session, first)
        self._stopwatch = Stopwatch(monotonic())

    def on_mount(self) -> None:
        """The first card."""
        if self._first is None:
            self._next()
        else:
            self._show(self._first.ask())

    def begin(self, session: "Session") -> None:
        """Goes on with the session; its first card is the one that is shown, unless it was answered elsewhere."""
        self._session, self._first = session, None
        if session.card is None:
            self.quiz.say(nothing_waits(session.scope.due_after))
            self.dismiss()
        else:
            self._show(session.ask())
            self._tidy_soon()

    def begin_anew(self) -> None:
        """Begins with what waits by now if the card shown is in no file any more, unless the learner has begun."""
        from quizapp.study.sessions.session import Session

        ask, session = self._ask, self.session
        if not self.is_in_front or ask is None or session.done or self._is_begun(ask):
            return
        if self.desk.collection.card(ask.card.id) is None:
            self.begin(Session(self.desk.collection, self.settings, session.scope, self.quiz.now()))

    def on_screen_resume(self) -> None:
        """Back from another screen: the size may have changed, and the card's text."""
        if self._session is not None:
            self.quiz.attempt(self._refresh)
            self.quiz.attempt(self.cards_were_read)

    def cards_were_read(self, edited: str = "") -> None:
        """A new text of the card is shown, unless the learner has begun to answer, and did not write it."""
        card, ask = self.session.card, self._ask
        if card and ask and self.is_current:
            mine = edited.removesuffix(BACKWARDS) == card.family
            if mine or not self._is_begun(ask):
                self._renew(card, ask, mine)

    def on_key(self, _event: events.Key | None = None) -> None:
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
        if (ask := self._ask) is None:
            return
        if ask.stage is Stage.ANSWERED:
            self._answer(ask.suggested)
        elif ask.broken:
            self.action_bury()
        elif ask.writing:
            from quizapp.tui.screens.writing import write_code

            write_code(self.quiz, ask, self._language, self.on_key, lambda: self._submit(ask, ""))
        elif key == "space" and ask.toggle():
            self._refresh()
        elif ask.typing:
            self._write()
        else:
            self._submit(ask, "")

    def action_step(self, step: int) -> None:
        """The cursor among entries, else a line of the card."""
        if self._ask is not None and self._ask.listing:
            self._ask.move(step)
            self._refresh()
        else:
            self._page.scroll_lines(step)

    def action_hint(self) -> None:
        """Shows a computed question's hint; the grade suggested is Hard at best from then on."""
        if self._ask is None or not self._ask.computed or not self._ask.computed.take_hint():
            self.quiz.say(_("There is no hint here."))
        else:
            self._ask_again()

    def action_practise(self, fresh: bool) -> None:
        """Asks a computed question once more after its answer."""
        if self._ask is not None and self._ask.practise(fresh):
            self._page.input.value = ""
            self._ask_again()

    def action_undo(self) -> None:
        """Takes back the answer that is not graded yet, else the last thing done today."""
        if self._ask is not None and self._ask.reopen():
            self._ask_again()
        elif self.quiz.undo(self.session):
            self._next()

    def action_bury(self) -> None:
        """The card waits until tomorrow."""
        self._mark(self.session.bury, _("Buried until tomorrow. {key} undoes."))

    def action_suspend(self) -> None:
        """The card does not come any more."""
        self._mark(self.session.suspend, _("Suspended. {key} undoes."))

    def action_leave(self) -> None:
        """Out of practice first, or out of the input, then out of the session."""
        if self._ask is not None and self._ask.practising and self._ask.reopen():
            self._ask_again()
        elif self._ask is not None and isinstance(self.focused, Input):
            self.set_focus(None)
        else:
            self._close()

    @on(Input.Changed)
    def _writing(self) -> None:
        self._stopwatch.tick(monotonic())
        if self._ask is not None:
            self._page.show_read(self._ask, self._language)

    @on(Input.Submitted)
    def _written(self, event: Input.Submitted) -> None:
        event.stop()
        ask = self._ask
        if ask is not None:
            self.quiz.attempt(lambda: self._submit(ask, event.value))

    # What happens then

    def _submit(self, ask: Ask, text: str) -> None:
        if ask.submit(text, self._language):
            self.set_focus(None)
            self._refresh()
            self._page.show_answer()
        elif ask.computed:
            self._page.show_read(ask, self._language, refused=True)
        else:
            self.quiz.say(_("{n} still to be placed.").format(n=len(ask.shown) - len(ask.marked)))

    def _answer(self, grade: Grade) -> None:
        judged = self._ask.judged if self._ask else None
        spent = self._stopwatch.milliseconds(monotonic())
        answered = self.session.answer(grade, self.quiz.now(), spent, judged.given if judged else {})
        if answered is None:
            self.quiz.say(answered_elsewhere(), seconds=8)
        elif self._ask and self._ask.written:
            from quizapp.tui.screens.writing import forget_draft

            forget_draft(self.quiz, self._ask)
        if answered and answered.leech:
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
        self._stopwatch = Stopwatch(monotonic())
        self._show(self.session.ask())
        self._tidy_soon()

    def _is_begun(self, ask: Ask) -> bool:
        from quizapp.study.editing.taking_over import begun

        return begun(ask) or bool(self._page.input.value.strip())

    def _renew(self, shown: "Card", ask: Ask, mine: bool) -> None:
        from quizapp.study.editing.revising import same_text
        from quizapp.study.editing.taking_over import taken_over

        found = self.desk.collection.card(shown.id)
        if found is None and mine:
            self.session.reread(self.quiz.now())
            self._next()
        elif found is not None and not same_text(found, shown):
            self.session.reread(self.quiz.now())
            self._ask = taken_over(self.session.ask(), ask, self._language)
            if self._ask.stage is Stage.ASKED:
                self._ask_again()
            else:
                self._refresh()

    def _close(self) -> None:
        if self.session.done:
            self.quiz.close_session(self.session)
        else:
            self.dismiss()
