from typing import Any, ClassVar

import pytest

from quizapp.checks.networks import Network
from tests.checks.expressions.evaluating import refused, value


class Small:
    ATTRIBUTES: ClassVar[frozenset[str]] = frozenset({"params", "shape", "endless", "broken"})
    params = 12
    shape = (3, 8, 8)
    secret = 1
    endless = float("inf")

    @property
    def broken(self) -> Any:
        raise KeyError("no such layer")


def test_a_network_gives_the_attributes_that_it_names() -> None:
    assert value("net.params + net.shape[0]", net=Small()) == 15


@pytest.mark.parametrize("source", ["net.secret", "net.ATTRIBUTES"])
def test_no_other_attribute_can_be_read(source: str) -> None:
    assert refused(source, net=Small()).what.startswith("unknown attribute")


@pytest.mark.parametrize("source", ["net.__class__", "net._x", "other.params", "net.shape.count", "(net).params.real"])
def test_nor_one_of_anything_else(source: str) -> None:
    assert "has no place in an expression" in refused(source, net=Small(), other=Small()).what


def test_a_misspelt_attribute_is_told_with_the_one_that_was_meant() -> None:
    assert refused("net.parms", net=Small()).mend == "did you mean `params`?"


def test_a_variable_called_net_is_no_network() -> None:
    assert refused("net.params", net=[1]).what == "`net` is no network here"


@pytest.mark.parametrize("source", ["net.endless", "net.broken"])
def test_what_goes_wrong_within_a_network_is_a_fault_of_the_expression(source: str) -> None:
    assert refused(source, net=Small()).offset == 0


def test_the_own_networks_name_their_attributes() -> None:
    assert {"params", "macs", "shape"} <= Network.ATTRIBUTES
