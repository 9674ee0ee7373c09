"""Which kind of card is being written: the arrows go through them, a letter names one, or one after the other."""

from collections.abc import Mapping, Sequence
from typing import ClassVar, get_args

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from quizapp.cards.faces import Kind
from quizapp.i18n import _
from quizapp.render import Line, Span
from quizapp.tui.painting import content_of
from quizapp.wording import N_

KINDS: tuple[Kind, ...] = get_args(Kind)

LETTERS: Mapping[str, Kind] = {
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


def letters() -> Line:
    """The letters, each with its kind, from which no line break parts it."""
    named = (
        (Span(f"{letter}\N{NO-BREAK SPACE}", "strong"), Span(f"{kind}  ", "dim")) for letter, kind in LETTERS.items()
    )
    return tuple(span for spans in named for span in spans)


def kinds_of(letter: str) -> Sequence[Kind]:
    """The kinds that a letter may mean: the one whose letter it is, then others that begin with it."""
    own = LETTERS[letter]
    return [own, *(kind for kind in KINDS if kind != own and kind.startswith(letter))]


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
        *(Binding(letter, f"letter('{letter}')", show=False) for letter in LETTERS),
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

    def action_letter(self, letter: str) -> None:
        """The kind that a letter means; of several, the one after this."""
        meant = kinds_of(letter)
        self.action_pick(meant[(meant.index(self.kind) + 1) % len(meant)] if self.kind in meant else meant[0])

    def action_pick(self, kind: Kind) -> None:
        """This kind."""
        if kind != self.kind:
            self.show(kind)
            self.post_message(self.Picked())

    def render(self) -> Content:
        """The kind between arrows, and what it is."""
        return content_of([(Span(f"‹ {self.kind} › ", "strong"), Span(_(_MEANT[self.kind]), "dim"))])
