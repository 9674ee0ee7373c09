"""Making networks smaller: affine quantisation and magnitude pruning."""

from quizapp.checks.calculators.arguments import count, items, number, vector
from quizapp.checks.calculators.exactness import bounded, is_list, positive, ratio, size
from quizapp.checks.calculators.registry import calculator
from quizapp.checks.errors import Unfit
from quizapp.checks.values import Number, Value
from quizapp.i18n import F_


@calculator
def quantize(x: Value, scale: Number, zero_point: int = 0, low: int = 0, high: int = 255) -> Value:
    """round(x / scale) + zero_point, clamped to low..high; of a number or of every element of a list.

    Halves are rounded to the even side (torch.quantize_per_tensor; quint8 is 0..255, qint8 -128..127).
    """
    if is_list(x):
        return [quantize(item, scale, zero_point, low, high) for item in items(x, "x")]
    if low > high:
        raise Unfit(F_("low is above high"))
    steps = round(ratio(number(x, "x"), positive(scale, "scale")))
    return min(max(steps + zero_point, low), high)


@calculator
def dequantize(q: Value, scale: Number, zero_point: int = 0) -> Value:
    """scale (q - zero_point), of an integer or of every element of a list. Exact for exact numbers."""
    if is_list(q):
        return [dequantize(item, scale, zero_point) for item in items(q, "q")]
    return bounded(positive(scale, "scale") * (number(q, "q") - number(zero_point, "zero_point")))


@calculator
def prune(w: Value, amount: int) -> list[Number]:
    """The vector with its `amount` smallest magnitudes set to 0 (torch.nn.utils.prune.l1_unstructured).

    Of equal magnitudes the earlier one goes first.
    """
    weights = vector(w, "w")
    if count(amount, "amount", 0) > len(weights):
        raise Unfit(F_("{amount} of {n} weights cannot be pruned", amount=amount, n=len(weights)))
    gone = set(sorted(range(len(weights)), key=lambda place: size(weights[place]))[:amount])
    return [0 if place in gone else weight for place, weight in enumerate(weights)]
