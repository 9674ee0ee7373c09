"""A section of a report, drawn as wide as it may be."""

from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from quizapp.render import Line, Span, fold
from quizapp.report.characters import drawn
from quizapp.report.charts import Section
from quizapp.tui.painting import content_of

_WIDEST = 100
"""Cells. Beyond, eyes lose the line between a label and its bar."""
_MARGIN = "  "


class SectionView(Widget):
    """Title, words and charts; with `explained` also what the figures mean."""

    DEFAULT_CSS = """
    SectionView { height: auto; width: 1fr; text-wrap: nowrap; margin: 0 1 1 1; }
    """

    def __init__(self, section: Section, explained: bool = False) -> None:
        super().__init__()
        self.section = section
        self._explained = explained
        self._drawn: dict[int, Sequence[Line]] = {}

    def show(self, section: Section) -> None:
        """Shows other figures of the same kind."""
        self.section = section
        self._draw_anew()

    def explain(self, explained: bool) -> None:
        """Tells what the figures mean, or leaves it out."""
        self._explained = explained
        self._draw_anew()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The number of lines at `width`."""
        return len(self._lines(width))

    def render(self) -> Content:
        """The lines at the width there is."""
        return content_of(self._lines(self.content_size.width))

    def _draw_anew(self) -> None:
        self._drawn = {}
        self.refresh(layout=True)

    def _lines(self, width: int) -> Sequence[Line]:
        """Drawn once at each width: it is asked for several times before it is seen."""
        if (lines := self._drawn.get(width)) is None:
            lines = self._drawn[width] = self._draw(width)
        return lines

    def _draw(self, width: int) -> Sequence[Line]:
        room = max(min(width, _WIDEST) - len(_MARGIN), 1)
        section = self.section
        told = [Span(words) for words in section.words]
        if self._explained:
            told.append(Span(section.definition, "dim"))
        lines: list[Line] = [line for span in told for line in fold((span,), room)]
        for chart in section.charts:
            lines += [(), *drawn(chart, room)]
        return [(Span(section.title, "heading"),), *((Span(_MARGIN), *line) for line in lines)]
