"""Optimisers of one weight, step by step. `grads` is the gradient of one step, or a list with one per step.

The value after the first two steps is that of `grads[:2]`.
"""

from collections.abc import Callable, Iterable
from fractions import Fraction

from quizapp.checks.calculators.arguments import number, vector
from quizapp.checks.calculators.exactness import bounded, is_list, real, root, share
from quizapp.checks.calculators.registry import calculator
from quizapp.checks.errors import Unfit
from quizapp.checks.values import Number, Value
from quizapp.i18n import F_

EPS = Fraction(1, 10**8)
BETA1, BETA2 = Fraction(9, 10), Fraction(999, 1000)


@calculator
def sgd(
    w: Number,
    grads: Value,
    lr: Number,
    momentum: Number = 0,
    weight_decay: Number = 0,
    nesterov: bool = False,
    dampening: Number = 0,
) -> Number:
    """The weight after steps of stochastic gradient descent (torch.optim.SGD). Exact for exact numbers.

    g = grad + weight_decay w; v = momentum v + (1 - dampening) g, the first v being g; w -= lr v, or with `nesterov`
    w -= lr (g + momentum v).
    """
    weight, rate, velocity = number(w, "w"), number(lr, "lr"), None
    keep, damp = number(momentum, "momentum"), number(dampening, "dampening")
    decay = number(weight_decay, "weight_decay")
    for grad in _steps(grads):
        push = bounded(grad + bounded(decay * weight))
        velocity = push if velocity is None else bounded(bounded(keep * velocity) + bounded((1 - damp) * push))
        weight = bounded(weight - bounded(rate * (push + bounded(keep * velocity) if nesterov else velocity)))
    return weight


@calculator
def adagrad(w: Number, grads: Value, lr: Number = Fraction(1, 100), eps: Number = Fraction(1, 10**10)) -> Number:
    """The weight after steps of Adagrad: G += g^2; w -= lr g / (sqrt(G) + eps) (torch.optim.Adagrad)."""
    weight, squares = real(w, "w"), 0.0
    for grad in _reals(grads):
        squares += grad * grad
        weight -= _scaled(lr, grad, squares, eps)
    return bounded(weight)


@calculator
def rmsprop(
    w: Number, grads: Value, lr: Number = Fraction(1, 100), alpha: Number = Fraction(99, 100), eps: Number = EPS
) -> Number:
    """The weight after steps of RMSprop: s = alpha s + (1-alpha) g^2; w -= lr g / (sqrt(s) + eps).

    Source: torch.optim.RMSprop.
    """
    weight, squares, keep = real(w, "w"), 0.0, real(share(alpha, "alpha"), "alpha")
    for grad in _reals(grads):
        squares = keep * squares + (1 - keep) * grad * grad
        weight -= _scaled(lr, grad, squares, eps)
    return bounded(weight)


@calculator
def adam(
    w: Number,
    grads: Value,
    lr: Number = Fraction(1, 1000),
    beta1: Number = BETA1,
    beta2: Number = BETA2,
    eps: Number = EPS,
    weight_decay: Number = 0,
) -> Number:
    """The weight after steps of Adam, with bias correction (torch.optim.Adam, Kingma 2015).

    m and v are moving averages of g and g^2, divided by 1 - beta^t; w -= lr m / (sqrt(v) + eps). `weight_decay` is
    added to the gradient, as L2 regularisation is.
    """
    decay = real(weight_decay, "weight_decay")
    return _adam(w, grads, lr, (beta1, beta2), eps, lambda weight, grad: (weight, grad + decay * weight))


@calculator
def adamw(
    w: Number,
    grads: Value,
    lr: Number = Fraction(1, 1000),
    beta1: Number = BETA1,
    beta2: Number = BETA2,
    eps: Number = EPS,
    weight_decay: Number = Fraction(1, 100),
) -> Number:
    """The weight after steps of AdamW: w *= 1 - lr weight_decay, then Adam's step.

    Source: torch.optim.AdamW, Loshchilov 2019.
    """
    kept = 1 - real(lr, "lr") * real(weight_decay, "weight_decay")
    return _adam(w, grads, lr, (beta1, beta2), eps, lambda weight, grad: (weight * kept, grad))


def _adam(
    w: Number,
    grads: Value,
    lr: Number,
    betas: tuple[Number, Number],
    eps: Number,
    decayed: Callable[[float, float], tuple[float, float]],
) -> Number:
    first, second = (real(share(beta, "beta"), "beta") for beta in betas)
    if 1 in (first, second):
        raise Unfit(F_("beta is not below 1"))
    weight, mean, square = real(w, "w"), 0.0, 0.0
    for step, slope in enumerate(_reals(grads), start=1):
        weight, grad = decayed(weight, slope)
        mean = first * mean + (1 - first) * grad
        square = second * square + (1 - second) * grad * grad
        weight -= _scaled(lr, mean / (1 - first**step), square / (1 - second**step), eps)
    return bounded(weight)


def _scaled(lr: Number, grad: float, squares: float, eps: Number) -> float:
    below = root(bounded(squares), "sum of squares") + real(eps, "eps")
    if not below:
        raise Unfit(F_("gradient and eps are both 0"))
    return real(lr, "lr") * grad / below


def _steps(grads: Value) -> list[Number]:
    return vector(grads, "grads") if is_list(grads) else [number(grads, "grads")]


def _reals(grads: Value) -> Iterable[float]:
    return [real(grad, "gradient") for grad in _steps(grads)]
