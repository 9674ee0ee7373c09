from math import cos, exp, sin, sqrt

import pytest

from quizapp.checks.calculators.attention import attention, attention_weights, position_encoding
from quizapp.checks.errors import Unfit

KEYS, VALUES = [[1, 0], [0, 1], [1, 1]], [[1, 0, 2], [0, 4, 2], [2, 2, 2]]


def test_scores_are_divided_by_the_root_of_the_dimension() -> None:
    near = exp(2 / sqrt(2))
    assert attention_weights([2, 0], [[1, 0], [0, 1]]) == pytest.approx([near / (near + 1), 1 / (near + 1)])


def test_a_scale_may_be_given() -> None:
    near = exp(2)
    assert attention_weights([2, 0], [[1, 0], [0, 1]], scale=1)[0] == pytest.approx(near / (near + 1))


def test_the_output_mixes_the_values_by_the_weights() -> None:
    weights = attention_weights([1, 3], KEYS)
    mixed = [sum(w * row[j] for w, row in zip(weights, VALUES, strict=True)) for j in range(3)]
    assert attention([1, 3], KEYS, VALUES) == pytest.approx(mixed)
    assert attention([1, 3], KEYS, VALUES)[2] == pytest.approx(2)


def test_several_queries_are_answered_one_by_one() -> None:
    queries = [[1, 3], [0, 0]]
    assert attention(queries, KEYS, VALUES) == [attention(query, KEYS, VALUES) for query in queries]
    assert attention_weights(queries, KEYS)[1] == pytest.approx([1 / 3] * 3)


def test_a_causal_query_sees_nothing_that_comes_after_it() -> None:
    weights = attention_weights(KEYS, KEYS, causal=True)
    assert weights[0] == [1, 0, 0]
    assert weights[1][2] == 0
    assert [sum(row) for row in weights] == pytest.approx([1, 1, 1])
    assert attention(KEYS, KEYS, VALUES, causal=True)[0] == VALUES[0]


def test_causal_attention_needs_a_query_for_every_key() -> None:
    with pytest.raises(Unfit, match="queries and keys differ in length: 2 and 3"):
        attention(KEYS[:2], KEYS, VALUES, causal=True)


def test_sizes_must_fit() -> None:
    with pytest.raises(Unfit, match="query and key differ in length: 3 and 2"):
        attention([1, 2, 3], KEYS, VALUES)
    with pytest.raises(Unfit, match="keys and values differ in length: 3 and 2"):
        attention([1, 2], KEYS, VALUES[:2])


def test_positions_are_written_as_waves() -> None:
    assert position_encoding(0, 4) == [0, 1, 0, 1]
    assert position_encoding(3, 4) == pytest.approx([sin(3), cos(3), sin(0.03), cos(0.03)])
    with pytest.raises(Unfit, match="d is above"):
        position_encoding(1, 10**6)
