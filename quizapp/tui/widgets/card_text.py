"""Markdown as `render` lays it out: one widget for a whole text, laid out anew when its width changes."""

from textual.content import Content
from textual.geometry import Size

from quizapp.render import Gaps, Line, lay_out
from quizapp.tui.painting import content_of, notation_of
from quizapp.tui.widgets.laid_out_once import LaidOutOnce


class CardText(LaidOutOnce):
    """A piece of a card's Markdown. Hidden while it is empty."""

    DEFAULT_CSS = """
    CardText { height: auto; width: 1fr; text-wrap: nowrap; }
    """

    def __init__(self, markdown: str = "", id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._markdown = markdown
        self._gaps = Gaps.SHOWN

    def show(self, markdown: str, gaps: Gaps = Gaps.SHOWN) -> None:
        """Shows another text."""
        self.display = bool(markdown)
        if (markdown, gaps) != (self._markdown, self._gaps):
            self._markdown, self._gaps = markdown, gaps
            self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The number of lines at `width`."""
        return len(self._lines(width))

    def render(self) -> Content:
        """The text at the width it has."""
        return content_of(self._lines(self.content_size.width))

    def _lines(self, width: int) -> tuple[Line, ...]:
        return lay_out(self._markdown, max(width, 1), gaps=self._gaps, notation=notation_of(self))
