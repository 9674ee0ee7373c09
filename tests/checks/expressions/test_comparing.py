from typing import Any

import pytest

from tests.checks.expressions.evaluating import refused, value


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("1 < 2 < 3", True),
        ("1 < 3 < 2", False),
        ("1 <= 1 >= 1", True),
        ("0.5 == 1 / 2", True),
        ("1 != 1.0", False),
        ("[1, [2]] == (1, (2,))", True),
        ("[1, 2] < [1, 3]", True),
        ("[1] < [1, 0]", True),
        ("'a' < 'b'", True),
        ("'1' == 1", False),
        ("None == 0", False),
        ("s == None", True),
        ("2 in [1, 2]", True),
        ("[1] in [(1,)]", True),
        ("'k' in layer", True),
        ("'z' not in layer", True),
        ("'pool' in 'maxpool'", True),
        ("not 0", True),
        ("0 or 5", 5),
        ("0 and 1 / 0", 0),
        ("1 if true else 1 / 0", 1),
        ("false", False),
    ],
)
def test_comparisons_and_conditions(source: str, expected: Any) -> None:
    found = value(source, **({"s": None} if source[0] == "s" else {"layer": {"k": 3}} if "layer" in source else {}))
    assert found == expected
    assert type(found) is type(expected)


def test_numbers_and_texts_have_no_order() -> None:
    assert refused("1 < 'a'").what == "a number and a text have no order"


def test_identity_is_not_asked() -> None:
    assert refused("1 is 1").what == "`is` has no place in an expression"
