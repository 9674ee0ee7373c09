"""Numbered entries to pick, place or tick: options, items, points. The screen has the keys, this has the looks."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.geometry import Region, Size

from quizapp.render import Line, Span, fold, lay_out, width_of
from quizapp.tui.painting import content_of, notation_of
from quizapp.tui.widgets.laid_out_once import LaidOutOnce
from quizapp.visible import one_line


@dataclass(frozen=True)
class Row:
    """One entry: what stands before it (number and mark), its Markdown, and what is added below it.

    With `plain`, neither text is Markdown: paths and addresses.
    """

    lead: str
    text: str
    style: str = ""
    remark: str = ""
    cursor: bool = False
    plain: bool = False


class Rows(LaidOutOnce):
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
        body = self._text(row.text, row.plain, width - indent) or [()]
        remark = self._text(row.remark, row.plain, width - indent)
        style = f"{row.style} strong" if row.cursor else row.style
        head: Line = (Span(pointer, "strong"), Span(row.lead, style), *_styled(body[0], style))
        rest = [(Span(" " * indent), *_styled(line, style)) for line in body[1:]]
        return [head, *rest, *((Span(" " * indent), *_styled(line, "dim")) for line in remark)]

    def _text(self, text: str, plain: bool, width: int) -> Sequence[Line]:
        if not text:
            return []
        room = max(width, 1)
        return fold((Span(one_line(text)),), room) if plain else lay_out(text, room, notation=notation_of(self))


def _styled(line: Line, style: str) -> Line:
    return tuple(Span(span.text, f"{span.style} {style}".strip()) for span in line)
