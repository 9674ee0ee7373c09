"""Multiply-accumulates."""

import pytest

from quizapp.checks.calculators.operations import conv_macs, linear_macs, per_mac
from quizapp.checks.errors import Unfit


def test_a_convolution_uses_its_weights_once_a_place() -> None:
    assert conv_macs((3, 224, 224), 64, 7, 2, 3) == 112 * 112 * 64 * 3 * 49


def test_both_sides_count_where_they_differ() -> None:
    assert conv_macs((4, 8, 6), 2, [3, 1], groups=2) == 6 * 6 * 2 * 3 * 2


def test_a_linear_layer_uses_its_weights_once_a_row() -> None:
    assert linear_macs(512, 10) == 5120
    assert linear_macs(512, 10, rows=8) == 40960


def test_a_mac_is_two_flops() -> None:
    assert (per_mac("MAC"), per_mac("FLOP")) == (1, 2)
    with pytest.raises(Unfit, match="unit is none of MAC, FLOP"):
        per_mac("GFLOPS")
