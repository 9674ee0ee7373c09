"""Which kind of card is being written: the arrows go through them, a letter names one."""

from typing import ClassVar, get_args

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from quizapp.cards.faces import Kind
from quizapp.i18n import _
from quizapp.render import Span
from quizapp.tui.painting import content_of
from quizapp.wording import N_

KINDS: tuple[Kind, ...] = get_args(Kind)

_LETTERS: dict[str, Kind] = {
    "b": "basic",
    "r": "reverse",
    "c": "cloze",
    "m": "choice",
    "o": "order",
    "p": "points",
    "t": "typed",
    "k": "check",
    "e": "exercise",
}

_MEANT: dict[Kind, str] = {
    "basic": N_("a question and its answer"),
    "reverse": N_("asked in both directions"),
    "cloze": N_("==gaps== in the prompt are filled"),
    "choice": N_("an option a line, * before right ones"),
    "order": N_("lines in their right order"),
    "points": N_("an interview's points, one a line"),
    "typed": N_("the answer is typed"),
    "check": N_("computed, with new numbers each time"),
    "exercise": N_("code is written and tested"),
}


class KindPicker(Widget, can_focus=True):
    """One line: the kind, and what is written for it."""

    DEFAULT_CSS = """
    KindPicker { height: 1; width: 1fr; text-wrap: nowrap; }
    KindPicker:focus { background: $foreground 10%; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", show=False),
        Binding("right,space,ideographic_space", "step(1)", show=False),
        Binding("enter,down", "app.focus_next", show=False),
        *(Binding(letter, f"pick('{kind}')", show=False) for letter, kind in _LETTERS.items()),
    ]

    class Picked(Message):
        """Another kind was chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.kind: Kind = "basic"

    def show(self, kind: Kind) -> None:
        """Shows a kind."""
        self.kind = kind
        self.refresh()

    def action_step(self, step: int) -> None:
        """The next kind, or the one before."""
        self.action_pick(KINDS[(KINDS.index(self.kind) + step) % len(KINDS)])

    def action_pick(self, kind: Kind) -> None:
        """This kind."""
        if kind != self.kind:
            self.show(kind)
            self.post_message(self.Picked())

    def render(self) -> Content:
        """The kind between arrows, and what it is."""
        return content_of([(Span(f"‹ {self.kind} › ", "strong"), Span(_(_MEANT[self.kind]), "dim"))])
