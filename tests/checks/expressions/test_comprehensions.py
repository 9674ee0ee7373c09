from typing import Any

import pytest

from quizapp.checks.expressions import compiled
from tests.checks.expressions.evaluating import refused, value


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("[x * 2 for x in [1, 2, 3]]", [2, 4, 6]),
        ("[x for x in range(10) if x % 2 if x > 3]", [5, 7, 9]),
        ("[a * b for a, b in zip([1, 2], [3, 4])]", [3, 8]),
        ("[a + b + c for a, (b, c) in [(1, (2, 3))]]", [6]),
        ("[x + y for x in [1, 2] for y in range(x)]", [1, 2, 3]),
        ("[[i * j for i in range(3)] for j in range(2)]", [[0, 0, 0], [0, 1, 2]]),
        ("sum(x for x in [1, 2])", 3),
        ("[x for x in [x for x in [7]]]", [7]),
        ("[[x for x in [9]] + [x] for x in [1]]", [[9, 1]]),
        ("any(x > 1 for x in [1, 2])", True),
    ],
)
def test_comprehensions_give_lists(source: str, expected: Any) -> None:
    assert value(source) == expected


def test_variables_hide_names_within_and_nowhere_else() -> None:
    assert value("[x for x in [1, 2]] + [x]", x=9) == [1, 2, 9]
    assert value("[x for x in x]", x=[3]) == [3]


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("[x * k for x in xs]", {"k", "xs"}),
        ("[x for x in x]", {"x"}),
        ("[a + b for a, b in zip(xs, ys) if a > n]", {"xs", "ys", "n"}),
        ("sum(w * x for w, x in zip(ws, xs)) + b", {"ws", "xs", "b"}),
        ("max(True, pi, None)", set()),
    ],
)
def test_an_expression_tells_the_names_it_needs(source: str, names: set[str]) -> None:
    assert compiled(source).names == names


def test_an_element_that_cannot_be_taken_apart_says_where() -> None:
    error = refused("[a for a, b in [1]]")
    assert (error.what, error.offset) == ("an element that is no 2 values", 7)


def test_only_names_can_be_variables() -> None:
    assert refused("[1 for xs[0] in [1]]", xs=[0]).what == "only names can be variables"


def test_one_expression_serves_several_threads() -> None:
    from concurrent.futures import ThreadPoolExecutor

    expression = compiled("sum([x * k for x in range(50)])")
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda k: expression.evaluate({"k": k}), range(200)))
    assert found == [1225 * k for k in range(200)]
