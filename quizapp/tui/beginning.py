"""The beginning: what is on the screen at once, the desk opened behind it, and the session that was asked for."""

import gc
from asyncio import Event
from importlib import import_module
from typing import TYPE_CHECKING

from quizapp.errors import QuizappError, permitted

if TYPE_CHECKING:
    from quizapp.study.opening import Desk
    from quizapp.study.sessions.first_card import FirstCard
    from quizapp.study.sessions.scope import Scope
    from quizapp.tui.app import QuizApp
    from quizapp.tui.screens.review import ReviewScreen

_SCREENS = ("review", "browse", "adding", "changing", "closing", "settings", "help", "faults")
"""Those that a key may open at any time. Statistics bring much along, and are imported when they are asked for."""


class Beginning:
    """Home is shown as it is seen at a glance, or the `first` card of a session of this scope.

    Nothing that is typed is heard before the desk is `opened`, or could not be: then `refused` says why, and nothing is
    heard at all. `has_read` is True once card files were read: before that nobody knows whether there are none.
    """

    def __init__(self, quiz: "QuizApp", scope: "Scope | None", first: "FirstCard | None") -> None:
        self._quiz = quiz
        self._scope = scope
        self.first = first
        self._early: ReviewScreen | None = None
        self._settled = False
        self.has_read = False
        self.opened = Event()
        self.refused: QuizappError | None = None

    async def begin(self) -> None:
        """Shows the first card, if there is one; opens the desk once it, or home, is on the screen."""
        quiz = self._quiz
        if self.first:
            from quizapp.tui.screens.review import ReviewScreen

            quiz.push_screen(ReviewScreen(first=self.first))
        if quiz.start.desk:
            await self._go_on(quiz.start.desk)
        else:
            quiz.call_after_refresh(quiz.run_worker, self._open, thread=True, exclusive=True, group="opening")

    def cards_are_read(self) -> None:
        """Screens take that up; the first time the session begins that was asked for.

        Before it, what other machines did comes in. A session that began before anything was read begins anew if its
        first card is in no file any more.
        """
        begun, self.has_read = self.has_read, True
        self._quiz.tell_screens()
        if not begun and self._early:
            self._quiz.attempt(self._early.begin_anew)
        if not begun:
            self._quiz.in_step.synchronize(then=self._study)

    def _open(self) -> None:
        """Off the interface's thread: the imports alone take half a second."""
        quiz = self._quiz
        try:
            with permitted():
                desk = quiz.start.open(quiz.now())
        except QuizappError as error:
            self.refused = error
            quiz.call_from_thread(quiz.exit)
        else:
            quiz.call_from_thread(self._go_on, desk)  # type: ignore[arg-type]  # awaited there, which mypy does not see
            self.import_rest()
        finally:
            quiz.call_from_thread(self.opened.set)  # what waits for it would wait for ever, and so would the end

    def import_rest(self) -> None:
        """What no picture needed so far: the key that opens a screen should not wait for it."""
        for name in _SCREENS:
            import_module(f"quizapp.tui.screens.{name}")
        gc.freeze()  # what is imported by now stays: to look through it for garbage held a keystroke up by 90 ms

    def settle(self) -> None:
        """Once, while the first card is read: what it took to show it stays too, and held keystrokes up by 25 ms."""
        if not self._settled:
            self._settled = True
            gc.collect()
            gc.freeze()

    async def _go_on(self, desk: "Desk") -> None:
        """The desk is open: the session begins whose first card is shown, and what changed in card files is read."""
        quiz = self._quiz
        seen = quiz.start.settings
        quiz.start.take(desk)
        if not quiz.is_running:  # it was left meanwhile
            return
        if chosen_since := desk.settings != seen:  # by another program, since the first look
            quiz.heed_choices()
        if desk.collection.warning:
            quiz.tell(desk.collection.warning)
        if self.first:
            self.first = None
            await quiz.home.recompose()
            quiz.attempt(self._begin_with_first)
        elif chosen_since:
            quiz.tell_screens()
        self.opened.set()
        quiz.files.read()
        quiz.files.watch()

    def _begin_with_first(self) -> None:
        from quizapp.study.sessions.session import Session
        from quizapp.tui.screens.review import ReviewScreen

        scope, self._scope = self._scope, None
        quiz, front = self._quiz, self._quiz.screen
        if scope is not None and isinstance(front, ReviewScreen):
            self._early = front
            front.begin(Session(quiz.desk.collection, quiz.desk.settings, scope, quiz.now()))

    def _study(self) -> None:
        self._quiz.tell_screens()
        if self._scope is not None:
            self._quiz.study(self._scope)
