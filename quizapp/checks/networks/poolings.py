"""Poolings and upsamplings: they have nothing to learn, and their sums are not counted as multiply-accumulates."""

from dataclasses import replace
from math import prod

from quizapp.checks.networks.convolutions import KERNEL, ONE, PADDING
from quizapp.checks.networks.errors import Misfit
from quizapp.checks.networks.layers import Outcome, layer, may, needs
from quizapp.checks.networks.options import Option, Sizes, count, one_of, sizes, switch
from quizapp.checks.networks.points import Point, checked
from quizapp.checks.networks.windows import Padding, a_map, behind, half_at_most, magnified, seen
from quizapp.i18n import F_

STRIDE = Option(sizes, "2")
CEIL = may(switch, False, "yes")
TAPS = {"nearest": 1, "bilinear": 2, "linear": 2, "bicubic": 4}
"""Neighbours that an output reads along each axis."""


@layer("maxpool", k=KERNEL, s=STRIDE, p=PADDING, d=ONE, ceil=CEIL)
def maxpool(point: Point, k: Sizes, s: Sizes | None, p: Padding, d: Sizes, ceil: bool) -> Outcome:
    """The largest value of each window; the stride is the kernel unless it is given."""
    before, by = a_map(point, "pooling"), s or k
    half_at_most(before, k, p)
    axes = behind(before, k, by, p, d, ceil)
    return Outcome(replace(point, shape=(point.shape[0], *axes), field=seen(point, k, by, d)))


@layer("avgpool", k=KERNEL, s=STRIDE, p=PADDING, ceil=CEIL)
def avgpool(point: Point, k: Sizes, s: Sizes | None, p: Padding, ceil: bool) -> Outcome:
    """The mean of each window."""
    return maxpool(point, k, s, p, (1,), ceil)


@layer("gap", "gmp", keep=may(switch, False, "yes"))
def gap(point: Point, keep: bool) -> Outcome:
    """The mean (`gmp`: the largest value) of each channel: a vector, or with `keep` a map of 1×1."""
    ones = (1,) * len(a_map(point, "gap"))
    return Outcome(replace(point, shape=(point.shape[0], *(ones if keep else ())), field=point.field.everything()))


@layer("upsample", words={"scale": needs(sizes, "2")}, mode=may(one_of(*TAPS), "nearest", "bilinear"))
def upsample(point: Point, scale: Sizes, mode: str) -> Outcome:
    """A map enlarged by interpolation."""
    axes = a_map(point, "upsample")
    field = magnified(point, scale, TAPS[mode])
    by = scale * len(axes) if len(scale) == 1 else scale
    sides = (size * times for size, times in zip(axes, by, strict=True))
    return Outcome(replace(point, shape=checked((point.shape[0], *sides)), field=field))


@layer("pixelshuffle", words={"scale": needs(count, "2")})
def pixelshuffle(point: Point, scale: int) -> Outcome:
    """Channels laid out as positions: C r^n channels become C, every axis r times as long."""
    axes = a_map(point, "pixelshuffle")
    channels, rest = divmod(point.shape[0], scale ** len(axes))
    if rest or not channels:
        raise Misfit(
            F_("{channels} channels cannot be divided by {n}", channels=point.shape[0], n=scale ** len(axes)),
            F_("give the layer before it more"),
        )
    shape = checked((channels, *(size * scale for size in axes)))
    return Outcome(replace(point, shape=shape, field=magnified(point, (scale,), 1)))


@layer("flatten")
def flatten(point: Point) -> Outcome:
    """A map as one vector."""
    return Outcome(replace(point, shape=checked([prod(point.shape)])))


@layer("reshape", words={"shape": needs(sizes, "128x7x7")})
def reshape(point: Point, shape: Sizes) -> Outcome:
    """The same values as another map; where they stood in the input is no longer followed."""
    if prod(shape) != prod(point.shape):
        raise Misfit(
            F_(
                "{point} has {one} values, the new shape {two}",
                point=point,
                one=prod(point.shape),
                two=prod(shape),
            ),
            F_("write a shape with as many"),
        )
    return Outcome(replace(point, shape=shape, field=point.field.everything()))
