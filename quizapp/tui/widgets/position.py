"""The first line of a review: which deck, how far one is."""

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from quizapp.i18n import _
from quizapp.language import in_language
from quizapp.render import Span, width_of
from quizapp.render.cells import cell
from quizapp.tui.painting import content_of
from quizapp.visible import one_line

if TYPE_CHECKING:
    from quizapp.cards.models import Card
    from quizapp.study.sessions.first_card import Showing

_BAR = 14


class Position(Widget):
    """Deck, cards done and left."""

    DEFAULT_CSS = """
    Position { height: 1; width: 1fr; padding: 0 1; text-wrap: nowrap; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._title = ""
        self._done = 0
        self._left = 1
        self._practice = False

    def show(self, session: "Showing", card: "Card", language: str) -> None:
        """Shows where the session is."""
        self._title = one_line(in_language(session.topic_titles, language, card.topic))
        self._done, self._left = session.done, session.left
        self._practice = session.scope.practice
        self.refresh()

    def render(self) -> Content:
        """Title and count on the left, a bar on the right."""
        count = _("{done} of {all}").format(done=self._done + 1, all=self._done + self._left)
        tail = f" · {count}" + (" · " + _("practice") if self._practice else "")
        filled = round(self._done / max(1, self._done + self._left) * _BAR)
        room = self.content_size.width - _BAR - 1 - width_of(tail)
        title = cell(self._title, min(room, width_of(self._title)))
        gap = max(1, room - width_of(title) + 1)
        bar = (Span("━" * filled, "bullet"), Span("─" * (_BAR - filled), "dim"))
        return content_of([(Span(title, "strong"), Span(tail), Span(" " * gap), *bar)])
