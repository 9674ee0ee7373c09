"""A network as a table: one line a layer where the terminal is wide enough, else more, and nothing lost."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from quizapp.cli.table import GAP
from quizapp.i18n import _
from quizapp.visible import one_line

if TYPE_CHECKING:
    from quizapp.checks.networks import Network, Row
    from quizapp.checks.values import Value

INDENT = "  "
LEAST_ROOM = 16
"""Cells for a layer beside its figures. With less, the figures stand below every layer, else below the long ones."""
PATHS = ("shortcut", "and")
"""What opens a further path of a block, and belongs to it."""


class Line(NamedTuple):
    """A line of the table: the layer, and its figures as text; none for a line that only opens a block."""

    layer: str
    figures: Sequence[str]
    level: int = 0

    def indented(self, by: int) -> str:
        """The layer, as far in as the blocks around it say."""
        return " " * by * self.level + self.layer


def network_table(network: "Network", levels: int | None, width: int | None) -> Iterator[str]:
    """The lines of the table: head, layers, total. With `levels`, blocks that lie deeper are summed up in one line."""
    rows = network.outline if levels is None else tuple(_summed(network.outline, levels))
    head = Line(_("layer"), [_("output"), _("parameters"), _("MACs"), _("field"), _("stride")])
    start = Line("input", [_by(network.start.shape), "0", "0", "1", "1"])
    body = [Line(one_line(row.layer), [] if row.opens else _figures(row), row.level) for row in rows]
    total = Line(_("total"), _figures(network))
    lines = [head, start, *body, total]
    figures = [max(_width(line.figures[at]) for line in lines if line.figures) for at in range(len(head.figures))]
    beside = sum(figures) + len(GAP) * len(figures)
    room = None if width is None else width - beside
    if room is None or room >= LEAST_ROOM:
        yield from _beside(lines, figures, room)
    elif room >= len(INDENT):
        yield from (part for line in lines for part in _below(line, figures))
    else:
        yield from (part for line in lines for part in _in_many(line, head))


def named_table(names: Sequence[str], sums: Sequence[Sequence[str]], titles: Sequence[str]) -> Iterator[str]:
    """The lines of a table of networks: name, parameters, multiply-accumulates, and a title at the end."""
    heads = [_("parameters"), _("MACs")]
    lines = [Line(_("name"), heads), *(Line(name, figures) for name, figures in zip(names, sums, strict=True))]
    widths = [max(_width(line.figures[at]) for line in lines) for at in range(len(heads))]
    for line, title in zip(_beside(lines, widths, None), [_("network"), *titles], strict=True):
        yield line + GAP + one_line(title)


def grouped(number: int) -> str:
    """`12 345 678`."""
    return f"{number:,}".replace(",", " ")


def _summed(rows: "Sequence[Row]", levels: int) -> "Iterator[Row]":
    """The rows down to so many levels, each deeper block in one of its own."""
    from dataclasses import replace

    block: list[Row] = []
    for row in (*rows, None):
        if row and block and (row.level > levels or (row.level == levels and row.kind in PATHS)):
            block.append(row)
            continue
        if block:
            sums = {name: sum(getattr(each, name) for each in block) for name in ("params", "macs", "buffers")}
            yield replace(block[0], **sums, after=block[-1].after, opens=False)
            block = []
        if row and row.opens and row.level == levels:
            block = [row]
        elif row:
            yield row


def _figures(of: "Row | Network") -> list[str]:
    return [_by(of.shape), grouped(of.params), grouped(of.macs), _seen(of.receptive_field), _seen(of.stride)]


def _by(shape: "Sequence[Value]") -> str:
    return "×".join(map(str, shape))


def _seen(value: "Value") -> str:
    if value is None:
        return _("all")
    return _by(value) if isinstance(value, tuple) else grouped(value) if isinstance(value, int) else str(value)


def _width(text: str) -> int:
    from quizapp.render import width_of

    return width_of(text)


def _row(line: Line, widths: Sequence[int]) -> str:
    cells = zip(line.figures, widths, strict=False)
    return "".join(GAP + " " * (wide - _width(figure)) + figure for figure, wide in cells)


def _beside(lines: Sequence[Line], widths: Sequence[int], room: int | None) -> Iterator[str]:
    """Figures beside their layers; below those few that are longer than the room there is."""
    longest = {by: max(_width(line.indented(by)) for line in lines if line.figures) for by in (1, len(INDENT))}
    by = len(INDENT) if room is None or longest[len(INDENT)] <= room else 1
    column = longest[by] if room is None else min(longest[by], room)
    for line in lines:
        layer = line.indented(by)
        if line.figures and _width(layer) > column:
            yield layer
            layer = ""
        yield (layer + " " * (column - _width(layer)) + _row(line, widths)).rstrip()


def _below(line: Line, widths: Sequence[int]) -> Iterator[str]:
    yield line.indented(1)
    if line.figures:
        yield INDENT + _row(line, widths)


def _in_many(line: Line, head: Line) -> Iterator[str]:
    if line is not head:
        yield line.indented(1)
        yield from (f"{2 * INDENT}{name} {figure}" for name, figure in zip(head.figures, line.figures, strict=False))
