"""A whole card: where it stands and what it says, question and answer."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Rule

from quizapp.cards.faces import (
    BasicFace,
    CheckFace,
    ChoiceFace,
    ExerciseFace,
    Face,
    OrderFace,
    PointsFace,
    ReverseFace,
    TypedFace,
)
from quizapp.cards.models import Card
from quizapp.i18n import _
from quizapp.markdown import fenced
from quizapp.paths import shortened
from quizapp.render import Line, Span
from quizapp.scheduling.fold import Standing
from quizapp.study.states import state_in_words
from quizapp.tui.widgets.card_text import CardText
from quizapp.tui.widgets.laid_out_once import LaidOutOnce
from quizapp.tui.widgets.prose import Prose
from quizapp.tui.widgets.rows import Row, Rows
from quizapp.visible import one_line
from quizapp.wording import labelled


class CardPreview(VerticalScroll, LaidOutOnce, can_focus=False):
    """Shows a card, or nothing."""

    DEFAULT_CSS = """
    CardPreview { border: round $primary 60%; padding: 0 1; scrollbar-size-vertical: 1; }
    CardPreview Rule.-horizontal { margin: 0; color: $foreground 30%; }
    CardPreview #explanation { margin: 1 0 0 0; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._shown = ""

    def compose(self) -> ComposeResult:
        """From top to bottom: what it asks, the answer, where it stands."""
        yield CardText(id="prompt")
        yield Rule()
        yield Rows(id="entries")
        yield Prose(id="plain")
        yield CardText(id="answer")
        yield CardText(id="explanation")
        yield Rule()
        yield Prose(id="facts")

    def show(self, card: Card | None, standing: Standing | None, language: str, today: date) -> None:
        """Shows a card as it stands on a day."""
        said = _said(card, language) if card else _Said("", "", "", "")
        for rule in self.query(Rule):
            rule.display = card is not None
        self.query_one("#prompt", CardText).show(said.prompt)
        self.query_one(Rows).show(_entries(card.face(language)) if card else [])
        self.query_one("#plain", Prose).show(one_line(said.plain))
        self.query_one("#answer", CardText).show(said.answer)
        self.query_one("#explanation", CardText).show(said.explanation)
        self.query_one("#facts", Prose).show(_facts(card, standing, language, today) if card else [])
        id_ = card.id if card else ""
        if id_ != self._shown:  # else all would be painted again for the same title
            self._shown, self.border_title = id_, one_line(id_)
            self.scroll_home(animate=False)

    def scroll_page(self, direction: int) -> None:
        """A page down the card, or up; one line stays in view."""
        height = self.scrollable_content_region.height
        self.scroll_relative(y=direction * max(1, height - 1), animate=False)


@dataclass(frozen=True)
class _Said:
    """What a card says, as Markdown but for `plain`: an answer in which no sign means anything."""

    prompt: str
    plain: str
    answer: str
    explanation: str


def _said(card: Card, language: str) -> _Said:
    """A computed question is shown with the numbers of variant 1."""
    face = card.face(language)
    match face:
        case CheckFace():
            return _computed(card, language)
        case TypedFace():
            return _Said(face.prompt, " | ".join(face.accepted), "", face.explanation)
        case ExerciseFace():
            return _Said(face.prompt, "", fenced(face.reference, "python"), face.explanation)
        case BasicFace() | ReverseFace():
            return _Said(face.prompt, "", face.answer, face.explanation)
        case _:
            return _Said(face.prompt, "", "", face.explanation)  # the answer is among the entries, or in the gaps


def _computed(card: Card, language: str) -> _Said:
    from quizapp.study.questions.computed import Computed  # with all that computes
    from quizapp.study.questions.verdicts import broken

    computed = Computed(card, 1)
    if computed.broken:
        return _Said(computed.prompt(language), "✗ " + broken(computed), "", "")
    return _Said(computed.prompt(language), computed.answer(language), "", computed.solution(language))


def _entries(face: Face) -> list[Row]:
    match face:
        case ChoiceFace():
            return [Row("[x] " if option.right else "[ ] ", option.text) for option in face.options]
        case OrderFace():
            return [Row(f"{number}. ", item) for number, item in enumerate(face.items, start=1)]
        case PointsFace():
            return [Row("- ", point) for point in face.points]
        case _:
            return []


def _facts(card: Card, standing: Standing | None, language: str, today: date) -> list[Line]:
    place = card.place(language)
    facts = [
        (_("deck"), card.deck),
        (_("kind"), card.kind),
        (_("tags"), _(", ").join(card.tags)),
        (_("state"), state_in_words(standing, today) if standing else _("new")),
        (_("file"), f"{shortened(Path(place.file))}:{place.line}"),
    ]
    told = [labelled(name, one_line(value)) for name, value in facts if value]
    return [(Span(name, "dim"), Span(value)) for name, value in told]
