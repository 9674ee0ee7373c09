"""What an expression may read of a network."""

import json
from fractions import Fraction

from quizapp.checks.networks import Network
from quizapp.checks.values import as_data, is_network
from tests.checks.networks.bundled import bundled, net


def test_a_network_is_a_value_with_attributes() -> None:
    assert is_network(net("8", "relu"))
    assert all(hasattr(net("8", "relu"), name) for name in Network.ATTRIBUTES)


def test_every_attribute_is_plain_data() -> None:
    network = bundled("squeezenet1_1")
    kept = {name: as_data(getattr(network, name)) for name in Network.ATTRIBUTES}
    assert json.loads(json.dumps(kept))["params"] == 1_235_496


def test_a_broken_stride_stays_exact() -> None:
    assert net("3x8x8", "upsample 3").stride == Fraction(1, 3)


def test_as_text_it_is_what_was_written() -> None:
    text = "input 8\nrelu  # a remark"
    assert str(net("8", "relu  # a remark")) == text


def test_a_row_tells_what_goes_in_and_what_comes_out() -> None:
    (row,) = net("3x8x8", "conv  4 K=3").rows
    assert row["layer"] == "conv 4 K=3"
    assert (row["line"], row["kind"], row["input"], row["shape"]) == (2, "conv", (3, 8, 8), (4, 6, 6))
    assert (row["params"], row["macs"], row["receptive_field"], row["stride"]) == (112, 108 * 36, 3, 1)
