"""Small multilayer perceptrons by hand: what they give, and the gradient of every weight.

`weights` holds one matrix a layer, a row per unit, a column per input; `biases` one vector a layer, or nothing. Hidden
layers end in the activation, the last one is linear. A single number stands for a matrix or vector of one.
"""

from collections.abc import Sequence

from quizapp.checks.calculators.activations import activation, activation_grad
from quizapp.checks.calculators.arguments import items, matrix, number, vector
from quizapp.checks.calculators.exactness import bounded, inner, is_list, same_length
from quizapp.checks.calculators.registry import calculator
from quizapp.checks.values import Number, Value
from quizapp.i18n import F_

Layers = list[tuple[list[list[Number]], list[Number]]]


@calculator
def mlp_output(x: Value, weights: Value, act: str = "relu", biases: Value = None) -> list[Number]:
    """The outputs of the perceptron for the input vector `x`."""
    return _forward(_vector(x, "x"), _layers(weights, biases), act)[-1]


@calculator
def mlp_gradients(x: Value, weights: Value, target: Value, act: str = "relu", biases: Value = None) -> list[Value]:
    """The derivatives of half the squared error, sum((y - target)^2) / 2, by the weights: one matrix a layer.

    Back-propagation: an output's error is y - target; a hidden unit's is the weighted sum of the errors it feeds times
    the activation's derivative; a weight's gradient is the error of its unit times its input.
    """
    layers = _layers(weights, biases)
    sums = _forward(_vector(x, "x"), layers, act)
    wanted = _vector(target, "target")
    same_length(sums[-1], wanted, F_("output and target"))
    errors = [bounded(y - t) for y, t in zip(sums[-1], wanted, strict=True)]
    gradients: list[Value] = []
    for depth in range(len(layers) - 1, -1, -1):
        inputs = activation(act, sums[depth]) if depth else sums[0]
        gradients.insert(0, [[bounded(error * value) for value in inputs] for error in errors])
        if depth:
            columns = zip(*layers[depth][0], strict=True)
            slopes = activation_grad(act, sums[depth])
            errors = [bounded(inner(errors, c, "errors") * s) for c, s in zip(columns, slopes, strict=True)]
    return gradients


def _forward(x: list[Number], layers: Layers, act: str) -> list[list[Number]]:
    """The input, then every layer's sums before the activation."""
    sums = [x]
    for depth, (rows, shifts) in enumerate(layers):
        inputs = activation(act, sums[-1]) if depth else x
        sums.append(
            [bounded(inner(row, inputs, F_("weights and inputs")) + b) for row, b in zip(rows, shifts, strict=True)]
        )
    return sums


def _layers(weights: Value, biases: Value) -> Layers:
    matrices = [matrix(one if is_list(one) else [[one]], "weights") for one in items(weights, "weights")]
    shifts: Sequence[list[Number]] = [[0] * len(rows) for rows in matrices]
    if biases is not None:
        shifts = [_vector(one, "biases") for one in items(biases, "biases")]
        same_length(matrices, shifts, F_("weights and biases"))
        for rows, shift in zip(matrices, shifts, strict=True):
            same_length(rows, shift, F_("a layer's units and biases"))
    return list(zip(matrices, shifts, strict=True))


def _vector(value: Value, name: str) -> list[Number]:
    return vector(value, name) if is_list(value) else [number(value, name)]
