"""Which layers there are: each name with what it may be given and the rule that it follows."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from quizapp.checks.networks.options import Option, Signature
from quizapp.checks.networks.points import Point

Rule = TypeVar("Rule", bound=Callable[..., "Outcome"])


@dataclass(frozen=True)
class Outcome:
    """What a layer does: the point behind it and what it costs.

    `params` are trainable; `buffers` are stored beside them (running statistics); `macs` are the multiply-accumulates
    of one input, biases ignored.
    """

    point: Point
    params: int = 0
    macs: int = 0
    buffers: int = 0


@dataclass(frozen=True)
class Kind:
    """A kind of layer. `learned`: it counts for the depth of a network."""

    signature: Signature
    rule: Callable[..., Outcome]
    learned: bool


KINDS: dict[str, Kind] = {}

OTHER_NAMES = {
    "fc": "linear",
    "dense": "linear",
    "convolution": "conv",
    "conv2d": "conv",
    "conv1d": "conv",
    "depthwise": "dwconv",
    "deconv": "tconv",
    "convtranspose2d": "tconv",
    "batchnorm": "bn",
    "batchnorm2d": "bn",
    "layernorm": "ln",
    "groupnorm": "gn",
    "instancenorm": "in",
    "pool": "maxpool",
    "pooling": "maxpool",
    "maxpool2d": "maxpool",
    "avgpool2d": "avgpool",
    "adaptiveavgpool2d": "gap",
    "globalavgpool": "gap",
    "swish": "silu",
    "mha": "attention",
    "skip": "residual",
    "concat": "branch",
    "loop": "repeat",
    "se": "gate",
    "project": "shortcut",
    "projection": "shortcut",
}
"""What others call our layers: a wrong name is told with the right one."""


def layer(
    *names: str, words: dict[str, Option] | None = None, learned: bool = False, **keys: Option
) -> Callable[[Rule], Rule]:
    """Makes a rule known by its names; it gets the point before the layer, and by name whatever the line gives."""

    def known(rule: Rule) -> Rule:
        for name in names:
            KINDS[name] = Kind(Signature(words or {}, keys), rule, learned)
        return rule

    return known


def needs(read: Callable[[str], Any], example: str) -> Option:
    """An option that must be given."""
    return Option(read, example, needed=True)


def may(read: Callable[[str], Any], default: Any, example: str) -> Option:
    """An option with a default."""
    return Option(read, example, default)
