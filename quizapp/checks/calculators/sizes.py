"""How large a map is behind a layer. Sizes round down; padding is per side; dilation 1 is an ordinary convolution."""

from functools import reduce

from quizapp.checks.calculators.arguments import count, items, truth, two
from quizapp.checks.calculators.layers import Layer, read_layers
from quizapp.checks.calculators.registry import calculator
from quizapp.checks.errors import Unfit
from quizapp.checks.values import Value
from quizapp.i18n import F_


@calculator
def effective_kernel(k: Value, d: Value = 1) -> int:
    """Pixels from the first tap of a kernel to its last, holes counted: d * (k - 1) + 1."""
    return count(d, "d") * (count(k, "k") - 1) + 1


@calculator
def same_padding(k: Value, d: Value = 1) -> int:
    """Padding per side that keeps the size at stride 1: d * (k - 1) / 2. Raises Unfit where that is no whole number."""
    around = effective_kernel(k, d) - 1
    if around % 2:
        raise Unfit(F_("a kernel that spans {n} pixels has no symmetric same padding", n=around + 1))
    return around // 2


@calculator
def conv_size(size: Value, k: Value, s: Value = 1, p: Value = 0, d: Value = 1) -> int:
    """Output side of a convolution: floor((size + 2p - d(k - 1) - 1) / s) + 1 (PyTorch's Conv2d).

    Raises Unfit where the kernel is larger than the padded input.
    """
    return _slack(size, k, p, d) // count(s, "s") + 1


@calculator
def pool_size(size: Value, k: Value, s: Value = None, p: Value = 0, d: Value = 1, ceil_mode: Value = False) -> int:
    """Output side of a pooling, whose stride defaults to its kernel (PyTorch's MaxPool2d).

    With `ceil_mode` the size rounds up, but the last window must start inside the input or its left padding.
    Raises Unfit for padding of more than half the kernel, as PyTorch does.
    """
    stride, padding = count(k if s is None else s, "s"), count(p, "p", least=0)
    if padding > count(k, "k") // 2:
        raise Unfit(F_("padding {p} is more than half of kernel {k}", p=p, k=k))
    if not truth(ceil_mode, "ceil_mode"):
        return _slack(size, k, p, d) // stride + 1
    slack = _slack(size, k, p, d, beyond=stride - 1)
    rounded_up = -(-slack // stride)
    return rounded_up if rounded_up * stride >= size + padding else rounded_up + 1


@calculator
def conv_transpose_size(size: Value, k: Value, s: Value = 1, p: Value = 0, op: Value = 0, d: Value = 1) -> int:
    """Output side of a transposed convolution: (size - 1)s - 2p + d(k - 1) + op + 1 (PyTorch's ConvTranspose2d).

    `op` is the output padding, smaller than the stride or the dilation. Raises Unfit where nothing would be left.
    """
    added, stride, dilation = count(op, "op", least=0), count(s, "s"), count(d, "d")
    if added >= max(stride, dilation):
        raise Unfit(
            F_(
                "output padding {op} is not below stride {s} or dilation {d}",
                op=added,
                s=stride,
                d=dilation,
            )
        )
    side = (count(size, "size") - 1) * stride - 2 * count(p, "p", least=0) + effective_kernel(k, dilation) + added
    if side < 1:
        raise Unfit(F_("padding {p} crops all of the output away", p=p))
    return side


@calculator
def conv_shape(shape: Value, cout: Value, k: Value, s: Value = 1, p: Value = 0, d: Value = 1) -> tuple[int, ...]:
    """Output shape of a convolution of a (…, C, H, W) map: (…, cout, H', W'). k, s, p, d: a number or [h, w]."""
    *before, _, height, width = _shape(shape)
    sides = zip((height, width), two(k, "k"), two(s, "s"), two(p, "p", least=0), two(d, "d"), strict=True)
    return (*before, count(cout, "cout"), *(conv_size(*side) for side in sides))


@calculator
def shape_after(shape: Value, layers: Value) -> tuple[int, ...]:
    """Shape (C, H, W) after convolutions and poolings. A convolution without `cout` keeps the channels."""
    return reduce(_through, read_layers(layers), _shape(shape))


@calculator
def pixel_shuffle_shape(shape: Value, r: Value) -> tuple[int, ...]:
    """Shape (…, C / r², H r, W r) of a (…, C, H, W) map (PyTorch's PixelShuffle). Raises Unfit for an odd C."""
    *before, channels, height, width = _shape(shape)
    times = count(r, "r")
    if channels % times**2:
        raise Unfit(F_("{channels} channels cannot be divided by {times}²", channels=channels, times=times))
    return (*before, channels // times**2, height * times, width * times)


def _slack(size: Value, k: Value, p: Value, d: Value, beyond: int = 0) -> int:
    """How much larger the padded input is than the kernel. Raises Unfit where that reaches further than `beyond` it."""
    padded = count(size, "size") + 2 * count(p, "p", least=0)
    extent = effective_kernel(k, d)
    if extent > padded + beyond:
        raise Unfit(
            F_("a kernel that spans {extent} pixels exceeds an input of {padded}", extent=extent, padded=padded)
        )
    return padded - extent


def _shape(shape: Value) -> tuple[int, ...]:
    sizes = tuple(count(size, F_("a size")) for size in items(shape, "shape"))
    if not 3 <= len(sizes) <= 4:
        raise Unfit(F_("a map's shape is (C, H, W) or (N, C, H, W)"))
    return sizes


def _through(shape: tuple[int, ...], layer: Layer) -> tuple[int, ...]:
    *before, channels, height, width = shape
    sides = zip((height, width), layer.k, layer.s, layer.p, layer.d, strict=True)
    if layer.type == "pool":
        return (*before, channels, *(pool_size(*side, layer.ceil_mode) for side in sides))
    return (*before, layer.cout or channels, *(conv_size(*side) for side in sides))
