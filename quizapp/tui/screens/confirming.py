"""A question that is answered by yes or no, before something is done that should not happen by a slip."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from quizapp.i18n import _
from quizapp.render import Line, Span
from quizapp.tui.screens.base import QuizModal
from quizapp.tui.widgets.prose import Prose
from quizapp.tui.widgets.rows import Row, Rows
from quizapp.wording import N_


class ConfirmScreen(QuizModal[bool]):
    """True for yes. Enter takes the entry under the cursor, which begins at no.

    `question` may be longer than a title, `told` says what follows; `yes` and `no` are what the two answers do.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y,1,１", "answer(True)", N_("Yes"), show=False),
        Binding("n,2,２,escape,q", "answer(False)", N_("No"), show=False),
        Binding("up,down", "move", show=False),
        Binding("enter,space,ideographic_space", "take", show=False),
    ]

    def __init__(self, question: str, told: str, yes: str, no: str) -> None:
        super().__init__()
        self._question, self._told = question, told
        self._answers = (yes, no)
        self._yes = False

    def compose(self) -> ComposeResult:
        """What follows, and the two answers."""
        with VerticalScroll(id="dialog", can_focus=False) as box:
            self.entitle(box, "", _("y or n"))
            yield Prose(id="text")
            yield Rows()

    def on_mount(self) -> None:
        """The question."""
        told: list[Line] = [(Span(self._told),)] if self._told else []
        self.query_one("#text", Prose).show([(Span(self._question, "strong"),), *told, ()])
        self._show_rows()

    def action_answer(self, yes: bool) -> None:
        """The answer."""
        self.dismiss(yes)

    def action_move(self) -> None:
        """The other answer."""
        self._yes = not self._yes
        self._show_rows()

    def action_take(self) -> None:
        """The answer under the cursor."""
        self.dismiss(self._yes)

    def _show_rows(self) -> None:
        at_cursor = (self._yes, not self._yes)
        rows = [
            Row(f"{key} ", text, cursor=cursor, plain=True)
            for key, text, cursor in zip("yn", self._answers, at_cursor, strict=True)
        ]
        self.query_one(Rows).show(rows)
