"""Layers of vectors and of rows of them: linear layers, tokens, attention."""

from dataclasses import replace
from math import prod

from quizapp.checks.networks.convolutions import BIAS
from quizapp.checks.networks.errors import Misfit
from quizapp.checks.networks.layers import Outcome, layer, needs
from quizapp.checks.networks.options import Option, count
from quizapp.checks.networks.points import Point, checked, input_axes
from quizapp.i18n import F_


@layer("linear", words={"features": needs(count, "1000")}, learned=True, bias=BIAS)
def linear(point: Point, features: int, bias: bool) -> Outcome:
    """A linear layer on a vector, or on each of n tokens: n·in·out multiply-accumulates."""
    if len(point.shape) > 2:
        raise Misfit(
            F_("`linear` needs a vector, and a map of {point} comes in", point=point),
            F_("write `flatten` or `gap` before it"),
        )
    weights = point.shape[-1] * features
    field = point.field if len(point.shape) == 2 else point.field.everything()
    behind = replace(point, shape=(*point.shape[:-1], features), field=field)
    return Outcome(behind, weights + features * bias, weights * prod(point.shape[:-1]))


@layer("embedding", words={"entries": needs(count, "30000"), "features": needs(count, "512")}, learned=True)
def embedding(point: Point, entries: int, features: int) -> Outcome:
    """A table read at each of n token numbers: n×d behind it, nothing multiplied."""
    if len(point.shape) != 1:
        raise Misfit(
            F_("`embedding` reads token numbers, and {point} comes in", point=point),
            F_("write `input 128` for 128 tokens"),
        )
    return Outcome(replace(point, shape=(*point.shape, features)), entries * features)


@layer("tokens")
def tokens(point: Point) -> Outcome:
    """A map C×H×W as HW tokens of C features."""
    if len(point.shape) < 2:
        raise Misfit(
            F_("`tokens` needs a map, and a vector of {point} comes in", point=point), F_("put it behind a convolution")
        )
    return Outcome(replace(point, shape=checked((prod(point.axes), point.shape[0]))))


@layer("cls")
def class_token(point: Point) -> Outcome:
    """One more token before the others, learned."""
    count, features = _rows(point, "cls")
    return Outcome(replace(point, shape=checked((count + 1, features))), features)


@layer("position")
def position(point: Point) -> Outcome:
    """A learned vector added at each position: n·d parameters."""
    return Outcome(point, prod(_rows(point, "position")))


@layer("first")
def first(point: Point) -> Outcome:
    """The first token alone, as a vector."""
    return Outcome(replace(point, shape=(_rows(point, "first")[1],), field=point.field.everything()))


@layer("attention", learned=True, heads=needs(count, "8"), kv=Option(count, "2"), bias=BIAS)
def attention(point: Point, heads: int, kv: int | None, bias: bool) -> Outcome:
    """Self-attention of n tokens of d features: 4d² weights, 4nd² + 2n²d multiply-accumulates (QKᵀ and AV make 2n²d).

    With `kv` heads for keys and values, fewer than `heads`, those two matrices are narrower (grouped queries).
    """
    tokens, features = _rows(point, "attention")
    shared = kv or heads
    if features % heads or heads % shared:
        raise Misfit(
            F_(
                "{features} features, {heads} heads and {shared} for keys and values do not divide",
                features=features,
                heads=heads,
                shared=shared,
            ),
            F_("`heads` must divide the features, `kv` the heads"),
        )
    narrow = features // heads * shared
    weights = 2 * features * features + 2 * features * narrow
    behind = replace(point, field=point.field.filling(input_axes(point.input)))
    biases = 2 * (features + narrow) * bias
    return Outcome(behind, weights + biases, tokens * weights + 2 * tokens**2 * features)


def _rows(point: Point, name: str) -> tuple[int, int]:
    if len(point.shape) != 2:
        raise Misfit(
            F_("`{name}` needs n tokens of d features, and {point} comes in", name=name, point=point),
            F_("write `tokens` or `embedding` before it"),
        )
    return point.shape[0], point.shape[1]
