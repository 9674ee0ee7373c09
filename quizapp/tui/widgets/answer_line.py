"""Where an answer is typed, with the unit beside it, and below it what a computed answer is read as."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Static

from quizapp.i18n import _
from quizapp.render import Span
from quizapp.study.questions.asking import Ask
from quizapp.tui.widgets.prose import Prose
from quizapp.visible import one_line


class AnswerLine(Vertical):
    """An input; hidden where nothing is to be typed."""

    DEFAULT_CSS = """
    AnswerLine { height: auto; width: 1fr; margin: 1 0 0 0; }
    AnswerLine Horizontal { height: auto; }
    AnswerLine Input { width: 1fr; border: tall $primary 50%; background: $background; }
    AnswerLine #unit { width: auto; max-width: 40%; height: 1; margin: 1 1 1 1; color: $foreground 80%; }
    AnswerLine #read { padding: 0 1; }
    """

    def compose(self) -> ComposeResult:
        """The input, the unit, what was read."""
        with Horizontal():
            yield Input(id="typed", select_on_focus=False)
            yield Static("", id="unit", markup=False)
        yield Prose(id="read")

    @property
    def input(self) -> Input:
        """Where an answer is typed."""
        return self.query_one(Input)

    def show(self, ask: Ask, language: str) -> None:
        """Shows the input where the card wants one now."""
        self.display = ask.typing
        full = _("type the answer; enter alone: I do not know")
        self.input.placeholder = _("enter alone: I do not know") if ask.computed else full
        unit = one_line(ask.computed.unit(language)) if ask.computed else ""
        self.query_one("#unit", Static).update(unit)
        self.query_one("#unit", Static).display = bool(unit)
        self.show_read(ask, language)

    def show_read(self, ask: Ask, language: str, refused: bool = False) -> None:
        """Shows what the text is read as, at every key; more clearly where it was given and refused."""
        told = _told(ask, language, self.input.value, refused)
        self.query_one("#read", Prose).show([(Span(told, "strong" if refused else "dim"),)] if told else [])


def _told(ask: Ask, language: str, text: str, refused: bool) -> str:
    if ask.computed is None:
        return ""
    from quizapp.study.questions.verdicts import read_line, refusal

    if refused:
        return refusal(ask.computed)
    read = ask.computed.read(text, language)
    return read_line(read) if read else ""
