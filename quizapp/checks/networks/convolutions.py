"""Convolutions, plain, transposed and depthwise, as PyTorch counts them."""

from math import prod

from quizapp.checks.networks.errors import Misfit
from quizapp.checks.networks.layers import Outcome, layer, may, needs
from quizapp.checks.networks.options import Sizes, amounts, count, padding, sizes, switch
from quizapp.checks.networks.points import Field, Point, checked
from quizapp.checks.networks.windows import Padding, a_map, behind, each, grown, seen, seen_grown
from quizapp.i18n import F_

KERNEL, ONE = needs(sizes, "3"), may(sizes, (1,), "2")
PADDING, GROUPS, BIAS = may(padding, (0,), "1"), may(count, 1, "2"), may(switch, True, "no")
CHANNELS = {"channels": needs(count, "64")}


@layer("conv", words=CHANNELS, learned=True, k=KERNEL, s=ONE, p=PADDING, d=ONE, g=GROUPS, bias=BIAS)
def conv(point: Point, channels: int, k: Sizes, s: Sizes, p: Padding, d: Sizes, g: int, bias: bool) -> Outcome:
    """A convolution: c' (c / g) k^n weights; each is used once for every position of the output."""
    axes = behind(a_map(point, "conv"), k, s, p, d)
    return _convolved(point, (channels, *axes), (k, g, bias), seen(point, k, s, d), prod(axes))


@layer(
    "tconv", words=CHANNELS, learned=True, k=KERNEL, s=ONE, p=may(amounts, (0,), "1"), op=may(amounts, (0,), "1"),
    d=ONE, g=GROUPS, bias=BIAS,
)  # fmt: skip
def tconv(
    point: Point, channels: int, k: Sizes, s: Sizes, p: Sizes, op: Sizes, d: Sizes, g: int, bias: bool
) -> Outcome:
    """A transposed convolution: as many weights; each is used once for every position of the input."""
    axes = a_map(point, "tconv")
    shape = (channels, *grown(axes, k, s, p, op, d))
    return _convolved(point, shape, (k, g, bias), seen_grown(point, k, s, d), prod(axes))


@layer("dwconv", learned=True, k=KERNEL, s=ONE, p=PADDING, d=ONE, m=may(count, 1, "2"), bias=BIAS)
def dwconv(point: Point, k: Sizes, s: Sizes, p: Padding, d: Sizes, m: int, bias: bool) -> Outcome:
    """A depthwise convolution: `m` filters of their own for each channel."""
    a_map(point, "dwconv")
    return conv(point, point.shape[0] * m, k, s, p, d, point.shape[0], bias)


def _convolved(point: Point, shape: Sizes, weighing: tuple[Sizes, int, bool], field: Field, positions: int) -> Outcome:
    (k, groups, bias), entering, channels = weighing, point.shape[0], shape[0]
    if entering % groups or channels % groups:
        raise Misfit(
            F_(
                "{entering} channels in and {channels} out cannot be divided into {groups} groups",
                entering=entering,
                channels=channels,
                groups=groups,
            ),
            F_("`g` must divide both"),
        )
    weights = channels * (entering // groups) * prod(each(k, len(point.axes), "k"))
    return Outcome(Point(checked(shape), field, point.input), weights + channels * bias, weights * positions)
