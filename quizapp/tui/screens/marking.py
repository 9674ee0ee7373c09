"""A screen on which cards are suspended, resumed, buried and reset, one or many."""

from collections.abc import Sequence
from datetime import datetime

from quizapp.scheduling.log import What
from quizapp.study.marking import mark, take_back
from quizapp.tui.screens.browse_words import counted, resetting
from quizapp.tui.screens.confirming import ConfirmScreen
from quizapp.tui.screens.doing import Deed, DoingScreen


class MarkingScreen(DoingScreen):
    """What is decided about cards goes into the log."""

    @property
    def chosen(self) -> Sequence[str]:
        """The cards to do something with."""
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

    def _mark(self, what: What, ids: Sequence[str]) -> None:
        collection, pen = self.desk.collection, self.desk.pen

        def act(now: datetime) -> Deed | None:
            rows = mark(collection, pen, ids, what, now)
            if not rows:
                return None
            return Deed(counted(what, len(rows)), lambda later: take_back(collection, pen, rows, later))

        if ids:
            self.do(act)
