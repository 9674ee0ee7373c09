"""What keeps weights small and networks honest: shrinking, clipping, dropout, smoothed labels."""

from fractions import Fraction

from quizapp.checks.calculators.arguments import count, items, number, vector
from quizapp.checks.calculators.exactness import bounded, is_list, positive, ratio, same_length, share, size
from quizapp.checks.calculators.registry import calculator
from quizapp.checks.calculators.scaling import norm
from quizapp.checks.errors import Unfit
from quizapp.checks.limits import LENGTH, work
from quizapp.checks.values import Number, Value
from quizapp.i18n import F_


@calculator
def soft_threshold(w: Value, lam: Number) -> Value:
    """sign(w) max(|w| - lam, 0), of a number or of every element of a list: the L1 proximal step.

    Source: torch.nn.Softshrink.
    """
    if is_list(w):
        return [soft_threshold(item, lam) for item in items(w, "w")]
    if number(lam, "lam") < 0:
        raise Unfit(F_("lam is below 0"))
    left = bounded(max(size(number(w, "w")) - lam, 0))
    return left if w > 0 else -left


@calculator
def clip_norm(grads: Value, max_norm: Number) -> list[Number]:
    """The gradient vector, scaled down to length `max_norm` where it is longer (torch.nn.utils.clip_grad_norm_)."""
    numbers, length = vector(grads, "grads"), norm(grads)
    if length <= positive(max_norm, "max_norm"):
        return numbers
    return [bounded(x * ratio(max_norm, length)) for x in numbers]


@calculator
def dropout(x: Value, keep: Value, p: Number = Fraction(1, 2)) -> Value:
    """Inverted dropout in training: what is kept is divided by 1 - p, the rest is 0 (torch.nn.Dropout). Exact.

    `x` and `keep` are a number and a truth value, or lists of them; p is the probability to be dropped.
    """
    if share(p, "p") == 1:
        raise Unfit(F_("p is not below 1"))
    if not is_list(x):
        return ratio(number(x, "x"), 1 - p) if keep else 0
    numbers = vector(x, "x")
    same_length(numbers, items(keep, "keep"), F_("x and keep"))
    return [ratio(value, 1 - p) if kept else 0 for value, kept in zip(numbers, keep, strict=True)]


@calculator
def smooth_labels(target: int, classes: int, smoothing: Number) -> list[Number]:
    """(1 - smoothing) one-hot + smoothing / classes, a list of probabilities. Exact.

    Source: torch.nn.CrossEntropyLoss (label_smoothing), Szegedy 2016.
    """
    if count(target, "target", 0) >= count(classes, "classes", 1) or classes > LENGTH:
        raise Unfit(
            F_("target {target} of {classes} classes", target=target, classes=classes)
            if classes <= LENGTH
            else F_("more than {most} classes", most=LENGTH)
        )
    work(classes)
    even = ratio(share(smoothing, "smoothing"), classes)
    return [bounded(even + (1 - smoothing if index == target else 0)) for index in range(classes)]
