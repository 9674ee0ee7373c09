import json
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.checks.errors import Unfit
from quizapp.checks.values import as_data, exact, from_data, from_plain, is_number, whole

VALUES: st.SearchStrategy[Any] = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.fractions().filter(lambda each: each.denominator > 1),
        st.floats(allow_nan=False, allow_infinity=False),
        st.text(),
    ),
    lambda inner: st.one_of(st.lists(inner), st.dictionaries(st.text(), inner)),
    max_leaves=10,
)


@pytest.mark.parametrize(("written", "value"), [(0.1, Fraction(1, 10)), (1e-05, Fraction(1, 10**5)), (2.0, 2), (7, 7)])
def test_a_decimal_is_exact(written: float, value: Any) -> None:
    assert exact(written) == value
    assert type(exact(written)) is type(value)


def test_a_whole_fraction_becomes_an_integer() -> None:
    assert type(whole(Fraction(4, 2))) is int


@pytest.mark.parametrize("plain", [float("inf"), float("nan"), [1, float("-inf")], {"a": float("nan")}])
def test_what_is_not_finite_is_no_value(plain: Any) -> None:
    with pytest.raises(Unfit):
        from_plain(plain)


def test_what_is_nested_without_end_is_no_value() -> None:
    deep: list[Any] = []
    deep.append(deep)
    with pytest.raises(Unfit, match="deep"):
        from_plain(deep)


def test_decimals_within_lists_and_mappings_become_exact() -> None:
    plain = {"lr": 0.1, "xs": [0.5, 1, "a", None, True], "deep": [{"p": 0.25}]}
    assert from_plain(plain) == {
        "lr": Fraction(1, 10),
        "xs": [Fraction(1, 2), 1, "a", None, True],
        "deep": [{"p": Fraction(1, 4)}],
    }


@given(VALUES)
def test_the_log_keeps_every_value(value: Any) -> None:
    kept = from_data(json.loads(json.dumps(as_data(value))))
    assert kept == value
    assert type(kept) is type(value)


def test_a_tuple_comes_back_as_a_list() -> None:
    assert from_data(as_data((1, (2, Fraction(1, 2))))) == [1, [2, Fraction(1, 2)]]


@pytest.mark.parametrize("text", ["1e999999999", "1", "1/2/3", "x/y", "1/0"])
def test_a_fraction_that_was_tampered_with_is_not_computed(text: str) -> None:
    with pytest.raises(ValueError, match=r"values to unpack|invalid literal|no fraction"):
        from_data({"fraction": text})


@pytest.mark.parametrize(
    "data", [{}, {"x": 1}, {"fraction": 5}, {"mapping": 3}, [{"mapping": {"a": {}}}], float("nan")]
)
def test_what_keeps_no_value_is_told_as_that(data: Any) -> None:
    with pytest.raises(ValueError, match="no value was kept so"):
        from_data(data)


def test_a_truth_value_is_no_number() -> None:
    assert is_number(1)
    assert is_number(0.5)
    assert not is_number(True)
    assert not is_number("1")
