"""Tables: columns side by side with their text wrapped, or one below the other where they find no room."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizapp.render.breaking import fold
from quizapp.render.columns import column_widths
from quizapp.render.frame import Frame
from quizapp.render.inline import inline
from quizapp.render.kinsoku import units_of
from quizapp.render.spans import Line, Manner, Span, text_of, width_of, width_of_line
from quizapp.render.tree import Block

Row = Sequence[Line]


@dataclass(frozen=True, slots=True)
class _Marks:
    """What parts two columns, and what is drawn below the header and between rows."""

    between: str
    rule: str
    crossing: str


_STYLED = _Marks(" │ ", "─", "─┼─")
_PLAIN = _Marks(" | ", "-", "-+-")


def table_lines(block: Block, frame: Frame) -> list[Line]:
    """A table within the frame's width; each row as `header: value` lines if a column would be under 4 cells wide."""
    header = _row(block.children[0].children[0], frame.manner, "table-head")
    rows = [_row(row, frame.manner) for part in block.children[1:] for row in part.children]
    marks = _PLAIN if frame.manner.plain else _STYLED
    columns = list(zip(header, *rows, strict=True))
    room = frame.width - width_of(marks.between) * (len(columns) - 1)
    widths = column_widths([_widest(column) for column in columns], [_longest(column) for column in columns], room)
    if widths is None:
        return _as_lists(header, rows, frame.width)
    return list(_Grid([header, *rows], widths, _alignments(block), marks).lines())


def _row(row: Block, manner: Manner, style: str = "") -> Row:
    return [inline(cell.children[0].token.children or (), manner, style) for cell in row.children]


def _widest(column: Sequence[Line]) -> int:
    return max(1, *map(width_of_line, column))


def _longest(column: Sequence[Line]) -> int:
    texts = [text_of(cell) for cell in column]
    return max((width_of(text[start:end]) for text in texts for start, end in units_of(text)), default=1)


def _alignments(block: Block) -> list[str]:
    """`left`, `right` or `center` for each column; the parser leaves it in a style attribute."""
    cells = block.children[0].children[0].children
    return [str(cell.token.attrs.get("style", "")).removeprefix("text-align:") or "left" for cell in cells]


class _Grid:
    """A table whose columns find room: its cells folded, its columns no wider than that leaves them."""

    def __init__(self, rows: Sequence[Row], widths: Sequence[int], alignments: Sequence[str], marks: _Marks) -> None:
        self._rows = [[fold(cell, width) for cell, width in zip(row, widths, strict=True)] for row in rows]
        self._widths = [
            max(1, *(width_of_line(line) for cell in column for line in cell))
            for column in zip(*self._rows, strict=True)
        ]
        self._alignments = alignments
        self._marks = marks

    def lines(self) -> Iterator[Line]:
        """The header, a rule, and the rows, with rules between them if any takes several lines."""
        wrapped = any(len(cell) > 1 for row in self._rows[1:] for cell in row)
        for number, row in enumerate(self._rows):
            if number == 1 or (number and wrapped):
                yield self._rule()
            for index in range(max(map(len, row))):
                yield self._joined([cell[index] if index < len(cell) else () for cell in row])
        if len(self._rows) == 1:
            yield self._rule()

    def _rule(self) -> Line:
        return (Span(self._marks.crossing.join(self._marks.rule * width for width in self._widths), "table-rule"),)

    def _joined(self, cells: Sequence[Line]) -> Line:
        joined: list[Span] = []
        for index, cell in enumerate(cells):
            before, after = self._padding(cell, index)
            between = (Span(self._marks.between, "table-rule"),) if index else ()
            joined += [*between, Span(" " * before), *cell, Span(" " * after)]
        while joined and not joined[-1].text.strip() and not joined[-1].style:
            joined.pop()
        return tuple(span for span in joined if span.text)

    def _padding(self, cell: Line, index: int) -> tuple[int, int]:
        missing = max(0, self._widths[index] - width_of_line(cell))
        before = {"right": missing, "center": missing // 2}.get(self._alignments[index], 0)
        return before, missing - before


def _as_lists(header: Row, rows: Sequence[Row], width: int) -> list[Line]:
    lines: list[Line] = []
    for row in rows or [[()] * len(header)]:
        if lines:
            lines.append(())
        for name, cell in zip(header, row, strict=True):
            named = (*name, Span(": ", "table-head"), *cell) if name else cell
            lines += fold(named, width, indent=2)
    return lines
