"""One card as it is asked and answered: prompt, entries or input, verdict, answer, explanation."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Rule, Static

from quizapp.cards.faces import BasicFace, ClozeFace, Face, ReverseFace, TypedFace
from quizapp.i18n import _
from quizapp.render import Gaps, Line, Span, difference
from quizapp.study.answers import nearest
from quizapp.study.asking import Ask, Stage
from quizapp.tui.painting import content_of
from quizapp.tui.widgets.card_text import CardText
from quizapp.tui.widgets.entries import entries
from quizapp.tui.widgets.rows import Rows


class CardView(Vertical):
    """Shows an `Ask`; the same widgets serve every card, so that the next one is there at once."""

    DEFAULT_CSS = """
    CardView { height: auto; width: 1fr; }
    CardView Input { border: tall $primary 50%; background: $background; margin: 1 0 0 0; }
    CardView Rows, CardView #verdict, CardView #explanation { margin: 1 0 0 0; }
    CardView Rule { margin: 1 0 1 0; color: $foreground 30%; }
    CardView Static { height: auto; }
    """

    def compose(self) -> ComposeResult:
        """Everything a card may show, from top to bottom."""
        yield CardText(id="prompt")
        yield Input(id="typed")
        yield Rows(id="entries")
        yield Rule()
        yield Static(id="verdict", markup=False)
        yield CardText(id="answer")
        yield CardText(id="explanation")

    @property
    def input(self) -> Input:
        """Where an answer is typed."""
        return self.query_one(Input)

    def show(self, ask: Ask, language: str) -> None:
        """Shows the card as it stands."""
        face = ask.card.face(language)
        answered = ask.stage is Stage.ANSWERED
        hidden = isinstance(face, ClozeFace) and not answered
        self.query_one("#prompt", CardText).show(face.prompt, Gaps.HIDDEN if hidden else Gaps.SHOWN)
        self._show_input(ask)
        self.query_one(Rows).show(entries(ask, face))
        self._show_verdict(ask, face)
        self.query_one(Rule).display = answered and (bool(_answer(face)) or ask.judged is not None)
        self.query_one("#answer", CardText).show(_answer(face) if answered else "")
        self.query_one("#explanation", CardText).show(face.explanation if answered else "")

    def show_answer(self) -> None:
        """Brings what has just been revealed into view."""
        first = next((widget for widget in self.query("Rule, #answer, #explanation") if widget.display), None)
        if first is not None:
            first.scroll_visible(animate=False)
        for name in ("#answer", "#verdict"):
            if self.query_one(name).display:
                self.query_one(name).scroll_visible(animate=False)

    def show_cursor(self) -> None:
        """Brings the entry under the cursor into view."""
        rows = self.query_one(Rows)
        region = rows.cursor_region
        if region is not None and self.parent is not None:
            self.screen.query_one("#card").scroll_to_region(region.translate(rows.virtual_region.offset), animate=False)

    def _show_input(self, ask: Ask) -> None:
        self.input.display = ask.typing
        self.input.placeholder = _("type the answer; enter alone: I do not know")
        if not ask.typing:
            self.input.value = ""

    def _show_verdict(self, ask: Ask, face: Face) -> None:
        verdict = self.query_one("#verdict", Static)
        verdict.display = ask.stage is Stage.ANSWERED and ask.judged is not None
        if verdict.display:
            verdict.update(_verdict(ask, face))


def _answer(face: Face) -> str:
    return face.answer if isinstance(face, BasicFace | ReverseFace) else ""


def _verdict(ask: Ask, face: Face) -> Content:
    assert ask.judged is not None
    if ask.judged.right is None:
        given = ask.judged.given
        text = _("{n} of {of} points recalled").format(n=len(given["recalled"]), of=given["of"])
        return content_of([(Span(text, "strong"),)])
    right = ask.judged.right
    head = (Span("✓ " + _("right") if right else "✗ " + _("not right"), "right" if right else "wrong"),)
    lines: list[Line] = [head, *(_compared(face, ask.typed, right) if isinstance(face, TypedFace) else [])]
    return content_of(lines)


def _compared(face: TypedFace, typed: str, right: bool) -> list[Line]:
    shown = nearest(face, typed) if typed else face.accepted[0]
    if right or not typed.strip():
        lines: list[Line] = [(Span(_("answer: ")), Span(shown, "strong"))]
    else:
        given, wanted = difference(typed, shown)
        lines = [(Span(_("yours:  ")), *given), (Span(_("answer: ")), *wanted)]
    others = [text for text in face.accepted if text != shown]
    return [*lines, (Span(_("also: ") + " | ".join(others), "dim"),)] if others else lines
