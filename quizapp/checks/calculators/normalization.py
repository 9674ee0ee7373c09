"""Normalisation layers: of a batch's features, of a sample's features."""

from collections.abc import Sequence

from quizapp.checks.calculators.arguments import matrix, number, vector
from quizapp.checks.calculators.exactness import average, bounded, is_matrix, ratio, real, root
from quizapp.checks.calculators.registry import calculator
from quizapp.checks.calculators.scaling import standardize
from quizapp.checks.values import Number, Value


@calculator
def batch_norm(batch: Value, gamma: Number = 1, beta: Number = 0, eps: Number = 0) -> list[Value]:
    """Batch normalisation in training: gamma (x - mean) / sqrt(variance + eps) + beta, the variance biased.

    `batch` holds one feature's value per sample, or one row per sample: then every column is normalised by itself
    (torch.nn.BatchNorm1d, Ioffe 2015). gamma and beta are numbers. PyTorch's eps is 1e-5; here none, as by hand.
    """
    if not is_matrix(batch):
        return list(_affine(standardize(batch, 0, eps), gamma, beta))
    columns = [standardize(list(column), 0, eps) for column in zip(*matrix(batch, "batch"), strict=True)]
    return [list(row) for row in zip(*(_affine(column, gamma, beta) for column in columns), strict=True)]


@calculator
def layer_norm(x: Value, gamma: Number = 1, beta: Number = 0, eps: Number = 0) -> list[Value]:
    """Layer normalisation: as `batch_norm`, over the features of one sample; of a matrix, over every row by itself.

    Source: torch.nn.LayerNorm, Ba 2016.
    """
    if is_matrix(x):
        return [list(_affine(standardize(row, 0, eps), gamma, beta)) for row in matrix(x, "x")]
    return list(_affine(standardize(x, 0, eps), gamma, beta))


@calculator
def rms_norm(x: Value, gamma: Number = 1, eps: Number = 0) -> list[Number]:
    """x gamma / sqrt(mean of x^2 + eps): the mean is not subtracted (torch.nn.RMSNorm, Zhang 2019)."""
    numbers = vector(x, "x")
    length = root(bounded(average([bounded(a * a) for a in numbers]) + number(eps, "eps")), "mean square")
    return _affine([real(ratio(a, length), "x") for a in numbers], gamma, 0)


def _affine(values: Sequence[float], gamma: Value, beta: Value) -> list[Number]:
    scale, shift = real(gamma, "gamma"), real(beta, "beta")
    return [bounded(value * scale + shift) for value in values]
