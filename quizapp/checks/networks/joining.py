"""How the paths of a block come together: added, concatenated along the channels, or multiplied."""

from collections.abc import Sequence
from dataclasses import replace

from quizapp.checks.networks.errors import Misfit
from quizapp.checks.networks.points import Field, Point, checked, input_axes
from quizapp.i18n import F_


def added(path: Point, shortcut: Point, written: bool) -> Point:
    """The sum of a residual block's path and its shortcut, which is the input where none is written.

    Raises Misfit where their shapes differ.
    """
    if path.shape != shortcut.shape and not written:
        raise Misfit(
            F_("{shortcut} comes in and {path} would be added to it", shortcut=shortcut, path=path),
            F_("write a `shortcut` line before `end`, and layers behind it that make the shapes equal"),
        )
    if path.shape != shortcut.shape:
        raise Misfit(
            F_("the block gives {path} and its shortcut {shortcut}", path=path, shortcut=shortcut),
            F_("make the shapes equal"),
        )
    return replace(path, field=_together([path, shortcut]), depth=max(path.depth, shortcut.depth))


def concatenated(paths: Sequence[Point]) -> Point:
    """The paths of a branch, one behind the other along the channels, the first axis.

    Raises Misfit where anything but the channels differs.
    """
    first = paths[0]
    for path in paths[1:]:
        if path.axes != first.axes or len(path.shape) != len(first.shape):
            raise Misfit(F_("the paths give {one} and {two}", one=first, two=path), F_("only the channels may differ"))
    shape = checked((sum(path.shape[0] for path in paths), *first.axes))
    return replace(first, shape=shape, field=_together(paths), depth=max(path.depth for path in paths))


def gated(point: Point, path: Point) -> Point:
    """What comes in, multiplied by the path: by a value for each channel, or by a map of its own shape.

    The layers that compute the factor do not count for the depth: a network with gates keeps the name it has without.
    Raises Misfit where the path gives anything else.
    """
    fits = (point.shape, point.shape[:1], (point.shape[0], *(1 for _ in point.axes)), (1, *point.axes))
    if path.shape not in fits:
        raise Misfit(
            F_("{point} comes in and {path} cannot be multiplied with it", point=point, path=path),
            F_("make the path end in {n} values, one a channel, or in {point}", n=point.shape[0], point=point),
        )
    return replace(point, field=_together([point, path]))


def _together(points: Sequence[Point]) -> Field:
    """The largest field along each axis. Raises Misfit where the strides differ."""
    placed = [point.field for point in points if not point.field.whole]
    if not placed or len({len(field.size) for field in placed}) > 1:
        return points[0].field.everything()
    if len({field.stride for field in placed}) > 1:
        raise Misfit(F_("the paths come together with different strides"), F_("let each path shrink the map as much"))
    if len(placed) < len(points) or any(field.filled for field in placed):
        return placed[0].filling(input_axes(points[0].input))
    return replace(placed[0], size=tuple(max(sizes) for sizes in zip(*(field.size for field in placed), strict=True)))
