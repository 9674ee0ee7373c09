"""The calculators, layer by layer, against what is published of known networks."""

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from quizapp.checks.calculators.operations import conv_macs, linear_macs
from quizapp.checks.calculators.parameters import conv_params, linear_params, norm_params
from quizapp.checks.calculators.receptive_fields import effective_stride, receptive_field
from quizapp.checks.calculators.sizes import conv_size, pool_size

TRUTH = json.loads((Path(__file__).parents[1] / "truth" / "networks.json").read_text("utf-8"))
MODELS = {name: spec["layers"] for name, spec in TRUTH["layers"].items()}
COUNTS: dict[str, dict[str, Any]] = defaultdict(dict)
for count in TRUTH["counts"]:
    if count["spec"].startswith("layers/"):
        COUNTS[count["spec"].removeprefix("layers/")][count["quantity"]] = count


def parameters(layer: dict[str, Any]) -> int:
    if layer["op"] == "conv":
        return conv_params(layer["cin"], layer["cout"], layer["k"], layer["groups"], layer["bias"])
    if layer["op"] == "linear":
        return linear_params(layer["nin"], layer["nout"], layer["bias"])
    return norm_params(layer["c"]) if layer["op"] == "bn" else 0


def macs(layer: dict[str, Any]) -> int:
    if layer["op"] == "conv":
        shape = (layer["cin"], layer["h_in"], layer["h_in"])
        return conv_macs(shape, layer["cout"], layer["k"], layer["s"], layer["p"], groups=layer["groups"])
    return linear_macs(layer["nin"], layer["nout"]) if layer["op"] == "linear" else 0


@pytest.mark.parametrize("model", [name for name in MODELS if "params" in COUNTS[name]])
def test_the_parameters_of_all_layers_are_those_of_the_network(model: str) -> None:
    published = COUNTS[model]["params"]
    assert sum(map(parameters, MODELS[model])) == pytest.approx(published["value"], rel=published["rtol"], abs=0)


@pytest.mark.parametrize("model", [name for name in MODELS if "gmacs" in COUNTS[name]])
def test_the_operations_of_all_layers_are_those_of_the_network(model: str) -> None:
    published = COUNTS[model]["gmacs"]
    assert sum(map(macs, MODELS[model])) == pytest.approx(published["value"] * 1e9, rel=published["rtol"])


@pytest.mark.parametrize("model", MODELS)
def test_every_map_has_the_size_that_the_network_gives_it(model: str) -> None:
    for layer in MODELS[model]:
        if layer["op"] in ("conv", "pool"):
            size = conv_size if layer["op"] == "conv" else pool_size
            assert size(layer["h_in"], layer["k"], layer["s"], layer["p"]) == layer["h_out"], layer


@pytest.mark.parametrize("network", TRUTH["receptive_fields"], ids=lambda network: network["model"])
def test_receptive_fields_and_strides_are_the_published_ones_at_every_layer(network: dict[str, Any]) -> None:
    for endpoint in network["endpoints"]:
        layers = network["layers"][: endpoint["layers_used"]]
        assert receptive_field(layers) == endpoint["rf"], endpoint["name"]
        assert effective_stride(layers) == endpoint["effective_stride"], endpoint["name"]
