"""A screen on which cards are suspended, resumed, buried and reset, one or many, and all of it taken back."""

from collections.abc import Sequence

from textual import work

from quizapp.errors import QuizappError
from quizapp.i18n import _
from quizapp.scheduling.log import What
from quizapp.store.values import LogRow
from quizapp.study.marking import mark, take_back
from quizapp.tui.screens.base import QuizScreen
from quizapp.tui.screens.browse_words import done, resetting, undone
from quizapp.tui.screens.confirming import ConfirmScreen


class MarkingScreen(QuizScreen[None]):
    """What is done here is done off the interface's thread: for 10,000 cards it takes seconds."""

    def __init__(self) -> None:
        super().__init__()
        self._done: list[tuple[What, Sequence[LogRow]]] = []
        self._busy = False

    @property
    def chosen(self) -> Sequence[str]:
        """The cards to do something with."""
        raise NotImplementedError

    def cards_changed(self) -> None:
        """Called when something was done with cards."""
        raise NotImplementedError

    def action_suspend(self) -> None:
        """The cards do not come any more."""
        self._mark(What.SUSPEND, self.chosen)

    def action_resume(self) -> None:
        """The cards come again."""
        self._mark(What.RESUME, self.chosen)

    def action_bury(self) -> None:
        """The cards wait until tomorrow."""
        self._mark(What.BURY, self.chosen)

    def action_reset(self) -> None:
        """The cards are new again, once that is confirmed."""
        chosen = self.chosen

        def decided(yes: bool | None) -> None:
            if yes:
                self._mark(What.RESET, chosen)

        if chosen:
            self.app.push_screen(ConfirmScreen(*resetting(chosen)), decided)

    def action_undo(self) -> None:
        """Takes back the last thing done on this screen."""
        if not self._done:
            self.quiz.say(_("Nothing was done here that could be undone."))
        elif self._free():
            self._take_back(*self._done[-1])

    def _mark(self, what: What, ids: Sequence[str]) -> None:
        if ids and self._free():
            self._write(what, ids)

    def _free(self) -> bool:
        """True where nothing is being written; from now on something is."""
        if self._busy:
            self.quiz.say(_("Still at work …"))
            return False
        self._busy = True
        return True

    @work(thread=True, group="writing")
    def _write(self, what: What, ids: Sequence[str]) -> None:
        try:
            rows = mark(self.desk.collection, self.desk.pen, ids, what, self.quiz.now())
        except QuizappError as error:
            self.app.call_from_thread(self._failed, error)
        else:
            self.app.call_from_thread(self._written, what, rows)

    @work(thread=True, group="writing")
    def _take_back(self, what: What, rows: Sequence[LogRow]) -> None:
        try:
            take_back(self.desk.collection, self.desk.pen, rows, self.quiz.now())
        except QuizappError as error:
            self.app.call_from_thread(self._failed, error)
        else:
            self.app.call_from_thread(self._taken_back, what, rows)

    def _written(self, what: What, rows: Sequence[LogRow]) -> None:
        self._done.append((what, rows))
        self._settled(done(what, len(rows), self.quiz.key("browse.undo")))

    def _taken_back(self, what: What, rows: Sequence[LogRow]) -> None:
        self._done.remove((what, rows))
        self._settled(undone(what, len(rows)))

    def _settled(self, told: str) -> None:
        self._busy = False
        self.quiz.say(told)
        self.cards_changed()

    def _failed(self, error: QuizappError) -> None:
        self._busy = False
        self.quiz.tell(error)
