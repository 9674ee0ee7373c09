"""A topic's notes: the idea, drawings, comparisons, sources."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from quizapp.cards.models import Card, Topic
from quizapp.i18n import _
from quizapp.language import Language, in_language, other_language
from quizapp.tui.screens.base import QuizModal
from quizapp.tui.screens.opening import offer
from quizapp.tui.targets import targets
from quizapp.tui.widgets.card_text import CardText
from quizapp.wording import N_


class NotesScreen(QuizModal[None]):
    """The notes of a card's topic."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,n,enter,space,ideographic_space", "dismiss", N_("Close"), show=False),
        Binding("l", "language", N_("The other language"), show=False),
        Binding("o", "open", N_("Open an image or a link"), show=False),
    ]

    def __init__(self, card: Card, language: Language) -> None:
        super().__init__()
        self._card = card
        self._language = language

    def compose(self) -> ComposeResult:
        """One text that scrolls."""
        with VerticalScroll(id="dialog"):
            yield CardText(id="text")

    def on_mount(self) -> None:
        """The text."""
        self.quiz.attempt(self._show)

    def action_language(self) -> None:
        """The other language."""
        self._language = other_language(self._language)
        self._show()

    def action_open(self) -> None:
        """Opens an image or a link of the notes."""
        topic, language = self.desk.collection.topic(self._card.topic), self._language
        offer(self.quiz, targets([_text(topic, language)], self._card.place(language).file))

    def _show(self) -> None:
        topic = self.desk.collection.topic(self._card.topic)
        language = self._language
        title = in_language(topic.titles, language, topic.id) if topic else self._card.topic
        self.entitle(self.query_one("#dialog"), title)
        self.query_one("#text", CardText).show(_text(topic, language))


def _text(topic: Topic | None, language: str) -> str:
    notes = in_language(topic.notes, language) if topic else ""
    parts = [notes or _("This topic has no notes.")]
    if topic and topic.sources:
        parts += ["### " + _("Sources"), "\n".join(f"- {source}" for source in topic.sources)]
    return "\n\n".join(parts)
