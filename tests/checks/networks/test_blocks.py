"""Layers that stand in blocks."""

import pytest

from quizapp.checks.networks import NetworkError
from tests.checks.networks.bundled import net

CONV = "conv 8 k=3 p=1 bias=no"


def test_a_residual_block_keeps_shape_and_adds_nothing_to_learn() -> None:
    network = net("8x14x14", "residual", CONV, "end")
    assert (network.shape, network.params, network.depth, network.receptive_field) == ((8, 14, 14), 576, 1, 3)


def test_a_shortcut_stands_on_the_way_of_the_input() -> None:
    network = net("8x14x14", "residual", "conv 16 k=3 s=2 p=1", "shortcut", "conv 16 k=1 s=2", "end")
    before = {row.line: row.before.shape for row in network.layers}
    assert before[3] == before[5] == (8, 14, 14)
    assert (network.shape, network.stride, network.params) == ((16, 7, 7), 2, 16 * 73 + 16 * 9)


def test_a_branch_concatenates_along_the_channels() -> None:
    network = net("8x14x14", "branch", "conv 4 k=1", "and", "conv 6 k=5 p=2", "and", "maxpool k=3 s=1 p=1", "end")
    assert (network.shape, network.receptive_field) == ((18, 14, 14), 5)


def test_an_empty_path_hands_on_what_came_in() -> None:
    network = net("8x14x14", "repeat 3", "branch", "and", "conv 4 k=3 p=1", "end", "end")
    assert [row.shape[0] for row in network.layers if row.kind == "concat"] == [12, 16, 20]


def test_a_gate_multiplies_each_channel() -> None:
    network = net("8x14x14", "gate", "gap", "linear 2", "relu", "linear 8", "sigmoid", "end")
    assert (network.shape, network.params, network.depth) == ((8, 14, 14), 18 + 24, 0)
    assert net("8x14x14", "gate", "gap keep=yes", "conv 8 k=1", "sigmoid", "end").shape == (8, 14, 14)
    assert net("8x14x14", "gate", "conv 1 k=7 p=3", "sigmoid", "end").shape == (8, 14, 14)


def test_what_is_repeated_is_computed_anew_each_time() -> None:
    network = net("3x16x16", "repeat 2", "conv 8 k=3 p=1 bias=no", "maxpool k=2", "end")
    assert [row.params for row in network.layers] == [216, 0, 576, 0]
    assert network.shape == (8, 4, 4)


def test_blocks_stand_in_blocks() -> None:
    nested = net("8x14x14", "repeat 2", "residual", "repeat 3", CONV, "end", "end", "end")
    assert (nested.params, nested.depth, nested.receptive_field) == (6 * 576, 6, 13)
    assert {row.level for row in nested.layers} == {2, 3}


def test_a_u_net_joins_what_was_before_the_pooling() -> None:
    deep = ["maxpool k=2", "conv 16 k=3 p=1", "tconv 8 k=2 s=2"]
    network = net("1x64x64", "conv 8 k=3 p=1", "branch", "and", *deep, "end", "conv 2 k=1")
    assert (network.shape, network.stride, network.receptive_field) == ((2, 64, 64), 1, 8)


def test_the_longest_path_makes_the_depth() -> None:
    assert net("8x14x14", "branch", CONV, CONV, "and", CONV, "end", "gap", "linear 3").depth == 3


@pytest.mark.parametrize(
    ("lines", "line", "what"),
    [
        (["residual", "conv 4 k=1", "end"], 2, "8×14×14 comes in and 4×14×14"),
        (["residual", CONV, "shortcut", "conv 8 k=1 s=2", "end"], 2, "its shortcut 8×7×7"),
        (["relu", "branch", CONV, "and", "maxpool k=2", "end"], 3, "8×14×14 and 8×7×7"),
        (["gate", "gap", "linear 4", "end"], 2, "cannot be multiplied"),
        (["branch", "maxpool k=2", "and", "conv 8 k=1 s=3 p=3", "end"], 2, "different strides"),
    ],
)
def test_paths_that_do_not_fit_are_told_at_their_block(lines: list[str], line: int, what: str) -> None:
    with pytest.raises(NetworkError) as caught:
        net("8x14x14", *lines)
    assert caught.value.line == line
    assert what in caught.value.what
