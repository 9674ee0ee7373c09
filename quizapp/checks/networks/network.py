"""A network with what each of its layers gives and costs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import prod
from typing import Any, ClassVar

from quizapp.checks.networks.points import Point, Shape, input_axes, plain, rounded
from quizapp.checks.values import Value


@dataclass(frozen=True)
class Row:
    """A layer where it stands: what goes in, what comes out, what it costs.

    `level` is the number of blocks around it. A block's opening lines (`opens`) are rows too, which cost nothing.
    """

    line: int
    level: int
    kind: str
    layer: str
    before: Point
    after: Point
    params: int = 0
    macs: int = 0
    buffers: int = 0
    opens: bool = False

    @property
    def shape(self) -> Shape:
        """What comes out, channels first."""
        return self.after.shape

    @property
    def stored(self) -> int:
        """Parameters and running statistics: what a file of weights holds."""
        return self.params + self.buffers

    @property
    def flops(self) -> int:
        """Two for each multiply-accumulate."""
        return 2 * self.macs

    @property
    def receptive_field(self) -> Value:
        """Positions of the input that an output sees, one number or one an axis; None for all of it."""
        return None if self.after.field.whole else plain(rounded(self.after.field.size))

    @property
    def stride(self) -> Value:
        """Positions of the input between neighbouring outputs; None where an output sees all of it."""
        return None if self.after.field.whole else plain(self.after.field.stride)

    def as_values(self) -> Mapping[str, Value]:
        """The row for expressions and for JSON."""
        return {
            "line": self.line,
            "level": self.level,
            "kind": self.kind,
            "layer": self.layer,
            "input": self.before.shape,
            "shape": self.shape,
            "params": self.params,
            "stored": self.stored,
            "macs": self.macs,
            "flops": self.flops,
            "receptive_field": self.receptive_field,
            "stride": self.stride,
        }


@dataclass(frozen=True)
class Network:
    """A network that was read: its text, its rows, and the sums over them.

    Counts are for one input. `params` are trainable; multiply-accumulates leave out biases, normalizations, activations
    and poolings; shapes are channels first.
    """

    text: str
    start: Point
    outline: tuple[Row, ...]

    ATTRIBUTES: ClassVar[frozenset[str]] = frozenset(
        ["params", "stored", "macs", "flops", "receptive_field", "stride", "shape", "flat", "depth", "rows"]
    )
    """What an expression may read."""

    def __str__(self) -> str:
        return self.text

    @cached_property
    def layers(self) -> Sequence[Row]:
        """The rows of layers, in the order in which they are computed; blocks' opening lines left out."""
        return tuple(row for row in self.outline if not row.opens)

    @property
    def rows(self) -> Sequence[Mapping[str, Value]]:
        """The layers as values."""
        return tuple(row.as_values() for row in self.layers)

    @cached_property
    def params(self) -> int:
        """Trainable parameters."""
        return sum(row.params for row in self.outline)

    @cached_property
    def stored(self) -> int:
        """Parameters and the running statistics of batch normalizations."""
        return sum(row.stored for row in self.outline)

    @cached_property
    def macs(self) -> int:
        """Multiply-accumulates for one input."""
        return sum(row.macs for row in self.outline)

    @property
    def flops(self) -> int:
        """Two for each multiply-accumulate."""
        return 2 * self.macs

    @property
    def shape(self) -> Shape:
        """What comes out, channels first."""
        return self._end.shape

    @property
    def flat(self) -> int:
        """How many values come out."""
        return prod(self.shape)

    @property
    def depth(self) -> int:
        """Learned layers (convolutions, linear layers, attentions, embeddings) on the longest path."""
        return self._end.depth

    @property
    def receptive_field(self) -> Value:
        """Positions of the input that an output of the last map sees: one number, or one an axis.

        A head that mixes all positions (`gap`, `linear` on a vector) is left out; of a network that is nothing else, it
        is the whole input.
        """
        seen = [row.receptive_field for row in self.layers if not row.after.field.whole]
        return seen[-1] if seen else plain(input_axes(self.start.shape))

    @property
    def stride(self) -> Value:
        """Positions of the input between neighbouring outputs of the last map."""
        seen = [row.stride for row in self.layers if not row.after.field.whole]
        return seen[-1] if seen else 1

    @property
    def _end(self) -> Point:
        return self.outline[-1].after if self.outline else self.start

    def as_data(self) -> dict[str, Any]:
        """Sums and layers for JSON."""
        sums = sorted(self.ATTRIBUTES - {"rows"})
        return {name: getattr(self, name) for name in sums} | {"layers": self.rows}
