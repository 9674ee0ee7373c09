"""Shapes and the order of elements."""

from itertools import zip_longest

from quizapp.checks.calculators.arguments import MOST, Matrix, Vector, count, items, matrix
from quizapp.checks.calculators.registry import calculator
from quizapp.checks.limits import work
from quizapp.checks.values import Number, Value
from quizapp.i18n import F_

NO_SHAPE = "error"


@calculator
def broadcast_shape(a: Value, b: Value) -> tuple[int, ...] | str:
    """Shape of A + B for shapes a and b, or "error" (NumPy's and PyTorch's broadcasting).

    Shapes are aligned from the right; a size of 1 is stretched; a missing one counts as 1.
    """
    sizes = [[count(size, F_("a size"), least=0) for size in reversed(items(shape, F_("a shape")))] for shape in (a, b)]
    pairs = list(zip_longest(*sizes, fillvalue=1))
    if any(one != other and 1 not in (one, other) for one, other in pairs):
        return NO_SHAPE
    return tuple(other if one == 1 else one for one, other in reversed(pairs))


@calculator
def flat(rows: Value) -> Vector:
    """The elements of a matrix in one list, row by row (row-major order)."""
    return [number for row in matrix(rows, "rows") for number in row]


@calculator
def transpose(rows: Value) -> Matrix:
    """The matrix with rows and columns exchanged."""
    return [list(column) for column in zip(*matrix(rows, "rows"), strict=True)]


@calculator
def rotate180(rows: Value) -> Matrix:
    """The matrix turned by 180 degrees: a convolution is a cross-correlation with the kernel so turned."""
    return [row[::-1] for row in reversed(matrix(rows, "rows"))]


@calculator
def window(rows: Value, row: Value, col: Value, height: Value, width: Value) -> Matrix:
    """The height x width cut of a matrix whose upper left corner is (row, col); beyond the matrix stand zeros.

    Corners may be negative: with padding p, output (i, j) of a layer of stride s sees from (i s - p, j s - p).
    """
    top, left = count(row, "row", least=-MOST), count(col, "col", least=-MOST)
    sides = count(height, "height"), count(width, "width")
    work(sides[0] * sides[1])
    return cut(matrix(rows, "rows"), top, left, *sides)


def cut(rows: Matrix, top: int, left: int, height: int, width: int) -> Matrix:
    """What `window` gives, for what has been read already."""

    def at(row: int, col: int) -> Number:
        return rows[row][col] if 0 <= row < len(rows) and 0 <= col < len(rows[0]) else 0

    return [[at(top + i, left + j) for j in range(width)] for i in range(height)]
