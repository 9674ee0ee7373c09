from fractions import Fraction
from math import sqrt

import pytest

from quizapp.checks.calculators.normalization import batch_norm, layer_norm, rms_norm
from quizapp.checks.calculators.scaling import standardize
from quizapp.checks.errors import Unfit

SAMPLES = [[1, 10], [2, 30], [6, 20]]


def test_one_feature_is_normalized_over_its_batch() -> None:
    assert batch_norm([1, 3], gamma=2, beta=5) == [3.0, 7.0]


def test_batch_normalization_works_by_column_and_layer_normalization_by_row() -> None:
    columns = [standardize(list(column)) for column in zip(*SAMPLES, strict=True)]
    assert batch_norm(SAMPLES) == [list(row) for row in zip(*columns, strict=True)]
    assert layer_norm(SAMPLES) == [[-1.0, 1.0]] * 3


def test_root_mean_square_normalization_subtracts_no_mean() -> None:
    assert rms_norm([1, 7], gamma=5) == pytest.approx([1, 7])
    assert rms_norm([3, 3], eps=Fraction(7)) == pytest.approx([3 / 4, 3 / 4])


def test_a_little_under_the_root_keeps_constant_features_finite() -> None:
    assert batch_norm([4, 4], eps=Fraction(1, 10**5)) == [0.0, 0.0]
    assert layer_norm([1, 3], eps=3) == pytest.approx([-1 / sqrt(4), 1 / sqrt(4)])


def test_rows_of_unequal_length_are_no_batch() -> None:
    with pytest.raises(Unfit, match="differ in length"):
        batch_norm([[1, 2], [3]])


@pytest.mark.parametrize("values", [[0, 0], [0.0]])
def test_zeros_have_no_root_mean_square(values: list[float]) -> None:
    with pytest.raises(Unfit, match="division by 0"):
        rms_norm(values)
