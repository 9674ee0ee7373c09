"""Convolutions with numbers. As in every deep-learning library the kernel is not turned: it is a cross-correlation."""

from itertools import chain

from quizapp.checks.calculators.arguments import Matrix, Vector, matrix, vector
from quizapp.checks.calculators.exactness import inner
from quizapp.checks.calculators.registry import calculator
from quizapp.checks.calculators.sizes import conv_size, conv_transpose_size
from quizapp.checks.calculators.tensors import cut
from quizapp.checks.limits import work
from quizapp.checks.values import Number, Value
from quizapp.i18n import F_


@calculator
def conv2d(image: Value, kernel: Value, s: Value = 1, p: Value = 0) -> Matrix:
    """The kernel laid on every window of an image: Σ image[r s + i - p][c s + j - p] kernel[i][j] (PyTorch's F.conv2d).

    One channel, zero padding of p per side. With `rotate180(kernel)` it is the convolution of mathematics.
    """
    pixels, taps = matrix(image, "image"), matrix(kernel, "kernel")
    height, width = len(taps), len(taps[0])
    rows, columns = conv_size(len(pixels), height, s, p), conv_size(len(pixels[0]), width, s, p)
    weights = [*chain(*taps)]
    work(rows * columns * (1 + len(weights)))

    def at(row: int, column: int) -> Number:
        seen = cut(pixels, row * s - p, column * s - p, height, width)
        return inner(weights, [*chain(*seen)], F_("window and kernel"))

    return [[at(row, column) for column in range(columns)] for row in range(rows)]


@calculator
def conv1d(x: Value, kernel: Value, s: Value = 1, p: Value = 0) -> Vector:
    """The kernel laid on every window of a vector (PyTorch's F.conv1d); otherwise as `conv2d`."""
    values, taps = vector(x, "x"), vector(kernel, "kernel")
    length = conv_size(len(values), len(taps), s, p)
    work(length * (1 + len(taps)))

    def at(start: int) -> Number:
        places = range(start, start + len(taps))
        return inner(taps, [values[i] if 0 <= i < len(values) else 0 for i in places], F_("window and kernel"))

    return [at(i * s - p) for i in range(length)]


@calculator
def conv_transpose1d(x: Value, kernel: Value, s: Value = 1, p: Value = 0) -> Vector:
    """Each x[i] stamps x[i] * kernel at i * s; overlaps add; p is cropped at both ends.

    PyTorch's F.conv_transpose1d, one channel.
    """
    values, taps = vector(x, "x"), vector(kernel, "kernel")
    length = conv_transpose_size(len(values), len(taps), s, p)
    work(2 * length + len(values) * len(taps))
    stamps: list[list[tuple[Number, Number]]] = [[] for _ in range(length)]
    for i, value in enumerate(values):
        for j, tap in enumerate(taps):
            if 0 <= i * s + j - p < length:
                stamps[i * s + j - p].append((value, tap))
    return [inner([value for value, _ in stamp], [tap for _, tap in stamp], "stamps") for stamp in stamps]
