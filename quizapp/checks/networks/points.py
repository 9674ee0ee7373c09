"""What is between two layers: a shape, and how much of the input each unit of it sees."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil

from quizapp.checks.limits import BITS
from quizapp.checks.networks.errors import Misfit
from quizapp.checks.networks.options import LARGEST, Sizes
from quizapp.checks.values import Exact, whole
from quizapp.i18n import F_

Shape = tuple[int, ...]
Along = tuple[Exact, ...]


@dataclass(frozen=True)
class Field:
    """The receptive field of a unit along each axis of the input.

    `size` is how many positions of the input it spans, `stride` how many lie between the fields of two neighbours; both
    may be broken where something was upsampled. `filled`: every position sees the whole input, so the field grows no
    more. `whole`: nor is any position left.
    """

    size: Along
    stride: Along
    filled: bool = False
    whole: bool = False

    def slid(self, reach: Iterable[int], by: Iterable[Exact]) -> "Field":
        """Behind a window that reaches over so many further positions along each axis and moves by so many.

        size' = size + reach * stride, stride' = stride * by (Araujo, Norris, Sim, Distill 2019,
        doi:10.23915/distill.00021). Raises Misfit for numbers beyond any network.
        """
        reach, by = tuple(reach), tuple(by)
        if self.whole or len(reach) != len(self.size):
            return self.everything()
        grown = tuple(
            _bounded(own + jump * more) for own, jump, more in zip(self.size, self.stride, reach, strict=True)
        )
        stride = tuple(_bounded(jump * times) for jump, times in zip(self.stride, by, strict=True))
        return replace(self, size=self.size if self.filled else grown, stride=stride)

    def everything(self) -> "Field":
        """Behind a layer that mixes all positions into one."""
        return replace(self, whole=True)

    def filling(self, sizes: Sizes) -> "Field":
        """Behind a layer in which every position sees the whole input, whose sizes are given."""
        if self.whole or len(sizes) != len(self.size):
            return self.everything()
        return replace(self, size=sizes, filled=True)


@dataclass(frozen=True)
class Point:
    """A place between two layers: the shape there, the receptive field, the learned layers on the longest path to it.

    Shapes are channels first: C×H×W (also C×L, C×D×H×W), n×d for n tokens, or the length of a vector.
    """

    shape: Shape
    field: Field
    input: Shape
    depth: int = 0

    @property
    def axes(self) -> Sizes:
        """The sizes of a map without its channels."""
        return self.shape[1:]

    def __str__(self) -> str:
        return shown(self.shape)


def start(shape: Shape) -> Point:
    """The point at the input, where each unit sees itself."""
    ones = (1,) * max(1, len(shape) - 1)
    return Point(shape, Field(ones, ones), shape)


def input_axes(shape: Shape) -> Sizes:
    """The sizes along which the receptive field of an input is measured: all but its channels."""
    return shape[1:] or shape


def shown(shape: Shape) -> str:
    """`64×56×56`."""
    return "×".join(map(str, shape))


def checked(shape: Iterable[int]) -> Shape:
    """The shape. Raises Misfit where an axis is too long."""
    found = tuple(shape)
    if max(found) > LARGEST:
        raise Misfit(
            F_("an axis of {size} is too long", size=_roughly(max(found))),
            F_("keep below {most}", most=LARGEST),
        )
    return found


def plain(along: Along) -> int | Fraction | tuple[Exact, ...]:
    """One number where all axes agree, else one for each."""
    return along[0] if len(set(along)) == 1 else along


def rounded(along: Along) -> Along:
    """Broken sizes in whole positions: a unit that reaches into a position sees it."""
    return tuple(ceil(size) for size in along)


def _bounded(number: Exact) -> Exact:
    if max(number.numerator.bit_length(), number.denominator.bit_length()) > BITS:
        raise Misfit(F_("the receptive field grows beyond all bounds"), F_("use smaller strides and kernels"))
    return number if isinstance(number, int) else whole(number)


def _roughly(number: int) -> str:
    return str(number) if number < 10**15 else f"about 10^{int(number.bit_length() * 0.30103)}"
