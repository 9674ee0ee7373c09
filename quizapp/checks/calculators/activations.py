"""Activation functions, their derivatives, and softmax."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from math import cosh, erf, exp, expm1, log, log1p, pi, sqrt, tanh

from quizapp.checks.calculators.arguments import items, number, one_of, vector
from quizapp.checks.calculators.exactness import bounded, is_list, positive, ratio, real, size, total
from quizapp.checks.calculators.registry import calculator
from quizapp.checks.values import Number, Value
from quizapp.i18n import F_

Curve = Callable[[Number, Number, Number], Number]
"""A function of x, the slope of leaky ReLU and the alpha of ELU."""

SELU_ALPHA = 1.6732632423543772
SELU_SCALE = 1.0507009873554805


def _sigmoid(x: Number) -> float:
    power = exp(-abs(real(x, "x")))  # never a large exponent: exp(1000) overflows
    return 1 / (1 + power) if x >= 0 else power / (1 + power)


def _tanh_grad(x: Number) -> float:
    return 1 / cosh(real(x, "x")) ** 2 if size(x) < 350 else 0.0


def _softplus(x: Number) -> float:
    return max(real(x, "x"), 0.0) + log1p(exp(-abs(real(x, "x"))))


def _bell(x: Number) -> tuple[float, float]:
    """The normal distribution's cumulative probability and density at x."""
    point = real(x, "x")
    return (1 + erf(point / sqrt(2))) / 2, exp(-point * point / 2) / sqrt(2 * pi)


def _elu(x: Number, alpha: Number) -> Number:
    return x if x >= 0 else alpha * expm1(real(x, "x"))


def _elu_grad(x: Number, alpha: Number) -> Number:
    return 1 if x > 0 else alpha * exp(real(x, "x")) if x < 0 else alpha


def _mish_grad(x: Number) -> float:
    flat = tanh(_softplus(x))
    return flat + real(x, "x") * _sigmoid(x) * (1 - flat * flat)


def _clip(x: Number, low: int, high: int) -> Number:
    return min(max(x, low), high)


VALUES: Mapping[str, Curve] = {
    "identity": lambda x, slope, alpha: x,
    "relu": lambda x, slope, alpha: max(x, 0),
    "relu6": lambda x, slope, alpha: _clip(x, 0, 6),
    "leaky_relu": lambda x, slope, alpha: x if x > 0 else slope * x,
    "elu": lambda x, slope, alpha: _elu(x, alpha),
    "selu": lambda x, slope, alpha: SELU_SCALE * _elu(x, SELU_ALPHA),
    "gelu": lambda x, slope, alpha: x * _bell(x)[0],
    "silu": lambda x, slope, alpha: x * _sigmoid(x),
    "mish": lambda x, slope, alpha: x * tanh(_softplus(x)),
    "softplus": lambda x, slope, alpha: _softplus(x),
    "softsign": lambda x, slope, alpha: ratio(x, 1 + size(x)),
    "sigmoid": lambda x, slope, alpha: _sigmoid(x),
    "tanh": lambda x, slope, alpha: tanh(real(x, "x")),
    "hardtanh": lambda x, slope, alpha: _clip(x, -1, 1),
    "hardsigmoid": lambda x, slope, alpha: ratio(_clip(x + 3, 0, 6), 6),
    "hardswish": lambda x, slope, alpha: ratio(x * _clip(x + 3, 0, 6), 6),
}

