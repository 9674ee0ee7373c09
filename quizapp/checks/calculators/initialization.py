"""The scale of initial weights. A weight's shape is [out, in] or [out, in, height, width], as in PyTorch."""

from collections.abc import Mapping
from fractions import Fraction
from math import prod

from quizapp.checks.calculators.arguments import count, items, one_of
from quizapp.checks.calculators.exactness import bounded, positive, ratio, root
from quizapp.checks.calculators.registry import calculator
from quizapp.checks.errors import Unfit
from quizapp.checks.values import Number, Value
from quizapp.i18n import F_


@calculator
def fan_in(shape: Value) -> int:
    """Inputs of one unit: input channels times the kernel's area."""
    return prod(_sizes(shape)[1:])


@calculator
def fan_out(shape: Value) -> int:
    """Units one input reaches: output channels times the kernel's area."""
    sizes = _sizes(shape)
    return sizes[0] * prod(sizes[2:])


@calculator
def kaiming_std(shape: Value, mode: str = "fan_in", nonlinearity: str = "relu") -> float:
    """gain / sqrt(fan), the squared gain of "relu" being 2, that of "linear" 1.

    Source: torch.nn.init.kaiming_normal_, He 2015.
    """
    return root(_kaiming_variance(shape, mode, nonlinearity), "variance")


@calculator
def kaiming_bound(shape: Value, mode: str = "fan_in", nonlinearity: str = "relu") -> float:
    """sqrt(3) times `kaiming_std`: weights are uniform in (-bound, bound) (torch.nn.init.kaiming_uniform_)."""
    return root(3 * _kaiming_variance(shape, mode, nonlinearity), "variance")


@calculator
def xavier_std(shape: Value, gain: Number = 1) -> float:
    """gain sqrt(2 / (fan_in + fan_out)) (torch.nn.init.xavier_normal_, Glorot 2010)."""
    return root(_xavier_variance(shape, gain), "variance")


@calculator
def xavier_bound(shape: Value, gain: Number = 1) -> float:
    """sqrt(3) times `xavier_std`: weights are uniform in (-bound, bound) (torch.nn.init.xavier_uniform_)."""
    return root(3 * _xavier_variance(shape, gain), "variance")


SQUARED_GAINS: Mapping[str, Number] = {"relu": 2, "linear": 1, "identity": 1, "sigmoid": 1, "tanh": Fraction(25, 9)}


def _kaiming_variance(shape: Value, mode: Value, nonlinearity: Value) -> Number:
    fan = fan_in(shape) if one_of(mode, "mode", ("fan_in", "fan_out")) == "fan_in" else fan_out(shape)
    return ratio(SQUARED_GAINS[one_of(nonlinearity, "nonlinearity", SQUARED_GAINS)], fan)


def _xavier_variance(shape: Value, gain: Value) -> Number:
    squared = bounded(positive(gain, "gain") ** 2)
    return ratio(2 * squared, fan_in(shape) + fan_out(shape))


def _sizes(shape: Value) -> list[int]:
    sizes = [count(size, "size", 1) for size in items(shape, "shape")]
    if not 2 <= len(sizes) <= 5:
        raise Unfit(F_("a weight's shape has 2 to 5 sizes: [out, in] or [out, in, height, width]"))
    return sizes
