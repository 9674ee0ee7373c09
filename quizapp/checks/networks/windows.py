"""Windows over a map: how large the map behind them is, and what a unit there sees."""

from collections.abc import Iterable
from fractions import Fraction
from math import gcd

from quizapp.checks.networks.errors import Misfit
from quizapp.checks.networks.options import Sizes
from quizapp.checks.networks.points import Field, Point
from quizapp.i18n import F_

Padding = Sizes | str


def each(sizes: Sizes, axes: int, name: str) -> Sizes:
    """A size for each axis. Raises Misfit where another number of them is given."""
    if len(sizes) not in (1, axes):
        raise Misfit(
            F_("{name} has {n} sizes, and the map has {axes} axes", name=name, n=len(sizes), axes=axes),
            F_("give {name} one size, or {axes}", name=name, axes=axes),
        )
    return sizes * axes if len(sizes) == 1 else sizes


def a_map(point: Point, name: str) -> Sizes:
    """The axes of the map that a layer needs. Raises Misfit for a vector."""
    if len(point.shape) < 2:
        raise Misfit(
            F_("`{name}` needs a map such as C×H×W, and a vector of {point} comes in", name=name, point=point),
            F_("put it before `flatten` or `gap`, or write `reshape` before it"),
        )
    return point.axes


def behind(axes: Sizes, k: Sizes, s: Sizes, p: Padding, d: Sizes, ceil: bool = False) -> Sizes:
    """The sizes behind a window: floor((n + 2p - d(k - 1) - 1) / s) + 1, or ceil(n / s) with `same` padding.

    With `ceil` it rounds up, but the last window must start inside the input or its left padding (PyTorch).
    Raises Misfit where the window is larger than the padded input, with `ceil` by a whole stride.
    """
    if isinstance(p, str):
        return tuple(-(-size // by) for size, by in zip(axes, each(s, len(axes), "s"), strict=True))
    sides = (each(given, len(axes), name) for given, name in ((k, "k"), (s, "s"), (p, "p"), (d, "d")))
    return tuple(_side(size, *window, ceil=ceil) for size, *window in zip(axes, *sides, strict=True))


def seen(point: Point, k: Sizes, s: Sizes, d: Sizes) -> Field:
    """The receptive field behind a window; padding does not matter."""
    axes = len(point.axes)
    reach = (dilation * (kernel - 1) for kernel, dilation in zip(each(k, axes, "k"), each(d, axes, "d"), strict=True))
    return point.field.slid(reach, each(s, axes, "s"))


def grown(axes: Sizes, k: Sizes, s: Sizes, p: Sizes, op: Sizes, d: Sizes) -> Sizes:
    """The sizes behind a transposed convolution: (n - 1)s - 2p + d(k - 1) + op + 1.

    Raises Misfit where nothing is left, or the output padding `op` is not below stride or dilation.
    """
    sides = (each(given, len(axes), name) for given, name in ((k, "k"), (s, "s"), (p, "p"), (op, "op"), (d, "d")))
    return tuple(_grown_side(*side) for side in zip(axes, *sides, strict=True))


def seen_grown(point: Point, k: Sizes, s: Sizes, d: Sizes) -> Field:
    """The receptive field behind a transposed convolution.

    A unit has at most ceil(k g / s) inputs, which lie d / g apart; g = gcd(d, s).
    """
    axes = len(point.axes)
    sides = list(zip(each(k, axes, "k"), each(s, axes, "s"), each(d, axes, "d"), strict=True))
    reach = [(-(-kernel * gcd(d, s) // s) - 1) * (d // gcd(d, s)) for kernel, s, d in sides]
    return point.field.slid(reach, _parts_of(by for _, by, _ in sides))


def magnified(point: Point, by: Sizes, taps: int) -> Field:
    """The receptive field behind an upsampling that reads so many neighbours along each axis."""
    axes = len(point.axes)
    return point.field.slid([taps - 1] * axes, _parts_of(each(by, axes, "scale")))


def half_at_most(axes: Sizes, k: Sizes, p: Padding) -> None:
    """Raises Misfit for a pooling whose padding is more than half its kernel along any axis."""
    if isinstance(p, str):
        return
    half = tuple(side // 2 for side in each(k, len(axes), "k"))
    if any(side > most for side, most in zip(each(p, len(axes), "p"), half, strict=True)):
        most = "x".join(map(str, half if len(set(half)) > 1 else half[:1]))
        raise Misfit(F_("padding is more than half of the kernel"), F_("write `p={n}` at most", n=most))


def _side(size: int, k: int, s: int, p: int, d: int, *, ceil: bool) -> int:
    slack = size + 2 * p - d * (k - 1) - 1
    steps = -(-slack // s) if ceil else slack // s
    if steps < 0:
        least = -(-(d * (k - 1) + 1 - size) // 2)
        raise Misfit(
            _too_large(d * (k - 1) + 1, size, p),
            F_("pad it with `p={least}` or more, use a smaller kernel, or shrink less before it", least=least),
        )
    return steps if ceil and steps * s >= size + p else steps + 1


def _too_large(window: int, size: int, p: int) -> str:
    if not p:
        return F_("a window of {window} does not fit a map of {size}", window=window, size=size)
    return F_(
        "a window of {window} does not fit a map of {size} with {p} added on each side", window=window, size=size, p=p
    )


def _grown_side(size: int, k: int, s: int, p: int, op: int, d: int) -> int:
    if op >= max(s, d):
        raise Misfit(
            F_("output padding {op} is not below stride {s} or dilation {d}", op=op, s=s, d=d),
            F_("write `op={n}` at most", n=max(s, d) - 1),
        )
    side = (size - 1) * s - 2 * p + d * (k - 1) + op + 1
    if side < 1:
        raise Misfit(F_("padding {p} crops all of the output away", p=p), F_("use less padding"))
    return side


def _parts_of(strides: Iterable[int]) -> list[Fraction]:
    return [Fraction(1, by) for by in strides]
