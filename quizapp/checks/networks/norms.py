"""Normalizations, activations and dropout: the shape stays."""

from math import prod

from quizapp.checks.networks.errors import Misfit
from quizapp.checks.networks.layers import Outcome, layer, may, needs
from quizapp.checks.networks.options import count, one_of, rate, switch
from quizapp.checks.networks.points import Point
from quizapp.i18n import F_

AFFINE = may(switch, True, "no")


@layer("bn", affine=AFFINE)
def bn(point: Point, affine: bool) -> Outcome:
    """Batch normalization: scale and shift for each channel; running mean and variance are stored beside them."""
    channels = point.shape[0]
    return Outcome(point, 2 * channels * affine, buffers=2 * channels)


@layer("in", affine=may(switch, False, "yes"))
def instance(point: Point, affine: bool) -> Outcome:
    """Instance normalization: without scale and shift unless they are asked for."""
    return Outcome(point, 2 * point.shape[0] * affine)


@layer("gn", words={"groups": needs(count, "32")}, affine=AFFINE)
def group(point: Point, groups: int, affine: bool) -> Outcome:
    """Group normalization: scale and shift for each channel."""
    if point.shape[0] % groups:
        raise Misfit(
            F_("{channels} channels cannot be divided into {groups} groups", channels=point.shape[0], groups=groups),
            F_("take a divisor"),
        )
    return Outcome(point, 2 * point.shape[0] * affine)


@layer("ln", over=may(one_of("features", "all"), "features", "all"), affine=AFFINE)
def layer_norm(point: Point, over: str, affine: bool) -> Outcome:
    """Layer normalization over the features of a token or vector, the channels of a map, or (`over=all`) everything."""
    features = point.shape[-1] if len(point.shape) < 3 else point.shape[0]
    return Outcome(point, 2 * (prod(point.shape) if over == "all" else features) * affine)


@layer("rms")
def rms_norm(point: Point) -> Outcome:
    """Root-mean-square normalization: one scale for each feature."""
    return Outcome(point, point.shape[-1] if len(point.shape) < 3 else point.shape[0])


@layer(
    "relu", "relu6", "leakyrelu", "elu", "selu", "gelu", "silu", "mish", "sigmoid", "hardsigmoid", "hardswish", "tanh",
    "softplus", "softmax", "identity", "lrn",
)  # fmt: skip
def nothing_learned(point: Point) -> Outcome:
    """An activation: no parameters, and its operations are not multiply-accumulates."""
    return Outcome(point)


@layer("prelu", each=may(one_of("layer", "channel"), "layer", "channel"))
def prelu(point: Point, each: str) -> Outcome:
    """A leaky ReLU with one slope to learn, or one for each channel."""
    return Outcome(point, point.shape[0] if each == "channel" else 1)


@layer("dropout", words={"rate": may(rate, None, "0.5")})
def dropout(point: Point, rate: object) -> Outcome:
    """Dropout, which changes neither shape nor count."""
    return Outcome(point)
