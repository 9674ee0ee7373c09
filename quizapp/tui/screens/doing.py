"""A screen on which something is done with cards, one or many, off the interface's thread, and all of it taken back."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from textual import work

from quizapp.errors import QuizappError
from quizapp.i18n import _
from quizapp.tui.screens.base import QuizScreen


@dataclass(frozen=True)
class Deed:
    """Something that was done: what is said of it, a sentence, and what takes it back.

    That gives False where it was taken back elsewhere meanwhile; None where nothing changed. `remark` says what
    followed from it, `warning` what could not be done.
    """

    told: str
    take_back: Callable[[datetime], bool] | None
    remark: str = ""
    warning: str = ""


@dataclass
class Deeds:
    """What was done since the program began, and whether something is being done: they outlive the screen."""

    done: list[Deed] = field(default_factory=list)
    busy: bool = False


Act = Callable[[datetime], Deed | None]
"""Does something; None where there was nothing to do."""


class DoingScreen(QuizScreen[None]):
    """What is done here is done off the interface's thread: for 10,000 cards it takes seconds."""

    UNDO = ""
    """The id of the binding that takes back."""

    def cards_changed(self) -> None:
        """Called when something was done with cards."""
        raise NotImplementedError

    def action_undo(self) -> None:
        """Takes back the last thing done on such a screen since the program began."""
        if not self.quiz.deeds.done:
            self.quiz.say(_("Nothing was done here that could be undone."))
        elif self._free():
            self._take_back(self.quiz.deeds.done[-1])

    def do(self, act: Act) -> None:
        """Does something, unless something is being done."""
        if self._free():
            self._write(act)

    def _free(self) -> bool:
        """True where nothing is being written; from now on something is."""
        if self.quiz.deeds.busy:
            self.quiz.say(_("Still at work …"))
            return False
        self.quiz.deeds.busy = True
        return True

    @work(thread=True, group="writing")
    def _write(self, act: Act) -> None:
        quiz = self.quiz  # the thread finds the application no more once the screen is left
        try:
            deed = act(quiz.now())
        except QuizappError as error:
            quiz.call_from_thread(self._failed, error)
        else:
            quiz.call_from_thread(self._written, deed)

    @work(thread=True, group="writing")
    def _take_back(self, deed: Deed) -> None:
        quiz = self.quiz  # for the same reason
        try:
            taken = deed.take_back is not None and deed.take_back(quiz.now())
        except QuizappError as error:
            quiz.call_from_thread(self._failed, error)
        else:
            quiz.call_from_thread(self._taken_back, deed, taken)

    def _written(self, deed: Deed | None) -> None:
        if deed is None or deed.take_back is None:
            self._settled(_("Nothing was changed.") if deed is None else deed.told)
        else:
            self.quiz.deeds.done.append(deed)
            undoing = _("{what} {key} undoes.").format(what=deed.told, key=self.quiz.key(self.UNDO))
            self._settled(undoing if self.is_open else deed.told)
        if deed and deed.remark:
            self.quiz.remark(deed.remark)
        if deed and deed.warning:
            self.quiz.warn(deed.warning)

    def _taken_back(self, deed: Deed, taken: bool) -> None:
        self.quiz.deeds.done.remove(deed)
        told = _("Undone: {what}") if taken else _("This was undone before: {what}")
        self._settled(told.format(what=deed.told))

    def _settled(self, told: str) -> None:
        self.quiz.deeds.busy = False
        self.quiz.say(told)
        if self.is_open:
            self.cards_changed()
        else:  # it was left meanwhile: what is in front does not know of it yet
            self.quiz.tell_screens()

    def _failed(self, error: QuizappError) -> None:
        self.quiz.deeds.busy = False
        self.quiz.tell(error)
