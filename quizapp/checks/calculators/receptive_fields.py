"""Receptive fields along one axis, in input pixels (Araujo, Norris, Sim: Computing Receptive Fields, Distill 2019).

Layers stand from input to output; one is a mapping (k, s = 1, p = 0, d = 1, type) or a tuple (k, s, d). A pooling
without a stride has its kernel's. An empty list is the input itself.
"""

from quizapp.checks.calculators.arguments import MOST, count
from quizapp.checks.calculators.layers import Layer, read_layers
from quizapp.checks.calculators.registry import calculator
from quizapp.checks.errors import Unfit
from quizapp.checks.values import Value
from quizapp.i18n import F_


@calculator
def receptive_field(layers: Value) -> int:
    """Pixels from the first that a unit sees to the last: 1 + Σ (k - 1) d times the strides of the layers before.

    Holes count, padding plays no part.
    """
    return _walk(read_layers(layers))[0]


@calculator
def effective_stride(layers: Value) -> int:
    """Input pixels between the receptive fields of neighbouring units: the product of all strides ("jump")."""
    return _walk(read_layers(layers))[1]


@calculator
def effective_padding(layers: Value) -> int:
    """Pixels by which the first unit's receptive field begins before the input: Σ p times the strides before."""
    return _walk(read_layers(layers))[2]


@calculator
def receptive_region(layers: Value, unit: Value, size: Value = None) -> list[int]:
    """First and last input pixel that a unit sees, both counted from 0: [uS - P, uS - P + r - 1].

    With `size`, the input's length, the region is cut at the input's borders. Raises Unfit for a unit that sees
    nothing but padding.
    """
    field, stride, padding = _walk(read_layers(layers))
    first = count(unit, "unit", least=0) * stride - padding
    last = first + field - 1
    if size is None:
        return [first, last]
    if last < 0 or first >= count(size, "size"):
        raise Unfit(F_("unit {unit} sees none of the {size} pixels", unit=unit, size=size))
    return [max(first, 0), min(last, size - 1)]


def _walk(layers: list[Layer]) -> tuple[int, int, int]:
    field, stride, padding = 1, 1, 0
    for layer in layers:
        k, s, p, d = (_one_axis(pair) for pair in (layer.k, layer.s, layer.p, layer.d))
        field, padding, stride = field + (k - 1) * d * stride, padding + p * stride, stride * s
        if max(field, stride, padding) > MOST:
            raise Unfit(F_("a receptive field of more than 10^15 pixels"))
    return field, stride, padding


def _one_axis(pair: tuple[int, int]) -> int:
    if pair[0] != pair[1]:
        raise Unfit(F_("a receptive field is that of one axis: give k, s, p and d as numbers"))
    return pair[0]
