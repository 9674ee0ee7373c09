"""An application that tells what happened, and what went wrong, in one place."""

from collections.abc import Callable, Mapping

from textual.app import App
from textual.dom import DOMNode
from textual.notifications import SeverityLevel

from quizapp.errors import QuizappError, permitted
from quizapp.i18n import said
from quizapp.render import Span, fold, plain_text
from quizapp.tui.screens.base import QuizScreen
from quizapp.visible import one_line

_MESSAGE, _MESSAGE_SHARE, _MESSAGE_FRAME = 60, 80, 6
"""How wide a message may be, in cells and in percent of the screen (as in `app.tcss`), and what its frame takes."""


class TellingApp(App[None]):
    """Messages, and errors of actions shown as such."""

    def say(self, text: str, seconds: float = 3.0) -> None:
        """Says something small, in the place of what was said before."""
        self.clear_notifications()
        self._say(text, seconds)

    def tell(self, error: QuizappError) -> None:
        """Shows an error: the one place that does."""
        self.tell_wrong(said(error.message), said(error.hint))

    def tell_wrong(self, what: str, further: str) -> None:
        """Shows what is wrong, as errors are shown."""
        self._once(self._broken(further), self._broken(what), "error", 15)

    def warn(self, problem: str) -> None:
        """Shows something that is not as the learner meant it, and keeps nobody from going on."""
        self._once(self._broken(problem), "", "warning", 10)

    def remark(self, text: str) -> None:
        """Says something that is only by the way, beside what was said before."""
        self._say(text, 3.0)

    def _say(self, text: str, seconds: float) -> None:
        front = self.screen
        if not (isinstance(front, QuizScreen) and front.hear(text)):
            self.notify(self._broken(text), timeout=seconds, markup=False)

    def _once(self, text: str, title: str, severity: SeverityLevel, seconds: float) -> None:
        """Shows a message that stays for a while, in the place of itself where it stands there already."""
        for shown in list(self._notifications):
            if (shown.message, shown.title) == (text, title):
                self._unnotify(shown, refresh=False)
        self.notify(text, title=title, severity=severity, timeout=seconds, markup=False)

    def _broken(self, text: str) -> str:
        """A message with the line breaks it needs: Textual's own would part Chinese from its full stop."""
        room = min(_MESSAGE, self.size.width * _MESSAGE_SHARE // 100) - _MESSAGE_FRAME
        return plain_text(fold((Span(one_line(text)),), max(room, 10)))

    def attempt(self, act: Callable[[], None]) -> None:
        """Does something that reads or writes; if it cannot be done, tells why."""
        try:
            with permitted():
                act()
        except QuizappError as error:
            self.tell(error)

    async def run_action(
        self,
        action: str | tuple[str, str, tuple[object, ...]],
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Does what a key says; if it cannot be done, tells why and leaves everything where it is."""
        try:
            with permitted():
                return await super().run_action(action, default_namespace, namespaces)
        except QuizappError as error:
            self.tell(error)
            return True
