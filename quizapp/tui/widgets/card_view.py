"""One card as it is asked and answered: prompt, entries or input, verdict, answer, explanation."""

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.geometry import Region
from textual.widget import Widget
from textual.widgets import Input, Rule

from quizapp.i18n import _
from quizapp.render import Gaps, Line, Notation, Span, difference
from quizapp.study.questions.answers import nearest
from quizapp.study.questions.asking import Ask, Stage
from quizapp.tui.painting import notation_of
from quizapp.tui.widgets.answer_line import AnswerLine
from quizapp.tui.widgets.card_text import CardText
from quizapp.tui.widgets.entries import entries
from quizapp.tui.widgets.laid_out_once import LaidOutOnce
from quizapp.tui.widgets.prose import Prose
from quizapp.tui.widgets.rows import Rows
from quizapp.visible import visible

if TYPE_CHECKING:
    from quizapp.cards.faces import Face, TypedFace


class CardView(Vertical, LaidOutOnce):
    """Shows an `Ask`; the same widgets serve every card, so that the next one is there at once.

    The verdict stands above the entries: there it is in view, and the entries stay where they were.
    """

    DEFAULT_CSS = """
    CardView { height: auto; width: 1fr; }
    CardView Rows, CardView #clue, CardView #verdict, CardView #explanation { margin: 1 0 0 0; }
    CardView #clue { border-left: outer $accent 60%; padding: 0 1; }
    CardView Rule { margin: 1 0 1 0; color: $foreground 30%; }
    CardView #hint { margin: 1 0 0 0; color: $foreground 60%; }
    """

    def compose(self) -> ComposeResult:
        """Everything a card may show, from top to bottom."""
        yield CardText(id="prompt")
        yield CardText(id="clue")
        yield Prose(id="hint")
        yield AnswerLine()
        yield Prose(id="verdict")
        yield Rows(id="entries")
        yield Rule()
        yield CardText(id="answer")
        yield CardText(id="explanation")

    @property
    def input(self) -> Input:
        """Where an answer is typed."""
        return self.query_one(AnswerLine).input

    def show_read(self, ask: Ask, language: str, refused: bool = False) -> None:
        """Shows what the text typed so far is read as."""
        self.query_one(AnswerLine).show_read(ask, language, refused)

    def show(self, ask: Ask, language: str) -> None:
        """Shows the card as it stands."""
        face = ask.card.face(language)
        answered = ask.stage is Stage.ANSWERED
        hidden = face.kind == "cloze" and not answered
        prompt = ask.computed.prompt(language) if ask.computed else face.prompt
        self.query_one("#prompt", CardText).show(prompt, Gaps.HIDDEN if hidden else Gaps.SHOWN)
        self.query_one("#clue", CardText).show(_clue(ask, language))
        self.query_one("#hint", Prose).show(_hint(ask, face))
        self.query_one(AnswerLine).show(ask, language)
        self.query_one(Rows).show(entries(ask, face))
        self.query_one("#verdict", Prose).show(_verdict(ask, face, language, notation_of(self)))
        answer = _answer(ask, face)
        explanation = ask.computed.solution(language) if ask.computed and answered else face.explanation
        self.query_one(Rule).display = answered and bool(answer or (ask.judged and explanation))
        self.query_one("#answer", CardText).show(answer if answered else "")
        self.query_one("#explanation", CardText).show(explanation if answered else "")

    @property
    def first_revealed(self) -> Widget | None:
        """The first widget of what the answer brought; None where only gaps were filled."""
        return next((widget for widget in self.query("#verdict, Rule") if widget.display), None)

    @property
    def answer_region(self) -> Region:
        """Where the answer is typed, and read, within the card."""
        return self.query_one(AnswerLine).virtual_region

    @property
    def cursor_region(self) -> Region | None:
        """Where the entry under the cursor stands, within the card."""
        rows = self.query_one(Rows)
        region = rows.cursor_region
        return None if region is None else region.translate(rows.virtual_region.offset)


def _clue(ask: Ask, language: str) -> str:
    """The hint of a computed question, once it was asked for."""
    return ask.computed.hint(language) if ask.computed and ask.computed.hinted else ""


def _hint(ask: Ask, face: "Face") -> str:
    """What to do with a card of this kind, where its look does not say so."""
    if ask.computed and ask.stage is Stage.ASKED and not ask.broken:
        from quizapp.study.questions.verdicts import task

        return task(ask.computed)
    if face.kind == "points" and ask.stage is Stage.ASKED:
        return _("Say your answer aloud, then compare: {n} points make it full.").format(n=len(face.points))
    if face.kind == "points" and ask.stage is Stage.TICKING:
        return _("Tick the points you had.")
    if face.kind == "order" and ask.stage is Stage.ASKED:
        return _("Press the numbers in the right order; the same number again takes it back.")
    if face.kind == "choice" and face.several and ask.stage is Stage.ASKED:
        return _("More than one is right.")
    return ""


def _answer(ask: Ask, face: "Face") -> str:
    if ask.written:
        return _("A solution:") + "\n\n" + ask.written.solution if ask.written.solution else ""
    return face.answer if face.kind in ("basic", "reverse") else ""


def _verdict(ask: Ask, face: "Face", language: str, notation: Notation) -> list[Line]:
    if ask.computed:
        from quizapp.tui.widgets.computed_lines import verdict  # with all that computes

        return verdict(ask.computed, language, notation)
    if ask.written:
        from quizapp.tui.widgets.outcome_lines import written_lines  # with the sandbox

        return written_lines(ask.written) if ask.stage is Stage.ANSWERED else []
    if ask.judged is None:
        return []
    if ask.judged.right is None:
        given = ask.judged.given
        text = _("{n} of {of} points recalled").format(n=len(given["recalled"]), of=given["of"])
        return [(Span(text, "strong"),)]
    right = ask.judged.right
    head = (Span("✓ " + _("right") if right else "✗ " + _("not right"), "right" if right else "wrong"),)
    return [head, *(_compared(face, ask.typed, right) if face.kind == "typed" else [])]


def _compared(face: "TypedFace", typed: str, right: bool) -> list[Line]:
    shown = nearest(face, typed) if typed else face.accepted[0]
    given, wanted = difference(visible(typed), shown)
    if not any(span.style == "same" for span in wanted):
        given, wanted = (Span(visible(typed)),), (Span(shown, "strong"),)
    lines: list[Line] = [(Span(_("answer: ")), *wanted)]
    if typed.strip() and not right:
        lines.insert(0, (Span(_("yours:  ")), *given))
    others = [text for text in face.accepted if text != shown]
    return [*lines, (Span(_("also: ") + " | ".join(others), "dim"),)] if others else lines
