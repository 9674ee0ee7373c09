"""Which of several images and links to open."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from quizapp.i18n import _
from quizapp.tui.screens.base import QuizModal
from quizapp.tui.targets import Target, open_outside
from quizapp.tui.widgets.rows import Row, Rows
from quizapp.wording import N_

if TYPE_CHECKING:
    from quizapp.tui.app import QuizApp


def offer(quiz: "QuizApp", found: Sequence[Target]) -> None:
    """Opens what there is to open; of several, asks which."""
    if len(found) > 1:
        quiz.push_screen(OpenScreen(found))
    elif found:
        _open(quiz, found[0])
    else:
        quiz.say(_("There is no image and no link to open here."))


def _open(quiz: "QuizApp", target: Target) -> None:
    """Hands it to the system's viewer, off the interface's thread, and tells how that went."""

    def opening() -> None:
        if open_outside(target.address):
            quiz.call_from_thread(quiz.say, _("Opened: {address}").format(address=target.address))
        else:
            told = _("Nothing here can open {address}").format(address=target.address)
            quiz.call_from_thread(quiz.say, told, 10)

    quiz.run_worker(opening, thread=True, group="opening")


class OpenScreen(QuizModal[None]):
    """A list to choose from."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(f"{digit},{chr(ord('０') + digit)}", f"open({digit})", show=False) for digit in range(1, 10)),
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("enter,space,ideographic_space", "open", N_("Open"), show=False),
        Binding("escape,q,o", "dismiss", N_("Close"), show=False),
    ]

    def __init__(self, found: Sequence[Target]) -> None:
        super().__init__()
        self._found = found
        self._cursor = 0

    def compose(self) -> ComposeResult:
        """One list."""
        with VerticalScroll(id="dialog", can_focus=False) as box:
            self.entitle(box, _("Open"), _("⏎ opens · esc closes"))
            yield Rows(id="text")

    def on_mount(self) -> None:
        """The names and addresses."""
        self._show()

    def action_move(self, step: int) -> None:
        """The cursor."""
        self._cursor = min(max(self._cursor + step, 0), len(self._found) - 1)
        self._show()

    def action_open(self, number: int | None = None) -> None:
        """Opens the entry of that number, from 1, or the one under the cursor."""
        position = self._cursor if number is None else number - 1
        if position < len(self._found):
            _open(self.quiz, self._found[position])
            self.dismiss()

    def _show(self) -> None:
        rows = [
            Row(f"{number} ", target.name, remark=target.address, cursor=number - 1 == self._cursor, plain=True)
            for number, target in enumerate(self._found, start=1)
        ]
        self.query_one(Rows).show(rows)
        self.call_after_refresh(self._show_cursor)

    def _show_cursor(self) -> None:
        region = self.query_one(Rows).cursor_region
        if region is not None:
            self.query_one("#dialog").scroll_to_region(region, animate=False)
