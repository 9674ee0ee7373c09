"""Parameters, stored values and multiply-accumulates of single layers."""

import pytest

from tests.checks.networks.bundled import net


@pytest.mark.parametrize(
    ("entering", "layer", "params", "macs"),
    [
        ("3x224x224", "conv 64 k=7 s=2 p=3 bias=no", 9408, 9408 * 112 * 112),
        ("3x32x32", "conv 64 k=3 p=1", 1792, 1728 * 1024),
        ("64x8x8", "conv 64 k=3 p=1 g=4 bias=no", 9216, 9216 * 64),
        ("64x8x8", "conv 32 k=3x1 p=1x0 bias=no", 6144, 6144 * 64),
        ("64x8x8", "dwconv k=3 p=1", 640, 576 * 64),
        ("64x8x8", "dwconv k=3 p=1 m=2 bias=no", 1152, 1152 * 64),
        ("8x7x7", "tconv 4 k=4 s=2 p=1", 516, 512 * 49),
        ("16x100", "conv 8 k=5", 648, 640 * 96),
        ("784", "linear 10", 7850, 7840),
        ("128x512", "linear 64 bias=no", 32768, 32768 * 128),
        ("128", "embedding 1000 64", 64000, 0),
        ("128x512", "attention heads=8", 4 * 512**2 + 4 * 512, 4 * 128 * 512**2 + 2 * 128**2 * 512),
        ("128x512", "attention heads=8 kv=2 bias=no", 2 * 512**2 + 2 * 512 * 128, 128 * 655360 + 2 * 128**2 * 512),
        ("128x512", "position", 65536, 0),
        ("196x768", "cls", 768, 0),
        ("8x4x4", "bn", 16, 0),
        ("8x4x4", "bn affine=no", 0, 0),
        ("8x4x4", "gn 4", 16, 0),
        ("8x4x4", "in", 0, 0),
        ("8x4x4", "in affine=yes", 16, 0),
        ("8x4x4", "ln", 16, 0),
        ("8x4x4", "ln over=all", 256, 0),
        ("128x512", "ln", 1024, 0),
        ("128x512", "rms", 512, 0),
        ("8x4x4", "prelu", 1, 0),
        ("8x4x4", "prelu each=channel", 8, 0),
        ("8x4x4", "dropout 0.5", 0, 0),
        ("8x4x4", "avgpool k=2", 0, 0),
    ],
)
def test_what_a_layer_costs(entering: str, layer: str, params: int, macs: int) -> None:
    network = net(entering, layer)
    assert (network.params, network.macs, network.flops) == (params, macs, 2 * macs)


@pytest.mark.parametrize(("layer", "stored"), [("bn", 32), ("bn affine=no", 16), ("gn 4", 16), ("ln", 16), ("in", 0)])
def test_only_batch_normalization_stores_more_than_its_parameters(layer: str, stored: int) -> None:
    assert net("8x4x4", layer).stored == stored


def test_a_separable_convolution_costs_what_the_paper_says() -> None:
    # Howard et al. 2017, section 3.1: 1 / N + 1 / k² of the standard convolution.
    standard = net("512x14x14", "conv 512 k=3 p=1 bias=no").macs
    separable = net("512x14x14", "dwconv k=3 p=1 bias=no", "conv 512 k=1 bias=no").macs
    assert separable / standard == pytest.approx(1 / 512 + 1 / 9)


def test_the_sums_are_those_of_the_rows() -> None:
    network = net("3x32x32", "repeat 2", "conv 8 k=3 p=1", "bn", "end", "gap", "linear 10")
    for name in ("params", "stored", "macs", "flops"):
        assert getattr(network, name) == sum(row[name] for row in network.rows)
