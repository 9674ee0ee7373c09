"""Something named in a line, as a tag or a topic is: what there is already is offered."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Input

from quizapp.errors import QuizappError
from quizapp.i18n import _
from quizapp.render import Span
from quizapp.tui.screens.base import QuizModal
from quizapp.tui.widgets.completed_input import CompletedInput, Matches
from quizapp.tui.widgets.prose import Prose
from quizapp.visible import one_line
from quizapp.wording import N_

_OFFERED = 6
"""So many matches are listed below the line."""

Check = Callable[[str], object]
"""Raises QuizappError where a text will not do."""


class NamingScreen(QuizModal[str]):
    """The text, without blanks around it; None where nothing was named.

    `matches` gives what there is for the text so far, `check` says no by an error, which is told and leaves the text.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", N_("Close"), show=False)]
    KEYS: ClassVar[str] = N_("⏎ takes it · ↓ what there is · esc leaves it")
    FORMS: ClassVar[str] = ""
    """How it may be written, told in an empty line."""

    def __init__(self, question: str, told: str, matches: Matches, check: Check, text: str = "") -> None:
        super().__init__()
        self._question, self._told = question, told
        self._matches, self._check = matches, check
        self._text = text

    def compose(self) -> ComposeResult:
        """What is asked for, the line, what there is."""
        with VerticalScroll(id="dialog", can_focus=False) as box:
            self.entitle(box, self._question, _(self.KEYS))
            yield Prose(id="text")
            yield CompletedInput("named", self._matches)
            yield Prose(id="offered")
            yield Prose(id="refused")

    def on_mount(self) -> None:
        """The text that stands there at first, all of it chosen: what is typed takes its place."""
        self.query_one("#text", Prose).show([(Span(self._told),), ()] if self._told else [])
        self._line.value = self._text
        self._line.placeholder = self.FORMS and _(self.FORMS)
        self._line.focus()
        self._line.action_select_all()
        self._offer()

    def nothing(self) -> None:
        """What an empty line does."""
        self.dismiss(None)

    @on(Input.Changed)
    def _offer(self) -> None:
        offered = " · ".join(map(one_line, self._line.matches[:_OFFERED]))
        self.query_one("#offered", Prose).show([(Span(offered, "dim"),)] if offered else [])
        self.query_one("#refused", Prose).show("")

    @on(Input.Submitted)
    def _take(self, event: Input.Submitted) -> None:
        event.stop()
        text = event.value.strip()
        if not text:
            self.nothing()
            return
        try:
            self._check(text)
        except QuizappError as error:
            self.query_one("#refused", Prose).show([(Span(one_line(str(error)), "wrong"),)])
        else:
            self.dismiss(text)

    @property
    def _line(self) -> CompletedInput:
        return self.query_one(CompletedInput)


def last_word(matches: Matches, signs: str = "+-") -> Matches:
    """Matches for the last of several words, a sign before it kept: for tags, as in `+cnn -old`."""

    def of(text: str) -> list[str]:
        before, blank, word = text.rpartition(" ")
        sign = word[:1] if word[:1] and word[:1] in signs else ""
        return [f"{before}{blank}{sign}{match}" for match in matches(word.removeprefix(sign))] if word else []

    return of
