"""A topic's notes: the idea, drawings, comparisons, sources."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll

from quizapp.cards.models import Card, Topic, in_language
from quizapp.i18n import _
from quizapp.language import LANGUAGES
from quizapp.tui.screens.base import QuizModal
from quizapp.tui.widgets.card_text import CardText
from quizapp.visible import one_line
from quizapp.wording import N_


class NotesScreen(QuizModal[None]):
    """The notes of a card's topic."""

    CSS_PATH = "dialog.tcss"
    BINDINGS = [  # noqa: RUF012
        Binding("escape,q,n,enter,space,ideographic_space", "dismiss", N_("Close"), show=False),
        Binding("l", "language", N_("The other language"), show=False),
    ]

    def __init__(self, card: Card) -> None:
        super().__init__()
        self._topic_id = card.topic

    def compose(self) -> ComposeResult:
        """One text that scrolls."""
        with VerticalScroll(id="dialog") as box:
            box.border_subtitle = _("esc closes")
            yield CardText(id="text")

    def on_mount(self) -> None:
        """The text."""
        self._show()

    def action_language(self) -> None:
        """The other language, of cards too."""
        other = next(language for language in LANGUAGES if language != self.settings.language)
        self.quiz.choose("language", other)
        self._show()

    def _show(self) -> None:
        topic = self.desk.collection.topic(self._topic_id)
        language = self.settings.language
        title = in_language(topic.titles, language, self._topic_id) if topic else self._topic_id
        self.query_one("#dialog").border_title = one_line(title).replace("[", "\\[")
        self.query_one("#text", CardText).show(_text(topic, language))


def _text(topic: Topic | None, language: str) -> str:
    notes = in_language(topic.notes, language) if topic else ""
    parts = [notes or _("This topic has no notes.")]
    if topic and topic.sources:
        parts += [f"### {_('Sources')}", "\n".join(f"- {source}" for source in topic.sources)]
    return "\n\n".join(parts)
