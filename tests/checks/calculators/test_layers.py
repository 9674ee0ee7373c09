"""How a layer is written."""

import pytest

from quizapp.checks.calculators.layers import layer, read_layer
from quizapp.checks.errors import Unfit


def test_the_short_form_is_kernel_stride_dilation() -> None:
    assert read_layer((3, 2, 4)) == read_layer({"k": 3, "s": 2, "d": 4})
    assert read_layer([5]) == read_layer({"k": 5, "s": 1, "p": 0, "d": 1, "type": "conv"})


def test_a_pooling_strides_by_its_kernel() -> None:
    assert read_layer({"type": "pool", "k": 3}).s == (3, 3)
    assert read_layer({"type": "pool", "k": 3, "s": None}).s == (3, 3)
    assert read_layer({"k": 3}).s == (1, 1)


def test_a_layer_is_changed_without_touching_the_first_one() -> None:
    first = {"k": 3, "s": 2, "p": 1}
    assert layer(first, p=0) == {"k": 3, "s": 2, "p": 0}
    assert first == {"k": 3, "s": 2, "p": 1}
    assert layer((3, 2), d=2) == {"k": 3, "s": 2, "d": 2}
    assert layer(k=3, type="pool") == {"k": 3, "type": "pool"}


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ({"k": 3, "stride": 2}, "a layer's setting is none of type, k, s, p, d, cout, ceil_mode"),
        ({"s": 2}, "a layer without k"),
        ({"k": 3, "type": "dense"}, "type is none of conv, pool"),
        ({"k": 0}, "k is below 1"),
        ({"k": [3, 3, 3]}, "k has 3 elements, not two"),
        ((3, 1, 1, 1), "a layer is a mapping of settings, or"),
        (3, "a layer is a mapping of settings, or"),
        ({"k": 3, "ceil_mode": "up"}, "ceil_mode is neither true nor false"),
    ],
)
def test_a_slip_is_said_and_not_passed_over(written: object, told: str) -> None:
    with pytest.raises(Unfit, match=told):
        read_layer(written)
