"""Poolings with numbers, there and back. Windows have side k; the stride defaults to it; there is no padding."""

from quizapp.checks.calculators.arguments import Matrix, Vector, count, matrix, one_of, vector
from quizapp.checks.calculators.exactness import average, ratio, total
from quizapp.checks.calculators.registry import calculator
from quizapp.checks.calculators.sizes import pool_size
from quizapp.checks.errors import Unfit
from quizapp.checks.limits import work
from quizapp.checks.values import Number, Value
from quizapp.i18n import F_

KINDS = ("max", "avg")


@calculator
def pool2d(image: Value, k: Value, s: Value = None, kind: Value = "max") -> Matrix:
    """The largest number or the mean of every window of an image; kind: "max" or "avg".

    PyTorch's F.max_pool2d and F.avg_pool2d.
    """
    pixels, stride = matrix(image, "image"), count(k if s is None else s, "s")
    rows, columns = pool_size(len(pixels), k, s), pool_size(len(pixels[0]), k, s)
    how = one_of(kind, "kind", KINDS)
    work(rows * columns * k * k)
    return [
        [_pooled([pixels[i][j] for i, j in _cells(row * stride, column * stride, k)], how) for column in range(columns)]
        for row in range(rows)
    ]


@calculator
def pool1d(x: Value, k: Value, s: Value = None, kind: Value = "max") -> Vector:
    """The largest number or the mean of every window of a vector (PyTorch's F.max_pool1d, F.avg_pool1d)."""
    values, stride = vector(x, "x"), count(k if s is None else s, "s")
    length, how = pool_size(len(values), k, s), one_of(kind, "kind", KINDS)
    work(length * k)
    return [_pooled(values[i * stride : i * stride + k], how) for i in range(length)]


@calculator
def max_unpool1d(x: Value, k: Value) -> Vector:
    """A vector max-pooled with windows of k and unpooled: each maximum in its place, zeros elsewhere.

    PyTorch's F.max_unpool1d after F.max_pool1d; of equal maxima the first counts.
    """
    values, found = vector(x, "x"), list[Number]()
    for start in range(0, pool_size(len(values), k) * k, k):
        part = values[start : start + k]
        place = part.index(max(part))
        found += [value if i == place else 0 for i, value in enumerate(part)]
    return found + [0] * (len(values) - len(found))


@calculator
def pool2d_gradient(image: Value, upstream: Value, k: Value, s: Value = None, kind: Value = "max") -> Matrix:
    """The gradient with respect to the image, for the gradient `upstream` with respect to `pool2d`'s output.

    Max: a window's upstream value goes to its largest pixel (the first one of equals); average: each pixel gets 1 / k².
    Where windows overlap, what they send is added.
    """
    pixels, sent, stride = matrix(image, "image"), matrix(upstream, "upstream"), count(k if s is None else s, "s")
    size = pool_size(len(pixels), k, s), pool_size(len(pixels[0]), k, s)
    if (len(sent), len(sent[0])) != size:
        raise Unfit(F_("upstream is no {height}x{width} matrix", height=size[0], width=size[1]))
    one_of(kind, "kind", KINDS)
    work(size[0] * size[1] * k * k * 4)
    gradient: Matrix = [[0] * len(row) for row in pixels]
    for row, values in enumerate(sent):
        for column, value in enumerate(values):
            cells = _cells(row * stride, column * stride, k)
            places = cells if kind == "avg" else [max(cells, key=lambda cell: pixels[cell[0]][cell[1]])]
            for i, j in places:
                gradient[i][j] = total([gradient[i][j], ratio(value, len(places))])
    return gradient


def _cells(top: int, left: int, side: int) -> list[tuple[int, int]]:
    return [(top + i, left + j) for i in range(side) for j in range(side)]


def _pooled(values: Vector, kind: str) -> Number:
    return max(values) if kind == "max" else average(values)
