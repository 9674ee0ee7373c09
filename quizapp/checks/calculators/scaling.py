"""Scaling data: statistics, min-max, z-scores, unit vectors."""

from quizapp.checks.calculators.arguments import count, number, vector
from quizapp.checks.calculators.exactness import average, bounded, positive, ratio, real, root, size, total
from quizapp.checks.calculators.registry import calculator
from quizapp.checks.errors import Unfit
from quizapp.checks.values import Number, Value
from quizapp.i18n import F_


@calculator
def variance(values: Value, correction: int = 0) -> Number:
    """The mean squared distance from the mean; n - `correction` in the denominator (torch.var has correction 1).

    Exact for exact numbers. Raises Unfit where there are not more values than `correction`.
    """
    numbers = vector(values, "values")
    if len(numbers) <= count(correction, "correction", 0):
        raise Unfit(F_("{n} values are too few for correction {correction}", n=len(numbers), correction=correction))
    centre = average(numbers)
    return ratio(total(bounded(bounded(x - centre) ** 2) for x in numbers), len(numbers) - correction)


@calculator
def std(values: Value, correction: int = 0) -> float:
    """The standard deviation, the root of `variance`: 0 for the population's, `correction` 1 for a sample's."""
    return root(variance(values, correction), "variance")


@calculator
def norm(values: Value, p: Number = 2) -> Number:
    """The length of a vector: (sum |x|^p)^(1/p), such as p = 1 (exact for exact numbers) or 2 (torch.linalg.norm)."""
    sizes = [size(x) for x in vector(values, "values")]
    if positive(p, "p") == 1:
        return total(sizes)
    if p == 2:
        return root(total(bounded(length * length) for length in sizes), "sum of squares")
    power, largest = real(p, "p"), max(sizes)
    parts = [real(ratio(length, largest), "value") for length in sizes] if largest else []
    return bounded(largest * real(total(part**power for part in parts), "sum") ** (1 / power))


@calculator
def normalize(values: Value, p: Number = 2) -> list[Number]:
    """The vector divided by its p-norm (torch.nn.functional.normalize). Raises Unfit for a vector of zeros."""
    length = norm(values, p)
    if not length:
        raise Unfit(F_("a vector of zeros has no direction"))
    return [ratio(x, length) for x in vector(values, "values")]


@calculator
def min_max_scale(values: Value, low: Number = 0, high: Number = 1) -> list[Number]:
    """The values stretched to [low, high]: low + (high-low) (x-min)/(max-min) (scikit-learn's MinMaxScaler).

    Exact for exact numbers. Raises Unfit where all values are equal.
    """
    numbers = [bounded(x) for x in vector(values, "values")]
    least, spread = min(numbers), max(numbers) - min(numbers)
    if not spread:
        raise Unfit(F_("all values are equal"))
    stretch = ratio(number(high, "high") - number(low, "low"), spread)
    return [bounded(low + bounded(stretch * bounded(x - least))) for x in numbers]


@calculator
def standardize(values: Value, correction: int = 0, eps: Number = 0) -> list[float]:
    """z-scores: (x - mean) / sqrt(variance + eps). Raises Unfit where all values are equal and eps is 0."""
    numbers = vector(values, "values")
    spread = root(bounded(variance(values, correction) + number(eps, "eps")), "variance")
    if not spread:
        raise Unfit(F_("all values are equal"))
    centre = average(numbers)
    return [real(bounded(x - centre), "value") / spread for x in numbers]
