"""What a unit sees, against a published table and against following every position."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.networks.bundled import bundled, net

TRUTH = json.loads((Path(__file__).parents[1] / "truth" / "networks.json").read_text(encoding="utf-8"))[
    "receptive_fields"
]
ENDPOINTS = [(model["layers"], endpoint) for model in TRUTH for endpoint in model["endpoints"]]

Window = tuple[str, int, int, int]


@pytest.mark.parametrize(("layers", "endpoint"), ENDPOINTS, ids=[endpoint["name"] for _, endpoint in ENDPOINTS])
def test_an_endpoint_of_the_published_table(layers: list[dict[str, Any]], endpoint: dict[str, Any]) -> None:
    names = {"conv": "conv 8", "pool": "maxpool"}
    lines = [f"{names[layer['type']]} k={layer['k']} s={layer['s']} d={layer['d']}" for layer in layers]
    network = net("3x999x999", *lines[: endpoint["layers_used"]])
    assert (network.receptive_field, network.stride) == (endpoint["rf"], endpoint["effective_stride"])


# google-research/receptive_field, RECEPTIVE_FIELD_TABLE.md, and the table in Araujo, Norris, Sim (Distill 2019).
@pytest.mark.parametrize(("name", "field"), [("vgg16", 212), ("mobilenet_v1", 315), ("alexnet", 195)])
def test_the_field_of_a_bundled_network_is_the_published_one(name: str, field: int) -> None:
    assert (bundled(name).receptive_field, bundled(name).stride) == (field, 32)


@given(
    st.lists(
        st.tuples(st.sampled_from(["conv", "maxpool"]), st.integers(1, 4), st.integers(1, 3), st.integers(1, 3)),
        min_size=1,
        max_size=4,
    )
)
def test_it_spans_exactly_the_positions_that_an_output_depends_on(windows: Sequence[Window]) -> None:
    lines = [f"{'conv 1' if kind == 'conv' else kind} k={k} s={s} d={d}" for kind, k, s, d in windows]
    network = net("1x2000", *lines)
    seen = {0}
    for _, k, s, d in reversed(windows):
        seen = {position * s + tap * d for position in seen for tap in range(k)}
    assert network.receptive_field == max(seen) - min(seen) + 1


@given(st.integers(1, 7), st.integers(1, 4), st.integers(1, 4))
def test_behind_a_transposed_convolution_it_spans_the_inputs_that_meet_in_an_output(k: int, s: int, d: int) -> None:
    meeting: dict[int, set[int]] = {}
    for position in range(40):
        for tap in range(k):
            meeting.setdefault(position * s + tap * d, set()).add(position)
    inner = [seen for place, seen in meeting.items() if 15 * s < place < 25 * s]
    spans = [max(seen) - min(seen) + 1 for seen in inner]
    assert net("1x40", f"tconv 1 k={k} s={s} d={d}").receptive_field == max(spans)


@given(st.integers(1, 6), st.integers(1, 4))
def test_behind_an_enlarged_map_it_is_rounded_up_to_whole_positions(k: int, scale: int) -> None:
    spans = [(start + k - 1) // scale - start // scale + 1 for start in range(20)]
    assert net("1x30", f"upsample {scale}", f"conv 1 k={k}").receptive_field == max(spans)


def test_padding_does_not_matter() -> None:
    bare, padded = net("3x64x64", "conv 8 k=5", "conv 8 k=3"), net("3x64x64", "conv 8 k=5 p=9", "conv 8 k=3 p=1")
    assert bare.receptive_field == padded.receptive_field == 7


def test_axes_that_differ_are_told_one_by_one() -> None:
    network = net("3x64x64", "conv 8 k=3x1 s=2x1")
    assert (network.receptive_field, network.stride) == ((3, 1), (2, 1))
    assert net("3x64x64", "conv 8 k=3x1", "conv 8 k=1x3").receptive_field == 3


def test_upsampling_gives_the_stride_back() -> None:
    network = net("3x64x64", "maxpool k=2", "upsample 2", "conv 8 k=3")
    assert (network.stride, network.receptive_field) == (1, 4)
    assert net("3x64x64", "upsample 2 mode=bilinear").receptive_field == 2


def test_a_head_leaves_the_field_of_the_last_map() -> None:
    network = net("3x64x64", "conv 8 k=5", "gap", "linear 10")
    assert network.receptive_field == 5
    assert [row.receptive_field for row in network.layers] == [5, None, None]


def test_attention_sees_every_position() -> None:
    network = net("3x64x64", "conv 8 k=16 s=16", "tokens", "attention heads=2")
    assert (network.receptive_field, network.stride) == (64, 16)


def test_a_gate_lets_every_position_see_all() -> None:
    gate = ["conv 8 k=3", "gate", "gap", "end"]
    assert net("8x64x64", *gate).receptive_field == 64
    assert net("8x64x64", *gate, "conv 8 k=3 s=2", "residual", "relu", "end").receptive_field == 64
    assert net("8x64x64", *gate, "conv 8 k=3 s=2").stride == 2


def test_a_network_without_a_map_sees_its_input() -> None:
    assert (net("784", "linear 10").receptive_field, net("784", "linear 10").stride) == (784, 1)
