"""A card's text as lines for the terminal."""

from quizapp.render.blocks import lines_of
from quizapp.render.frame import Frame
from quizapp.render.spans import Gaps, Line, Manner, Notation
from quizapp.render.tree import blocks_of


def lay_out(
    markdown: str, width: int, *, gaps: Gaps = Gaps.SHOWN, notation: Notation = Notation.STYLED
) -> tuple[Line, ...]:
    """`markdown` as styled lines of at most `width` cells, for `width` of 10 and more.

    An empty line stands between two blocks, none at the end. All text is there, safe to show; only a grapheme cluster
    wider than `width` makes a line wider. Below 10 cells the same is tried, without the promise. Never raises.
    """
    lines = lines_of(blocks_of(markdown), Frame(max(1, width), Manner(gaps, notation)))
    while lines and not lines[-1]:
        lines.pop()
    return tuple(lines)
