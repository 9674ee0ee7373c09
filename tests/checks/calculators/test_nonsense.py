"""No argument makes a calculator fail with anything but a line that says what does not fit."""

import inspect
from fractions import Fraction
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.checks.calculators.registry import REGISTERED
from quizapp.checks.errors import Unfit
from quizapp.checks.limits import budget

MODULES = (
    "convolution", "layers", "memory", "operations", "parameters", "pooling", "receptive_fields", "resampling", "sizes",
    "tensors",
)  # fmt: skip
MINE = sorted(name for name, function in REGISTERED.items() if function.__module__.rpartition(".")[2] in MODULES)


def fractions(most: int) -> st.SearchStrategy[Fraction]:
    """Those whose denominator is `most` at most: `st.fractions` makes a strategy for each anew."""
    return st.builds(Fraction, st.integers(), st.integers(1, most))


SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(-3, 9), st.sampled_from([10**18, -(10**18)]), st.floats(-1e300, 1e300),
    fractions(9), st.sampled_from(["conv", "max", "avg", "error", "", "MB"]),
)  # fmt: skip
ROWS = st.lists(st.lists(st.integers(-9, 9) | fractions(5), max_size=3), max_size=3)
LAYERS = st.dictionaries(st.sampled_from(["k", "s", "p", "d", "type", "cout", "colour"]), SCALARS, max_size=4)
VALUES = st.one_of(SCALARS, st.lists(SCALARS, max_size=4), ROWS, LAYERS, st.lists(LAYERS, max_size=3))


@cache
def arguments(name: str) -> st.SearchStrategy[dict[str, object]]:
    """Any values for what a calculator takes."""
    names = [p.name for p in inspect.signature(REGISTERED[name]).parameters.values() if p.kind != p.VAR_KEYWORD]
    return st.fixed_dictionaries(dict.fromkeys(names, VALUES))


def outcome(name: str, arguments: dict[str, object]) -> object:
    """The value, or the line that refuses the arguments."""
    with budget():
        try:
            return REGISTERED[name](**arguments)
        except Unfit as error:
            return " / ".join(str(error).splitlines())


@pytest.mark.parametrize("name", MINE)
@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_nonsense_is_refused_in_one_line_and_sense_gives_a_value(name: str, data: st.DataObject) -> None:
    value = outcome(name, data.draw(arguments(name)))
    assert isinstance(value, int | float | Fraction | str | list | tuple | dict)
    assert not isinstance(value, str) or (" / " not in value and len(value) < 200)
