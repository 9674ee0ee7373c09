from typing import Any

import pytest

from tests.checks.expressions.evaluating import refused, value

NAMES: dict[str, Any] = {"xs": [1, 2, 3, 4], "image": [[1, 2], [3, 4]], "layer": {"k": 3, "s": 2}, "word": "relu"}


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("xs[0]", 1),
        ("xs[-1]", 4),
        ("xs[1:3]", [2, 3]),
        ("xs[::-1]", [4, 3, 2, 1]),
        ("image[1][0]", 3),
        ("layer['k']", 3),
        ("get(layer, 'd', 1)", 1),
        ("get(xs, 9)", None),
        ("word[0]", "r"),
        ("xs + [5]", [1, 2, 3, 4, 5]),
        ("(1,) + (2,)", (1, 2)),
        ("[0] * 3", [0, 0, 0]),
        ("2 * (1, 2)", (1, 2, 1, 2)),
        ("[0] * -1", []),
    ],
)
def test_lists_and_mappings_are_indexed_cut_and_joined(source: str, expected: Any) -> None:
    names = {name: each for name, each in NAMES.items() if name in source}
    assert value(source, **names) == expected


@pytest.mark.parametrize(
    ("source", "what"),
    [
        ("xs[4]", "index 4 is outside of 4 elements"),
        ("xs[0.5]", "a number is no index"),
        ("xs['a']", "a text is no index"),
        ("xs[True]", "a truth value is no index"),
        ("layer['d']", "no `d` here, only k, s"),
        ("layer[0]", "no `0` here, only k, s"),
        ("5[0]", "a number has no elements"),
        ("xs + 1", "a list and a number make no sum"),
        ("xs * 0.5", "a list can be repeated a whole number of times only"),
        ("word * 3", "a text is no number"),
        ("-xs", "a list is no number"),
        ("None + 1", "None is no number"),
    ],
)
def test_what_has_no_such_element_says_so(source: str, what: str) -> None:
    names = {name: each for name, each in NAMES.items() if name in source}
    assert refused(source, **names).what == what
