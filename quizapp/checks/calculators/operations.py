"""How many multiply-accumulates layers take. 1 MAC is 2 FLOPs; biases are not counted."""

from quizapp.checks.calculators.arguments import count, one_of
from quizapp.checks.calculators.parameters import conv_params
from quizapp.checks.calculators.registry import calculator
from quizapp.checks.calculators.sizes import conv_shape
from quizapp.checks.values import Value

OPERATIONS_PER_MAC = {"MAC": 1, "FLOP": 2}


@calculator
def per_mac(unit: Value) -> int:
    """Operations of a unit in one multiply-accumulate: 1 of "MAC", 2 of "FLOP"."""
    return OPERATIONS_PER_MAC[one_of(unit, "unit", OPERATIONS_PER_MAC)]


@calculator
def conv_macs(shape: Value, cout: Value, k: Value, s: Value = 1, p: Value = 0, d: Value = 1, groups: Value = 1) -> int:
    """MACs of a convolution of one (C, H, W) map: its weights, once for every place of the output.

    k, s, p, d: a number or [h, w].
    """
    channels, height, width = conv_shape(shape, cout, k, s, p, d)[-3:]
    return height * width * conv_params(shape[-3], channels, k, groups, bias=False)


@calculator
def linear_macs(nin: Value, nout: Value, rows: Value = 1) -> int:
    """MACs of a fully connected layer: one a weight, for every row that goes through it."""
    return count(rows, "rows") * count(nin, "nin") * count(nout, "nout")
