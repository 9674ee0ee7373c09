"""Asked once for each folder: may code from it run?"""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from quizapp.checks.exercises.walls import walls
from quizapp.i18n import _
from quizapp.paths import shortened
from quizapp.render import Span
from quizapp.study.exercises.outcomes import missing_walls
from quizapp.tui.screens.base import QuizModal
from quizapp.tui.widgets.prose import Prose
from quizapp.tui.widgets.rows import Row, Rows
from quizapp.visible import one_line
from quizapp.wording import N_


class TrustScreen(QuizModal[bool]):
    """May code of these folders run? True for yes. Enter takes the entry under the cursor, which begins at no."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y,1,１", "answer(True)", N_("Let it run"), show=False),
        Binding("n,2,２,escape,q", "answer(False)", N_("Do not run it"), show=False),
        Binding("up,down", "move", show=False),
        Binding("enter,space,ideographic_space", "take", show=False),
    ]

    def __init__(self, folders: Sequence[Path]) -> None:
        super().__init__()
        self._folders = folders
        self._yes = False

    def compose(self) -> ComposeResult:
        """The question, what the system lacks, the two answers."""
        with VerticalScroll(id="dialog") as box:
            self.entitle(box, _("May code from here run?"), _("y or n"))
            yield Prose(id="text")
            yield Prose(id="missing")
            yield Rows()

    def on_mount(self) -> None:
        """The question."""
        named = ", ".join(one_line(shortened(folder)) for folder in self._folders)
        asked = _(
            "This exercise runs code: yours, and its tests, which come with the deck. It runs for 2 seconds at most, "
            "in a process that is shut off from files and network as far as this system can."
        )
        self.query_one("#text", Prose).show([(Span(named, "strong"),), (), (Span(asked),), ()])
        self.query_one("#missing", Prose).show("")
        self._show_rows()
        self._look_at_walls()

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
        texts = (_("yes, from now on"), _("no, only show the solution"))
        marked = (self._yes, not self._yes)
        rows = [
            Row(f"{number} ", text, cursor=at_cursor, plain=True)
            for number, (text, at_cursor) in enumerate(zip(texts, marked, strict=True), start=1)
        ]
        self.query_one(Rows).show(rows)

    @work(thread=True)
    def _look_at_walls(self) -> None:
        """What this system cannot keep code from, where there is anything, off the interface's thread."""
        told = missing_walls(walls())
        if told:
            self.app.call_from_thread(self._show_missing, told)

    def _show_missing(self, told: str) -> None:
        if self.is_open:
            self.query_one("#missing", Prose).show([(Span(told, "wrong"),), ()])
