"""Losses. Logarithms are natural; a loss is averaged over its elements unless `reduction` says "sum"."""

from collections.abc import Callable, Sequence
from math import log

from quizapp.checks.calculators.activations import log_softmax
from quizapp.checks.calculators.arguments import count, number, one_of, vector
from quizapp.checks.calculators.exactness import (
    average,
    bounded,
    inner,
    is_list,
    positive,
    ratio,
    real,
    root,
    same_length,
    share,
    size,
    total,
)
from quizapp.checks.calculators.registry import calculator
from quizapp.checks.errors import Unfit
from quizapp.checks.values import Number, Value
from quizapp.i18n import F_


@calculator
def cross_entropy(logits: Value, target: Value, temperature: Number = 1) -> Number:
    """Cross entropy of one sample, from its logits: -ln softmax(logits)[target] (torch.nn.CrossEntropyLoss).

    `target` is the index of the class, or a list of probabilities, one per class.
    """
    logs = log_softmax(logits, temperature)
    if is_list(target):
        return bounded(-inner(probabilities(target, "target"), logs, F_("target and logits")))
    if count(target, "target", 0) >= len(logs):
        raise Unfit(F_("target {target} of {n} classes: the first is 0", target=target, n=len(logs)))
    return bounded(-logs[target])


@calculator
def binary_cross_entropy(p: Value, y: Value, reduction: str = "mean") -> Number:
    """-(y ln p + (1-y) ln(1-p)) of predicted probabilities and labels, numbers or lists (torch.nn.BCELoss)."""

    def loss(chance: Number, label: Number) -> Number:
        return bounded(-(_weighed_log(label, chance, "p") + _weighed_log(1 - label, 1 - chance, "p")))

    chances, labels = _pairs(p, y, F_("p and y"))
    pairs = zip((share(chance, "p") for chance in chances), (share(label, "y") for label in labels), strict=True)
    return _reduced([loss(*pair) for pair in pairs], reduction)


@calculator
def kl_divergence(p: Value, q: Value) -> Number:
    """The sum of p ln(p/q) over two distributions (torch.nn.KLDivLoss of q's logarithms against p).

    Raises Unfit where q is 0 and p is not.
    """
    first, second = probabilities(p, "p"), probabilities(q, "q")
    same_length(first, second, F_("p and q"))
    pairs = zip(first, second, strict=True)
    return total(_weighed_log(a, a, "p") - _weighed_log(a, b, "q") for a, b in pairs)


@calculator
def focal_loss(p: Number, gamma: Number = 2, alpha: Number = 1) -> Number:
    """-alpha (1-p)^gamma ln p, p the predicted probability of the true class (Lin 2017, Focal Loss)."""
    wrong = real(1 - share(p, "p"), "p")
    if number(gamma, "gamma") < 0:
        raise Unfit(F_("gamma is below 0"))
    weight = real(alpha, "alpha") * wrong ** real(gamma, "gamma")
    return bounded(-weight * _log(p, "p"))


@calculator
def mse(prediction: Value, target: Value, reduction: str = "mean") -> Number:
    """Mean squared error of numbers or lists (torch.nn.MSELoss). Exact for exact numbers."""
    return _regression(prediction, target, reduction, lambda error: error * error)


@calculator
def mae(prediction: Value, target: Value, reduction: str = "mean") -> Number:
    """Mean absolute error of numbers or lists (torch.nn.L1Loss). Exact for exact numbers."""
    return _regression(prediction, target, reduction, size)


@calculator
def rmse(prediction: Value, target: Value) -> float:
    """Root of the mean squared error, of numbers or lists."""
    return root(mse(prediction, target), "mean squared error")


@calculator
def huber(prediction: Value, target: Value, delta: Number = 1, reduction: str = "mean") -> Number:
    """e^2/2 where |e| <= delta, delta (|e| - delta/2) elsewhere (torch.nn.HuberLoss). Exact for exact numbers."""
    knee = positive(delta, "delta")

    def loss(error: Number) -> Number:
        far = size(error)
        return ratio(far * far, 2) if far <= knee else knee * (far - ratio(knee, 2))

    return _regression(prediction, target, reduction, loss)


@calculator
def smooth_l1(prediction: Value, target: Value, beta: Number = 1, reduction: str = "mean") -> Number:
    """`huber` with delta = beta, divided by beta (torch.nn.SmoothL1Loss). Exact for exact numbers."""
    return ratio(huber(prediction, target, beta, reduction), beta)


def probabilities(value: Value, name: str) -> list[Number]:
    """A list of numbers from 0 to 1. Raises Unfit for anything else."""
    return [share(item, name) for item in vector(value, name)]


def _log(value: Number, name: str) -> float:
    if real(value, name) <= 0:
        raise Unfit(F_("the logarithm of {what} needs a number above 0", what=name))
    return log(value)


def _weighed_log(weight: Number, value: Number, name: str) -> Number:
    return weight * _log(value, name) if weight else 0  # 0 ln 0 is 0


def _pairs(first: Value, second: Value, names: str) -> tuple[list[Number], list[Number]]:
    left, right = ([*vector(side, names)] if is_list(side) else [number(side, names)] for side in (first, second))
    same_length(left, right, names)
    return left, right


def _regression(prediction: Value, target: Value, reduction: str, loss: Callable[[Number], Number]) -> Number:
    pairs = zip(*_pairs(prediction, target, F_("prediction and target")), strict=True)
    return _reduced([bounded(loss(bounded(guess - true))) for guess, true in pairs], reduction)


def _reduced(losses: Sequence[Number], reduction: str) -> Number:
    return average(losses) if one_of(reduction, "reduction", ("mean", "sum")) == "mean" else total(losses)
