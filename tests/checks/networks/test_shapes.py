"""What shape comes out of a layer, as PyTorch has it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.networks.bundled import net

SIDE = st.integers(1, 6)


@pytest.mark.parametrize(
    ("entering", "layer", "shape"),
    [
        ("3x224x224", "conv 64 k=7 s=2 p=3", (64, 112, 112)),
        ("3x32x32", "conv 8 k=3 d=2", (8, 28, 28)),
        ("3x33x20", "conv 8 k=3x5 s=2x1 p=1x2", (8, 17, 20)),
        ("3x33x32", "conv 8 k=4 s=2 p=same", (8, 17, 16)),
        ("16x100", "conv 8 k=5", (8, 96)),
        ("3x8x32x32", "conv 8 k=3 p=1", (8, 8, 32, 32)),
        ("8x14x14", "dwconv k=3 p=1 m=2", (16, 14, 14)),
        ("8x7x7", "tconv 4 k=4 s=2 p=1", (4, 14, 14)),
        ("8x7x7", "tconv 4 k=3 s=2 p=1 op=1", (4, 14, 14)),
        ("8x55x55", "maxpool k=3 s=2", (8, 27, 27)),
        ("8x112x112", "maxpool k=3 s=2 p=1", (8, 56, 56)),
        ("8x54x54", "maxpool k=3 s=2", (8, 26, 26)),
        ("8x54x54", "maxpool k=3 s=2 ceil=yes", (8, 27, 27)),
        ("8x13x13", "avgpool k=2 ceil=yes", (8, 7, 7)),
        # The fourth window would begin in the padding on the right: PyTorch leaves it out.
        ("8x5x5", "maxpool k=2 s=2 p=1 ceil=yes", (8, 3, 3)),
        # A last window may reach over the edge by less than a stride, the first one too.
        ("8x2x2", "maxpool k=3 s=2 ceil=yes", (8, 1, 1)),
        ("8x1x2", "maxpool k=2x3 ceil=yes", (8, 1, 1)),
        ("8x9x9", "maxpool k=2x4 s=1 p=1x2", (8, 10, 10)),
        ("3X32×32", "conv 8 K=3X1", (8, 30, 32)),
        ("8x13x13", "gap", (8,)),
        ("8x13x13", "gap keep=yes", (8, 1, 1)),
        ("8x13x13", "flatten", (1352,)),
        ("6272", "reshape 128x7x7", (128, 7, 7)),
        ("8x13x13", "upsample 2", (8, 26, 26)),
        ("8x13x13", "upsample 2x3", (8, 26, 39)),
        ("8x13x13", "pixelshuffle 2", (2, 26, 26)),
        ("784", "linear 10", (10,)),
        ("128x512", "linear 64", (128, 64)),
        ("128", "embedding 1000 64", (128, 64)),
        ("128x512", "attention heads=8", (128, 512)),
        ("8x14x14", "tokens", (196, 8)),
        ("196x8", "cls", (197, 8)),
        ("196x8", "first", (8,)),
        ("8x4x4", "GELU", (8, 4, 4)),
    ],
)  # fmt: skip
def test_the_shape_behind_a_layer(entering: str, layer: str, shape: tuple[int, ...]) -> None:
    assert net(entering, layer).shape == shape


@given(st.integers(1, 30), SIDE, st.integers(1, 4), st.integers(0, 3), st.integers(1, 3))
def test_a_convolution_has_an_output_wherever_its_window_fits(size: int, k: int, s: int, p: int, d: int) -> None:
    extent = d * (k - 1) + 1
    fitting = len(range(-p, size + p - extent + 1, s))
    if fitting:
        assert net(f"1x{size}", f"conv 1 k={k} s={s} p={p} d={d}").shape == (1, fitting)


@given(st.integers(1, 30), SIDE, st.integers(1, 4))
def test_a_transposed_convolution_makes_a_map_that_the_convolution_makes_small_again(size: int, k: int, s: int) -> None:
    large = net(f"1x{size}", f"tconv 1 k={k} s={s}").shape[1]
    assert net(f"1x{large}", f"conv 1 k={k} s={s}").shape == (1, size)


def test_a_network_tells_how_many_values_come_out() -> None:
    network = net("3x32x32", "conv 16 k=3 p=1", "maxpool k=2")
    assert (network.shape, network.flat) == ((16, 16, 16), 4096)


def test_a_network_that_is_nothing_but_its_input_is_one() -> None:
    network = net("3x32x32")
    assert (network.shape, network.params, network.macs, network.depth) == ((3, 32, 32), 0, 0, 0)
