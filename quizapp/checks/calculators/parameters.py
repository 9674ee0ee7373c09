"""How many trainable parameters layers have. Conventions are PyTorch's: a bias unless it is said there is none."""

from itertools import pairwise
from math import prod

from quizapp.checks.calculators.arguments import count, items, truth, two
from quizapp.checks.calculators.registry import calculator
from quizapp.checks.errors import Unfit
from quizapp.checks.values import Value
from quizapp.i18n import F_


@calculator
def pair(setting: Value) -> tuple[int, int]:
    """A setting for both axes, `3` or `[3, 5]`, as (height, width): `prod(pair(k))` is a kernel's area."""
    return two(setting, F_("a setting"), least=0)


@calculator
def conv_params(cin: Value, cout: Value, k: Value, groups: Value = 1, bias: Value = True) -> int:
    """Parameters of a convolution: cout * (kh * kw * cin / groups + 1), without bias one less (PyTorch's Conv2d).

    Raises Unfit where the groups divide the channels of one side only.
    """
    channels, filters, shares = count(cin, "cin"), count(cout, "cout"), count(groups, "groups")
    if channels % shares or filters % shares:
        raise Unfit(
            F_(
                "{shares} groups do not divide {channels} and {filters} channels",
                shares=shares,
                channels=channels,
                filters=filters,
            )
        )
    return filters * (prod(two(k, "k")) * channels // shares + truth(bias, "bias"))


@calculator
def linear_params(nin: Value, nout: Value, bias: Value = True) -> int:
    """Parameters of a fully connected layer: nout * (nin + 1), without bias one less (PyTorch's Linear)."""
    return count(nout, "nout") * (count(nin, "nin") + truth(bias, "bias"))


@calculator
def mlp_params(widths: Value, bias: Value = True) -> int:
    """Parameters of fully connected layers one after the other; widths: [inputs, hidden …, outputs]."""
    return sum(linear_params(*layer, bias) for layer in pairwise(items(widths, "widths")))


@calculator
def norm_params(channels: Value, affine: Value = True) -> int:
    """Trainable parameters of a normalisation: one scale and one shift a channel (PyTorch's BatchNorm2d, LayerNorm).

    Running means and variances are buffers, not parameters.
    """
    return 2 * count(channels, "channels") * truth(affine, "affine")
