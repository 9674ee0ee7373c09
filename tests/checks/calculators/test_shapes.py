"""Shapes of maps, channels first."""

import pytest

from quizapp.checks.calculators.layers import layer
from quizapp.checks.calculators.sizes import conv_shape, pixel_shuffle_shape, shape_after
from quizapp.checks.errors import Unfit


def test_a_convolution_sets_the_channels_and_both_sides() -> None:
    assert conv_shape((8, 3, 32, 20), 16, [3, 5], s=2, p=[1, 0]) == (8, 16, 16, 8)
    assert conv_shape([3, 32, 20], 16, 3) == (16, 30, 18)


def test_a_stack_is_walked_from_its_first_layer_to_its_last() -> None:
    stem = [{"type": "conv", "cout": 64, "k": 7, "s": 2, "p": 3}, {"type": "pool", "k": 3, "s": 2, "p": 1}]
    assert shape_after((3, 224, 224), stem) == (64, 56, 56)
    assert shape_after((3, 224, 224), stem[::-1]) == (64, 56, 56)
    assert shape_after((3, 10, 10), []) == (3, 10, 10)


def test_only_poolings_round_up() -> None:
    assert shape_after((1, 7, 7), [layer(type="pool", k=2, ceil_mode=True)]) == (1, 4, 4)
    assert shape_after((1, 7, 7), [layer(k=2, s=2, ceil_mode=True)]) == (1, 3, 3)


def test_a_convolution_without_channels_keeps_them() -> None:
    assert shape_after((16, 8, 8), [(3, 1)]) == (16, 6, 6)


def test_channels_become_pixels() -> None:
    assert pixel_shuffle_shape((2, 12, 4, 5), 2) == (2, 3, 8, 10)
    with pytest.raises(Unfit, match="10 channels cannot be divided by 2²"):
        pixel_shuffle_shape((10, 4, 4), 2)


def test_a_shape_has_channels_and_two_sides() -> None:
    with pytest.raises(Unfit, match="a map's shape is"):
        conv_shape((32, 32), 8, 3)
    with pytest.raises(Unfit, match="shape is no list"):
        shape_after(32, [])
