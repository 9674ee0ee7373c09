"""Trainable parameters."""

import pytest

from quizapp.checks.calculators.parameters import conv_params, linear_params, mlp_params, norm_params, pair
from quizapp.checks.errors import Unfit


def test_a_filter_has_a_weight_for_each_tap_of_each_channel_and_one_bias() -> None:
    assert conv_params(3, 64, 7) == 9472
    assert conv_params(3, 64, 7, bias=False) == 9408
    assert conv_params(16, 32, [1, 3], bias=False) == 16 * 32 * 3


def test_grouped_filters_see_their_share_of_the_channels() -> None:
    assert conv_params(32, 32, 3, groups=32) == 32 * 9 + 32
    with pytest.raises(Unfit, match="3 groups do not divide 32 and 30 channels"):
        conv_params(32, 30, 3, groups=3)


def test_a_linear_layer_has_one_bias_an_output() -> None:
    assert linear_params(784, 10) == 7850
    assert linear_params(784, 10, bias=False) == 7840


def test_a_perceptron_has_the_layers_between_its_widths() -> None:
    assert mlp_params([784, 100, 10]) == 785 * 100 + 101 * 10
    assert mlp_params([784, 100, 10], bias=False) == 784 * 100 + 100 * 10
    assert mlp_params([784]) == 0


def test_a_normalisation_has_a_scale_and_a_shift_a_channel() -> None:
    assert norm_params(64) == 128
    assert norm_params(64, affine=False) == 0


def test_a_setting_for_both_axes_is_height_and_width() -> None:
    assert pair(3) == (3, 3)
    assert pair([1, 5]) == (1, 5)
    with pytest.raises(Unfit, match="a setting has 3 elements, not two"):
        pair([1, 2, 3])


def test_a_bias_is_there_or_not() -> None:
    assert linear_params(4, 2, bias=1) == 10
    with pytest.raises(Unfit, match="bias is neither true nor false"):
        linear_params(4, 2, bias=2)
