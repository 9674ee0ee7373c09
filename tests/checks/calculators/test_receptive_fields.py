"""Receptive fields, against walking back through the taps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.checks.calculators.receptive_fields import (
    effective_padding,
    effective_stride,
    receptive_field,
    receptive_region,
)
from quizapp.checks.errors import Unfit

LAYER = st.fixed_dictionaries(
    {"k": st.integers(1, 5), "s": st.integers(1, 3), "p": st.integers(0, 3), "d": st.integers(1, 3)}
)


def seen(layers: list[dict[str, int]], unit: int) -> set[int]:
    """Input positions that reach a unit, one layer after the other from the output back."""
    reached = {unit}
    for one in reversed(layers):
        reached = {at * one["s"] - one["p"] + tap * one["d"] for at in reached for tap in range(one["k"])}
    return reached


@given(st.lists(LAYER, max_size=4), st.integers(0, 9))
def test_a_unit_sees_what_walking_back_reaches(layers: list[dict[str, int]], unit: int) -> None:
    reached = seen(layers, unit)
    assert receptive_region(layers, unit) == [min(reached), max(reached)]
    assert receptive_field(layers) == max(reached) - min(reached) + 1
    assert effective_stride(layers) == min(seen(layers, unit + 1)) - min(reached)
    assert effective_padding(layers) == -min(seen(layers, 0))


def test_the_region_is_cut_at_the_image() -> None:
    layers = [{"k": 5, "p": 2}]
    assert receptive_region(layers, 0, 10) == [0, 2]
    assert receptive_region(layers, 9, 10) == [7, 9]
    assert receptive_region(layers, 0) == [-2, 2]


def test_padding_does_not_widen_the_field() -> None:
    assert receptive_field([{"k": 3, "p": 9}]) == receptive_field([{"k": 3}]) == 3


def test_a_network_without_layers_is_its_input() -> None:
    assert (receptive_field([]), effective_stride([]), effective_padding([])) == (1, 1, 0)


def test_a_field_has_one_axis() -> None:
    assert receptive_field([{"k": [3, 3]}]) == 3
    with pytest.raises(Unfit, match="that of one axis"):
        receptive_field([{"k": [3, 5]}])


def test_a_unit_that_sees_nothing_is_refused() -> None:
    with pytest.raises(Unfit, match="unit 40 sees none of the 10 pixels"):
        receptive_region([(3, 1)], 40, 10)
    with pytest.raises(Unfit, match="unit is below 0"):
        receptive_region([(3, 1)], -1)
