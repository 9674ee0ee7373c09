"""Numbered entries to pick, place or tick: options, items, points. The screen has the keys, this has the looks."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.geometry import Region, Size
from textual.widget import Widget

from quizapp.render import Line, Notation, Span, lay_out, width_of
from quizapp.tui.painting import content_of


@dataclass(frozen=True)
class Row:
    """One entry: what stands before it (number and mark), its Markdown, and what is added below it."""

    lead: str
    markdown: str
    style: str = ""
    remark: str = ""
    cursor: bool = False


class Rows(Widget):
    """The entries, each hanging from its lead."""

    DEFAULT_CSS = """
    Rows { height: auto; width: 1fr; text-wrap: nowrap; }
    """

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows: Sequence[Row] = ()

    def show(self, rows: Sequence[Row]) -> None:
        """Shows other entries; hidden where there are none."""
        self.display = bool(rows)
        if rows != self._rows:
            self._rows = rows
            self.refresh(layout=True)

    @property
    def cursor_region(self) -> Region | None:
        """Where the entry under the cursor stands, within this widget."""
        top = 0
        for row in self._rows:
            height = len(self._laid_out(row, self.content_size.width))
            if row.cursor:
                return Region(0, top, self.content_size.width, height)
            top += height
        return None

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The number of lines at `width`."""
        return sum(len(self._laid_out(row, width)) for row in self._rows)

    def render(self) -> Content:
        """All entries at the width they have."""
        width = self.content_size.width
        return content_of(line for row in self._rows for line in self._laid_out(row, width))

    def _laid_out(self, row: Row, width: int) -> list[Line]:
        pointer = "▸ " if row.cursor else "  "
        indent = width_of(pointer + row.lead)
        notation = Notation.PLAIN if self.app.no_color else Notation.STYLED
        body = lay_out(row.markdown, max(width - indent, 1), notation=notation) or ((),)
        remark = lay_out(row.remark, max(width - indent, 1), notation=notation) if row.remark else ()
        style = f"{row.style} strong" if row.cursor else row.style
        head: Line = (Span(pointer, "strong"), Span(row.lead, style), *_styled(body[0], style))
        rest = [(Span(" " * indent), *_styled(line, style)) for line in body[1:]]
        return [head, *rest, *((Span(" " * indent), *_styled(line, "dim")) for line in remark)]


def _styled(line: Line, style: str) -> Line:
    return tuple(Span(span.text, f"{span.style} {style}".strip()) for span in line)
