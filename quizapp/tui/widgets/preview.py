"""A card as it will be reviewed, beside the form in which it is written."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from quizapp.i18n import _
from quizapp.render import Line, Span
from quizapp.study.questions.asking import Ask
from quizapp.tui.widgets.card_view import CardView
from quizapp.tui.widgets.prose import Prose


class Preview(VerticalScroll, can_focus=False):
    """Shows an `Ask`, and takes no keys."""

    DEFAULT_CSS = """
    Preview { border: round $primary 40%; padding: 0 1; scrollbar-size-vertical: 1; }
    """

    def compose(self) -> ComposeResult:
        """The card, or that there is none."""
        yield Prose(id="nothing")
        yield CardView()

    def on_mount(self) -> None:
        """Nothing can be typed into a preview."""
        self.query_one(CardView).input.can_focus = False
        self.show(None, "en", False)

    def show(self, ask: Ask | None, language: str, answered: bool, why: Sequence[Line] = ()) -> None:
        """Shows a card as it stands; where there is none yet, `why`."""
        self.border_title = Content(_("Preview: answered") if answered else _("Preview: asked"))
        none = (Span(_("The card is shown here as soon as it can be read.")),)
        self.query_one("#nothing", Prose).show([] if ask else [none, *why])
        self.query_one(CardView).display = ask is not None
        if ask is not None:
            self.query_one(CardView).show(ask, language)

    def scroll_page(self, direction: int) -> None:
        """A page down, or up; one line stays in view."""
        height = self.scrollable_content_region.height
        self.scroll_relative(y=direction * max(1, height - 1), animate=False)
