"""Scaled dot-product attention. Queries, keys and values are lists of vectors, one per position."""

from collections.abc import Sequence
from math import cos, sin

from quizapp.checks.calculators.activations import softmax
from quizapp.checks.calculators.arguments import count, matrix, number, vector
from quizapp.checks.calculators.exactness import bounded, inner, is_list, is_matrix, real, same_length
from quizapp.checks.calculators.registry import calculator
from quizapp.checks.errors import Unfit
from quizapp.checks.limits import LENGTH, work
from quizapp.checks.values import Number, Value
from quizapp.i18n import F_


@calculator
def attention_weights(query: Value, keys: Value, scale: Number | None = None, causal: bool = False) -> list[Value]:
    """softmax(q k scale) over the keys: a list for one query, a row per query for several.

    `scale` is 1/sqrt(d) where none is given, d being the length of a query. With `causal`, query i sees the keys up
    to i. Source: torch.nn.functional.scaled_dot_product_attention, Vaswani 2017.
    """
    rows = matrix(keys, "keys")
    if not is_matrix(query):
        return list(_weights(vector(query, "query"), rows, scale))
    queries = matrix(query, "query")
    if causal:
        same_length(queries, rows, F_("queries and keys"))
    return [
        _weights(one, rows[: place + 1] if causal else rows, scale) + [0.0] * (len(rows) - place - 1 if causal else 0)
        for place, one in enumerate(queries)
    ]


@calculator
def attention(
    query: Value, keys: Value, values: Value, scale: Number | None = None, causal: bool = False
) -> list[Value]:
    """The values mixed by `attention_weights`: a vector for one query, a row per query for several."""
    columns = list(zip(*matrix(values, "values"), strict=True))
    weights = attention_weights(query, keys, scale, causal)
    if is_list(weights[0]):
        return [_mixed(row, columns) for row in weights]
    return list(_mixed(weights, columns))


@calculator
def position_encoding(position: int, d: int) -> list[float]:
    """The sinusoidal encoding of a position: sin and cos of position / 10000^(2i/d), in turn (Vaswani 2017)."""
    if count(d, "d", 1) > LENGTH:
        raise Unfit(F_("d is above {most}", most=LENGTH))
    work(d)
    place = real(number(position, "position"), "position")
    angles = [place / 10000 ** (2 * (index // 2) / d) for index in range(d)]
    return [cos(angle) if index % 2 else sin(angle) for index, angle in enumerate(angles)]


def _weights(query: list[Number], keys: list[list[Number]], scale: Number | None) -> list[float]:
    factor = len(query) ** -0.5 if scale is None else number(scale, "scale")
    return softmax([bounded(factor * inner(query, key, F_("query and key"))) for key in keys])


def _mixed(weights: Sequence[float], columns: list[tuple[Number, ...]]) -> list[Number]:
    return [inner(weights, column, F_("keys and values")) for column in columns]
