"""A screen on which cards are suspended, resumed, buried and reset, one or many."""

from collections.abc import Sequence
from datetime import datetime

from quizapp.scheduling.log import What
from quizapp.study.marking import decided, mark, take_back
from quizapp.tui.screens.browse_words import resetting, setting_aside
from quizapp.tui.screens.confirming import ConfirmScreen
from quizapp.tui.screens.doing import Deed, DoingScreen

_MANY = 20
"""More cards than these are not suspended or buried by a slip of one key."""


class MarkingScreen(DoingScreen):
    """What is decided about cards goes into the log."""

    @property
    def chosen(self) -> Sequence[str]:
        """The cards to do something with."""
        raise NotImplementedError

    def action_suspend(self) -> None:
        """The cards do not come any more, once that is confirmed where they are many."""
        self._set_aside(What.SUSPEND)

    def action_resume(self) -> None:
        """The cards come again."""
        self._mark(What.RESUME, self.chosen)

    def action_bury(self) -> None:
        """The cards wait until tomorrow, once that is confirmed where they are many."""
        self._set_aside(What.BURY)

    def action_reset(self) -> None:
        """The cards are new again, once that is confirmed."""
        chosen = self.chosen
        if chosen:
            self._confirm(What.RESET, chosen, resetting(chosen))

    def _set_aside(self, what: What) -> None:
        chosen = self.chosen
        if len(chosen) > _MANY:
            self._confirm(what, chosen, setting_aside(what, len(chosen)))
        else:
            self._mark(what, chosen)

    def _confirm(self, what: What, ids: Sequence[str], asked: tuple[str, str, str, str]) -> None:
        def answered(yes: bool | None) -> None:
            if yes:
                self._mark(what, ids)

        self.app.push_screen(ConfirmScreen(*asked), answered)

    def _mark(self, what: What, ids: Sequence[str]) -> None:
        collection, pen = self.desk.collection, self.desk.pen

        def act(now: datetime) -> Deed | None:
            rows = mark(collection, pen, ids, what, now)
            if not rows:
                return None
            return Deed(decided(what, len(rows)), lambda later: take_back(collection, pen, rows, later))

        if ids:
            self.do(act)
