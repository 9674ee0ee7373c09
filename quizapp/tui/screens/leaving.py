"""Asked before a form is left in which something stands, and told of it to whoever comes back."""

from enum import Enum
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from quizapp.i18n import _
from quizapp.tui.screens.base import QuizModal
from quizapp.tui.widgets.rows import Row, Rows
from quizapp.wording import N_


class Leaving(Enum):
    """Keep what is written until the form is opened again, discard it, or stay."""

    KEEP = "keep"
    DISCARD = "discard"
    STAY = "stay"


_WAYS = tuple(Leaving)


def told_of_left(still_so: bool) -> str:
    """What is said of a form that was left; where the card is not `still_so` as it was then, what to do."""
    if still_so:
        return _("This was left here before.")
    return _("This was left here before. The card was changed since: discard this, and open it again, to see how.")


class LeaveScreen(QuizModal[Leaving]):
    """How to leave a new card, or a change of one. Enter takes the entry under the cursor, which begins at keeping."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("k,1,１", "answer('keep')", N_("Keep it for later"), show=False),
        Binding("d,2,２", "answer('discard')", N_("Discard it"), show=False),
        Binding("s,3,３,escape", "answer('stay')", N_("Stay"), show=False),
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("enter,space,ideographic_space", "take", show=False),
    ]

    def __init__(self, changes: bool = False) -> None:
        super().__init__()
        self._changes = changes
        self._cursor = 0

    def compose(self) -> ComposeResult:
        """The ways."""
        with VerticalScroll(id="dialog", can_focus=False) as box:
            title = _("This change is not saved yet") if self._changes else _("This card is not added yet")
            self.entitle(box, title, _("esc goes on writing"))
            yield Rows()

    def on_mount(self) -> None:
        """The ways."""
        self._show()

    def action_answer(self, way: str) -> None:
        """This way."""
        self.dismiss(Leaving(way))

    def action_move(self, step: int) -> None:
        """The next way, or the one before."""
        self._cursor = (self._cursor + step) % len(_WAYS)
        self._show()

    def action_take(self) -> None:
        """The way under the cursor."""
        self.dismiss(_WAYS[self._cursor])

    def _show(self) -> None:
        texts = (
            _("k  leave, and keep it: it stands here again next time"),
            _("d  leave, and discard it"),
            _("s  go on writing"),
        )
        rows = [Row("", text, cursor=number == self._cursor, plain=True) for number, text in enumerate(texts)]
        self.query_one(Rows).show(rows)
