"""Markdown as `render` lays it out: one widget for a whole text, laid out anew when its width changes."""

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from quizapp.render import Gaps, Line, Span, lay_out, plain_text
from quizapp.tui.painting import content_of, notation_of

_MARK, _INDENT = "## ", "   "


class CardText(Widget):
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
        lines = lay_out(self._markdown, max(width, 1), gaps=self._gaps, notation=notation_of(self))
        return _without_mark(lines)


def _without_mark(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """A prompt's heading needs no `## ` to be known as one, though it is laid out so where no colours may be used."""
    if not lines or not plain_text([lines[0]]).startswith(_MARK):
        return lines
    end = next(
        (number for number, line in enumerate(lines) if not plain_text([line]).startswith((_MARK, _INDENT))), None
    )
    return (*(_cut(line, len(_MARK)) for line in lines[:end]), *(lines[end:] if end else ()))


def _cut(line: Line, count: int) -> Line:
    """The line without its first characters."""
    kept = []
    for span in line:
        kept.append(Span(span.text[count:], span.style))
        count = max(0, count - len(span.text))
    return tuple(kept)
