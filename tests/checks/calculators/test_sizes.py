"""Sizes behind convolutions and poolings."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from quizapp.checks.calculators.sizes import (
    conv_size,
    conv_transpose_size,
    effective_kernel,
    pool_size,
    same_padding,
)
from quizapp.checks.errors import Unfit

SIDES, KERNELS, STRIDES = st.integers(1, 60), st.integers(1, 7), st.integers(1, 4)


@given(SIDES, KERNELS, STRIDES, st.integers(0, 4), st.integers(1, 3))
def test_a_convolution_has_as_many_outputs_as_places_where_its_kernel_fits(
    h: int, k: int, s: int, p: int, d: int
) -> None:
    places = [start for start in range(-p, h + p, s) if start + d * (k - 1) < h + p]
    assume(places)
    assert conv_size(h, k, s, p, d) == len(places)


@given(SIDES, KERNELS, STRIDES, st.integers(0, 3))
def test_rounding_up_adds_the_window_that_begins_inside_but_does_not_end_there(h: int, k: int, s: int, p: int) -> None:
    assume(p <= k // 2 and h + 2 * p >= k)
    full = [start for start in range(-p, h + p, s) if start + k <= h + p]
    more = [start for start in range(-p, h, s) if start + k > h + p and start - s + k < h + p]
    assert pool_size(h, k, s, p) == len(full)
    assert pool_size(h, k, s, p, ceil_mode=True) == len(full) + len(more[:1])


@given(SIDES, KERNELS, STRIDES, st.integers(0, 2), st.integers(1, 2))
def test_a_transposed_convolution_gives_back_a_size_that_the_convolution_maps_to_its_input(
    h: int, k: int, s: int, p: int, d: int
) -> None:
    assume((h - 1) * s - 2 * p + d * (k - 1) >= 0)
    for op in range(s):
        assert conv_size(conv_transpose_size(h, k, s, p, op, d), k, s, p, d) == h


def test_a_pooling_strides_by_its_kernel_unless_it_is_told() -> None:
    assert pool_size(28, 2) == 14
    assert pool_size(28, 2, 1) == 27
    assert pool_size(28, 3, s=None) == 9


def test_where_sizes_round_up_a_window_reaches_over_the_edge_by_less_than_a_stride() -> None:
    assert [pool_size(size, 3, 2, ceil_mode=True) for size in (2, 3, 4)] == [1, 1, 2]
    for size, k, s, rounded_up in ((2, 3, 2, False), (1, 3, 2, True), (2, 3, 1, True)):
        with pytest.raises(Unfit, match=f"exceeds an input of {size}"):
            pool_size(size, k, s, ceil_mode=rounded_up)


def test_same_padding_keeps_the_size() -> None:
    for k in (1, 3, 5, 7):
        for d in (1, 2, 3):
            assert conv_size(20, k, p=same_padding(k, d), d=d) == 20


def test_a_dilated_kernel_spans_its_holes() -> None:
    assert [effective_kernel(3, d) for d in (1, 2, 3)] == [3, 5, 7]
    assert effective_kernel(1, 9) == 1


def test_what_does_not_fit_is_said() -> None:
    with pytest.raises(Unfit, match="a kernel that spans 5 pixels exceeds an input of 4"):
        conv_size(4, 3, d=2)
    with pytest.raises(Unfit, match="padding 2 is more than half of kernel 3"):
        pool_size(9, 3, p=2)
    with pytest.raises(Unfit, match="output padding 2 is not below stride 2 or dilation 1"):
        conv_transpose_size(4, 3, 2, op=2)
    with pytest.raises(Unfit, match="padding 3 crops all of the output away"):
        conv_transpose_size(2, 3, 1, p=3)
    with pytest.raises(Unfit, match="a kernel that spans 4 pixels has no symmetric same padding"):
        same_padding(4)


@pytest.mark.parametrize(
    ("size", "told"),
    [(0, "size is below 1"), (2.5, "size is no whole number"), (True, "size is no whole number"), ("9", "size is no")],
)
def test_a_size_is_a_whole_number_of_at_least_one(size: object, told: str) -> None:
    with pytest.raises(Unfit, match=told):
        conv_size(size, 1)