SLOPES: Mapping[str, Curve] = {
    "identity": lambda x, slope, alpha: 1,
    "relu": lambda x, slope, alpha: int(x > 0),
    "relu6": lambda x, slope, alpha: int(0 < x < 6),
    "leaky_relu": lambda x, slope, alpha: 1 if x > 0 else slope,
    "elu": lambda x, slope, alpha: _elu_grad(x, alpha),
    "selu": lambda x, slope, alpha: SELU_SCALE * _elu_grad(x, SELU_ALPHA),
    "gelu": lambda x, slope, alpha: _bell(x)[0] + x * _bell(x)[1],
    "silu": lambda x, slope, alpha: _sigmoid(x) * (1 + x * _sigmoid(-x)),
    "mish": lambda x, slope, alpha: _mish_grad(x),
    "softplus": lambda x, slope, alpha: _sigmoid(x),
    "softsign": lambda x, slope, alpha: ratio(1, (1 + size(x)) ** 2),
    "sigmoid": lambda x, slope, alpha: _sigmoid(x) * _sigmoid(-x),
    "tanh": lambda x, slope, alpha: _tanh_grad(x),
    "hardtanh": lambda x, slope, alpha: int(-1 < x < 1),
    "hardsigmoid": lambda x, slope, alpha: Fraction(int(-3 < x < 3), 6),
    "hardswish": lambda x, slope, alpha: int(x > 0) if size(x) >= 3 else ratio(2 * x + 3, 6),
}


def curve(curves: Mapping[str, Curve], name: Value) -> Curve:
    """The function of that name. Raises Unfit, naming those there are, where it is unknown."""
    return curves[one_of(name, F_("the activation"), curves)]


def _along(chosen: Curve, x: Value, slope: Number, alpha: Number) -> Value:
    if is_list(x):
        return [_along(chosen, item, slope, alpha) for item in items(x, "x")]
    return bounded(chosen(number(x, "x"), number(slope, "slope"), number(alpha, "alpha")))


@calculator
def activation(name: str, x: Value, slope: Number = Fraction(1, 100), alpha: Number = 1) -> Value:
    """The activation function called `name`, of a number or of every element of a list.

    Names and formulas are those of torch.nn (Non-linear Activations): identity, relu, relu6, leaky_relu (`slope`), elu
    (`alpha`), selu, gelu (exact, with erf), silu, mish, softplus, softsign, sigmoid, tanh, hardtanh, hardsigmoid,
    hardswish. Piecewise linear ones stay exact.
    """
    return _along(curve(VALUES, name), x, slope, alpha)


@calculator
def activation_grad(name: str, x: Value, slope: Number = Fraction(1, 100), alpha: Number = 1) -> Value:
    """The derivative of the activation function called `name`, of a number or of every element of a list.

    At a kink it is what PyTorch's autograd takes: 0 for ReLU at 0 and for ReLU6 at 0 and 6, `slope` for leaky ReLU.
    """
    return _along(curve(SLOPES, name), x, slope, alpha)


@calculator
def relu(x: Value) -> Value:
    """max(x, 0), of a number or of every element of a list."""
    return activation("relu", x)


@calculator
def sigmoid(x: Value) -> Value:
    """1 / (1 + exp(-x)), of a number or of every element of a list."""
    return activation("sigmoid", x)


@calculator
def softmax(logits: Value, temperature: Number = 1) -> list[float]:
    """exp(z/T) over the sum of all exp(z/T): probabilities, one per logit (torch.nn.Softmax; T: Hinton 2015)."""
    scaled = _scaled(logits, temperature)
    highest = max(scaled)
    powers = [exp(z - highest) for z in scaled]
    whole_sum = real(total(powers), F_("the sum"))
    return [power / whole_sum for power in powers]


@calculator
def log_softmax(logits: Value, temperature: Number = 1) -> list[float]:
    """The natural logarithm of `softmax`, right for far apart logits too (torch.nn.LogSoftmax)."""
    scaled = _scaled(logits, temperature)
    highest = max(scaled)
    shift = highest + log(real(total(exp(z - highest) for z in scaled), F_("the sum")))
    return [z - shift for z in scaled]


def _scaled(logits: Value, temperature: Value) -> list[float]:
    heat = positive(temperature, "temperature")
    return [real(ratio(z, heat), "logit") for z in vector(logits, "logits")]
