"""Shapes and the order of elements."""

import pytest

from quizapp.checks.calculators.tensors import broadcast_shape, flat, rotate180, transpose, window
from quizapp.checks.errors import Unfit

ROWS = [[1, 2, 3], [4, 5, 6]]


def test_shapes_are_aligned_from_the_right_and_ones_stretched() -> None:
    assert broadcast_shape([8, 1], [6]) == (8, 6)
    assert broadcast_shape((5, 3, 4, 1), (3, 1, 7)) == (5, 3, 4, 7)
    assert broadcast_shape([], [2, 3]) == (2, 3)
    assert broadcast_shape([1], [0]) == (0,)


def test_sizes_that_differ_and_are_not_one_are_an_error() -> None:
    assert broadcast_shape([3, 2], [3]) == "error"
    assert broadcast_shape([2, 0], [2, 3]) == "error"


def test_a_matrix_is_read_row_by_row() -> None:
    assert flat(ROWS) == [1, 2, 3, 4, 5, 6]


def test_rows_become_columns() -> None:
    assert transpose(ROWS) == [[1, 4], [2, 5], [3, 6]]


def test_a_kernel_is_turned_by_half_a_turn() -> None:
    assert rotate180(ROWS) == [[6, 5, 4], [3, 2, 1]]
    assert rotate180(rotate180(ROWS)) == ROWS


def test_beyond_a_matrix_stand_zeros() -> None:
    assert window(ROWS, 0, 1, 2, 2) == [[2, 3], [5, 6]]
    assert window(ROWS, -1, -1, 2, 2) == [[0, 0], [0, 1]]
    assert window(ROWS, 9, 9, 1, 1) == [[0]]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([[1, 2], [3]], "the rows of rows differ in length"),
        ([], "rows is empty"),
        ([[]], "a row of rows is empty"),
        ([1, 2], "a row of rows is no list"),
        ([["1"]], "an element of a row of rows is no number"),
        ([[True]], "an element of a row of rows is no number"),
    ],
)
def test_what_is_no_matrix_is_said(rows: object, told: str) -> None:
    with pytest.raises(Unfit, match=told):
        flat(rows)
