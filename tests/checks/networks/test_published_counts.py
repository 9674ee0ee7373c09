"""The bundled networks against what was published about them."""

import json
from pathlib import Path
from typing import Any

import pytest

from quizapp.paths import bundled_cards
from tests.checks.networks.bundled import bundled

TRUTH = json.loads((Path(__file__).parents[1] / "truth" / "networks.json").read_text(encoding="utf-8"))

# torchvision's pages, pytorch.org/vision/stable/models/generated/torchvision.models.<name>.html: `num_params` and
# `GFLOPS`, which are MACs.
TORCHVISION = {
    "alexnet": (61_100_840, 0.71),
    "vgg11": (132_863_336, 7.61),
    "vgg16": (138_357_544, 15.47),
    "resnet18": (11_689_512, 1.81),
    "resnet50": (25_557_032, 4.09),
    "mobilenet_v2": (3_504_872, 0.30),
    "squeezenet1_0": (1_248_424, 0.82),
    "squeezenet1_1": (1_235_496, 0.35),
    "densenet121": (7_978_856, 2.83),
    "vit_b_16": (86_567_656, 17.56),
    "googlenet": (6_624_904, 1.50),
    "efficientnet_b0": (5_288_548, 0.39),
}
# Keras Applications, `total params` (gist.github.com/ogyalcin/052f2df49b3288e62086aa0e5fd25fcd). Its ResNet-50 has
# biases in front of every batch normalization, 26,560 more.
KERAS = {"vgg16": 138_357_544, "mobilenet_v1": 4_253_864, "mobilenet_v2": 3_538_984, "densenet121": 8_062_504}


@pytest.mark.parametrize("fact", TRUTH["counts"], ids=lambda fact: f"{fact['model']}-{fact['quantity']}")
def test_a_count_is_the_published_one(fact: dict[str, Any]) -> None:
    network = bundled(fact["model"])
    found = network.macs / 1e9 if fact["quantity"] == "gmacs" else getattr(network, fact["quantity"])
    assert abs(found - fact["value"]) <= fact["rtol"] * fact["value"]


@pytest.mark.parametrize("model", sorted(set(TRUTH["layers"]) - {"lenet5_modern"}))
def test_every_layer_has_the_weights_that_its_specification_gives(model: str) -> None:
    rows = [row for row in bundled(model).layers if row.kind in ("conv", "bn", "linear")]
    wanted = [layer for layer in TRUTH["layers"][model]["layers"] if layer["op"] != "pool"]
    assert [row.params for row in rows] == [_params(layer) for layer in wanted]
    sides = [row.shape[-1] for row in rows if row.kind == "conv"]
    assert sides == [layer["h_out"] for layer in wanted if layer["op"] == "conv"]


@pytest.mark.parametrize("model", TORCHVISION)
def test_parameters_and_macs_are_those_of_torchvision(model: str) -> None:
    network, (params, gmacs) = bundled(model), TORCHVISION[model]
    assert network.params == params
    assert round(network.macs / 1e9, 2) == pytest.approx(gmacs, abs=0.0051)


@pytest.mark.parametrize("model", KERAS)
def test_stored_values_are_those_of_keras(model: str) -> None:
    assert bundled(model).stored == KERAS[model]


def test_resnet_50_with_the_biases_of_keras_has_its_count() -> None:
    network = bundled("resnet50")
    biases = sum(row.shape[0] for row in network.layers if row.kind == "conv")
    assert network.stored + biases == 25_636_712


def test_mobilenet_has_the_multiply_adds_of_its_paper() -> None:
    assert round(bundled("mobilenet_v1").macs / 1e6) == 569
    assert bundled("mobilenet_v1").params == 4_231_976


def test_lenet_has_the_weights_of_its_specification() -> None:
    wanted = [_params(layer) for layer in TRUTH["layers"]["lenet5_modern"]["layers"] if layer["op"] != "pool"]
    assert [row.params for row in bundled("lenet5").layers if row.params] == wanted


def test_depth_is_what_the_networks_are_named_for() -> None:
    named = {"vgg11": 11, "vgg16": 16, "resnet18": 18, "resnet50": 50, "densenet121": 121, "alexnet": 8, "lenet5": 5}
    named["googlenet"] = 22
    assert {name: bundled(name).depth for name in named} == named


def test_every_bundled_network_says_where_it_comes_from_and_how_many_parameters_it_has() -> None:
    files = sorted((bundled_cards() / "networks").glob("*.net"))
    assert len(files) >= 12
    for file in files:
        head = file.read_text(encoding="utf-8").partition("\ninput")[0]
        assert "arXiv:" in head or "doi:" in head, file.name
        assert f"{bundled(file.stem).params:,}" in head, file.name


def _params(layer: dict[str, int]) -> int:
    if "c" in layer:
        return 2 * layer["c"]
    if "nin" in layer:
        return layer["nout"] * (layer["nin"] + layer["bias"])
    return layer["cout"] * (layer["cin"] // layer["groups"] * layer["k"] ** 2 + layer["bias"])
