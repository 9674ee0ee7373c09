"""Whatever a stranger's deck calls with, a calculator gives a value in bounds or one line of refusal, soon."""

import inspect
import math
import time
from collections.abc import Mapping
from fractions import Fraction
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.checks.calculators.registry import REGISTERED
from quizapp.checks.errors import ExpressionError
from quizapp.checks.expressions import compiled
from quizapp.checks.values import Value, is_number

MODULES = (
    "activations", "attention", "backpropagation", "compression", "evaluation", "initialization", "losses",
    "normalization", "optimizers", "regularization", "scaling", "schedules",
)  # fmt: skip
MINE = [name for name, function in REGISTERED.items() if function.__module__.rpartition(".")[2] in MODULES]
LONG = Fraction(2**1000 + 1, 3**600)
NAMES: Mapping[str, Value] = {
    "counts": list(range(1, 4097)),
    "parts": [LONG + place for place in range(4096)],
    "square": [[1] * 64] * 64,
    "dear": [[LONG] * 30] * 30,
    "huge": 2**2000 + 1,
}
ATTACKS = (
    "softmax(counts)",
    "softmax(parts)",
    "variance(parts)",
    "standardize(counts)",
    "min_max_scale(parts)",
    "norm(parts, 3)",
    "sgd(1, parts, 0.1, 0.9)",
    "adam(huge, counts)",
    "attention(square, square, square)",
    "attention(dear, dear, dear)",
    "mlp_gradients([1] * 64, [square, square, square], [1] * 64)",
    "mlp_output([1, 1], [[[2, 1], [1, 2]]] * 2000, 'identity')",
    "roc_auc(parts, [i % 2 for i in counts])",
    "step_lr(1, 10**9, 1, 0.5)",
    "smooth_labels(0, 10**15, 0.1)",
    "position_encoding(1, 10**15)",
    "fan_in([10**15] * 4096)",
    "activation('hardswish', parts)",
    "cosine_lr(huge, huge, 1)",
    "norm([huge, 1], 1 / huge)",
)
VALUES = st.recursive(
    st.sampled_from([0, 1, -1, 2, 7, True, None, "relu", "sum", LONG, 2**2000, 1e300, -1e-300, 0.5, Fraction(1, 3)]),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=8,
)


@cache
def arguments(names: tuple[str, ...]) -> st.SearchStrategy[dict[str, Value]]:
    """Any values for these names."""
    return st.fixed_dictionaries(dict.fromkeys(names, VALUES))


def bounded(value: Value) -> bool:
    if isinstance(value, list | tuple):
        return all(map(bounded, value))
    if isinstance(value, Mapping):
        return all(map(bounded, value.values()))
    return not is_number(value) or isinstance(value, int | Fraction) or math.isfinite(value)


def outcome(call: str, names: Mapping[str, Value]) -> Value:
    """The value, or the words of the refusal."""
    try:
        return compiled(call).evaluate(names)
    except ExpressionError as refusal:
        return str(refusal)


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_costly_call_ends_soon(attack: str) -> None:
    begun = time.process_time()  # whatever else the machine does meanwhile
    found = outcome(attack, NAMES)
    assert time.process_time() - begun < 0.5  # 20 ms on a quiet machine
    assert isinstance(found, str) or bounded(found)


@pytest.mark.parametrize("name", sorted(MINE))
@settings(max_examples=50, deadline=None)
@given(data=st.data())
def test_any_arguments_give_a_bounded_value_or_one_line_of_refusal(name: str, data: st.DataObject) -> None:
    names = tuple(f"{name}_" for name in inspect.signature(REGISTERED[name]).parameters)
    found = outcome(f"{name}({', '.join(names)})", data.draw(arguments(names)))
    assert bounded(found)
    assert not isinstance(found, str) or "\n" not in found
