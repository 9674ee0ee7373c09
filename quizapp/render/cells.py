"""Text in a cell of a table: cut where it is too long, filled up where it is too short. Chinese signs take two."""

from quizapp.render.clusters import clusters
from quizapp.render.spans import width_of
from quizapp.visible import one_line

_CUT = "…"


def cell(text: str, width: int, right: bool = False) -> str:
    """Any text in exactly `width` cells, safe to show."""
    shown = _fitting(one_line(text), max(width, 0))
    blank = " " * (width - width_of(shown))
    return blank + shown if right else shown + blank


def _fitting(text: str, width: int) -> str:
    if width_of(text) <= width:
        return text
    kept, used = [], width_of(_CUT)
    for cluster in clusters(text[: 2 * width + 1]):  # no more can fit, but for marks that take no room
        used += width_of(cluster)
        if used > width:
            break
        kept.append(cluster)
    return "".join([*kept, _CUT]) if width else ""
