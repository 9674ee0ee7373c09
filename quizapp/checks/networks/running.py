"""Goes through a network from its input, layer by layer."""

from dataclasses import replace

from quizapp.checks.networks.blocks import Block, Layer, Node, Path
from quizapp.checks.networks.errors import Misfit
from quizapp.checks.networks.joining import added, concatenated, gated
from quizapp.checks.networks.lines import Line
from quizapp.checks.networks.network import Row
from quizapp.checks.networks.points import Point
from quizapp.i18n import F_

MOST_ROWS = 4096
"""Layers and opening lines of blocks, every round of a `repeat` counted."""
_JOINS = {"residual": "add", "branch": "concat", "gate": "scale"}


class Walk:
    """The rows so far, and how deep in blocks the next one stands."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.level = 0

    def through(self, nodes: list[Node], point: Point) -> Point:
        """The point behind some layers and blocks. Raises NetworkError at the line that does not fit."""
        for node in nodes:
            point = self._layer(node, point) if isinstance(node, Layer) else self._block(node, point)
        return point

    def _layer(self, layer: Layer, point: Point) -> Point:
        line = layer.line
        try:
            outcome = layer.kind.rule(point, **layer.given)
        except Misfit as misfit:
            raise line.wrong(
                F_("{what} (input {point})", what=misfit.what, point=point)
                if "comes in" not in misfit.what
                else misfit.what,
                misfit.mend,
            ) from None
        behind = replace(outcome.point, depth=point.depth + layer.kind.learned)
        row = Row(line.number, self.level, line.name, str(line), point, behind)
        self._add(line, replace(row, params=outcome.params, macs=outcome.macs, buffers=outcome.buffers))
        return behind

    def _block(self, block: Block, point: Point) -> Point:
        if block.line.name == "repeat":
            for number in range(1, block.times + 1):
                point = self._path(block.paths[0], point, f"{block.line} ({number})")
            return point
        ends = [self._path(path, point, str(path.line)) for path in block.paths]
        try:
            behind = self._joined(block, point, ends)
        except Misfit as misfit:
            raise block.line.wrong(misfit.what, misfit.mend) from None
        end = block.end or block.line
        kind = _JOINS[block.line.name]
        self._add(end, Row(end.number, self.level + 1, kind, kind, point, behind))
        return behind

    def _path(self, path: Path, point: Point, shown: str) -> Point:
        """The point behind a path, whose opening line gets a row of its own."""
        line = path.line
        self._add(line, Row(line.number, self.level, line.name, shown, point, point, opens=True))
        self.level += 1
        behind = self.through(path.nodes, point)
        self.level -= 1
        return behind

    def _joined(self, block: Block, point: Point, ends: list[Point]) -> Point:
        if block.line.name == "branch":
            return concatenated(ends)
        if block.line.name == "gate":
            return gated(point, ends[0])
        return added(ends[0], ends[1] if len(ends) > 1 else point, len(ends) > 1)

    def _add(self, line: Line, row: Row) -> None:
        if len(self.rows) >= MOST_ROWS:
            raise line.wrong(F_("more than {most} layers", most=MOST_ROWS), F_("repeat less"))
        self.rows.append(row)
