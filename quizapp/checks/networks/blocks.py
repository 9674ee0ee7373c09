"""Lines become layers and blocks: `residual`, `branch`, `gate` and `repeat`, each up to its `end`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from quizapp.checks.networks.errors import NetworkError, cut, in_one
from quizapp.checks.networks.layers import KINDS, OTHER_NAMES, Kind, needs
from quizapp.checks.networks.lines import Line
from quizapp.checks.networks.options import Signature, arguments, count
from quizapp.i18n import F_

DEEPEST = 16
"""Blocks in blocks."""
MOST_FAULTS = 100
"""After so many the rest of a text is not read."""
END, INPUT = "end", "input"
SEPARATORS = {"shortcut": "residual", "and": "branch"}
"""What opens a block's next path, and the block."""
TIMES = "times"
BLOCKS = {
    "residual": Signature({}, {}),
    "branch": Signature({}, {}),
    "gate": Signature({}, {}),
    "repeat": Signature({TIMES: needs(count, "3")}, {}),
}
_PLAIN = Signature({}, {})


@dataclass(frozen=True)
class Layer:
    """A line that is a layer: its kind and what it is given."""

    line: Line
    kind: Kind
    given: Mapping[str, Any]


@dataclass
class Path:
    """What stands between a block's line, or a separator, and the next one or `end`."""

    line: Line
    nodes: "list[Node]" = field(default_factory=list)
    lines: int = 0


@dataclass
class Block:
    """A block: its line, its paths, how many times it is gone through."""

    line: Line
    paths: list[Path]
    times: int = 1
    end: Line | None = None


Node = Layer | Block


class _Reader:
    """Reads line after line; faults are gathered, so that all of them can be told at once."""

    def __init__(self) -> None:
        self.top = Path(Line(0, ()))
        self.open: list[Block] = []
        self.faults: list[NetworkError] = []

    def read(self, line: Line) -> None:
        try:
            self._read(line)
        except NetworkError as fault:
            self.faults.append(fault)

    def _read(self, line: Line) -> None:
        if line.name in BLOCKS:
            self._begin(line)
        elif line.name in SEPARATORS:
            self._separate(line)
        elif line.name == END:
            self._end(line)
        elif line.name == INPUT:
            raise line.wrong(F_("a second `input`"), F_("leave it out: a network has one, on its first line"))
        elif kind := KINDS.get(line.name):
            self._here().nodes.append(Layer(line, kind, arguments(line, kind.signature)))
        else:
            self._here()
            raise line.wrong(F_("there is no layer `{name}`", name=cut(line.words[0].text)), _meant(line.name))

    def _here(self) -> Path:
        path = self.open[-1].paths[-1] if self.open else self.top
        path.lines += 1
        return path

    def _begin(self, line: Line) -> None:
        block = Block(line, [Path(line)])
        self._here().nodes.append(block)
        self.open.append(block)
        if len(self.open) > DEEPEST:
            raise line.wrong(F_("more than {most} blocks in one another", most=DEEPEST), F_("nest less"))
        block.times = arguments(line, BLOCKS[line.name]).get(TIMES, 1)

    def _separate(self, line: Line) -> None:
        arguments(line, _PLAIN)
        wanted = SEPARATORS[line.name]
        if not self.open or self.open[-1].line.name != wanted:
            raise line.wrong(
                F_("`{name}` outside of `{wanted}`", name=line.name, wanted=wanted),
                F_("write it between `{wanted}` and `end`", wanted=wanted),
            )
        if wanted == "residual" and len(self.open[-1].paths) > 1:
            raise line.wrong(F_("a second `shortcut`"), F_("a residual block has one"))
        self.open[-1].paths.append(Path(line))

    def _end(self, line: Line) -> None:
        arguments(line, _PLAIN)
        if not self.open:
            raise line.wrong(
                F_("`end` without a block"), F_("leave it out; blocks are {names}", names=", ".join(BLOCKS))
            )
        block = self.open.pop()
        block.end = line
        if block.line.name == "branch" and len(block.paths) < 2:
            raise block.line.wrong(F_("a `branch` with one path"), F_("write `and` between its paths"))
        if block.line.name != "branch" and not block.paths[0].lines:
            raise block.line.wrong(
                F_("nothing stands in `{name}`", name=block.line.name), F_("write its layers before `end`")
            )


def read_blocks(rest: Iterable[Line]) -> list[Node]:
    """The layers and blocks behind the input. Raises NetworkError, the first of all faults with the others."""
    reader = _Reader()
    for line in rest:
        reader.read(line)
        if len(reader.faults) >= MOST_FAULTS:
            raise in_one(reader.faults)
    for block in reader.open:
        reader.faults.append(
            block.line.wrong(F_("`{name}` has no `end`", name=block.line.name), F_("write `end` behind its layers"))
        )
    if reader.faults:
        raise in_one(reader.faults)
    return reader.top.nodes


def _meant(name: str) -> str:
    if name in OTHER_NAMES:
        return F_("write `{name}`", name=OTHER_NAMES[name])
    near = get_close_matches(name[:20], [*KINDS, *BLOCKS, *SEPARATORS, END], 1)
    return F_("write `{name}`", name=near[0]) if near else F_("`docs/networks.md` lists them")
