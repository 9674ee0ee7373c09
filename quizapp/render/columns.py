"""How wide the columns of a table are."""

from collections.abc import Sequence

LEAST_WIDTH = 4
# A column may grow this wide to keep its longest word whole before the table counts as too wide for the room.
_WHOLE_WORD = 8


def column_widths(natural: Sequence[int], longest: Sequence[int], room: int) -> list[int] | None:
    """The widths of columns that share `room` cells; None if that is too little for columns that can be read.

    `natural` is what a column would take unbroken, `longest` its longest word. A column never gets more than it needs;
    words stay whole before others get their whole width; beyond that the narrowest grows first, so that the wide ones
    bear the loss. None if a column would be under 4 cells, or would divide a word of up to 8.
    """
    words = [min(word, wish) for word, wish in zip(longest, natural, strict=True)]
    needs = [min(wish, max(LEAST_WIDTH, min(word, _WHOLE_WORD))) for word, wish in zip(words, natural, strict=True)]
    if sum(needs) > room:
        return None
    _grow(needs, words, room)
    _grow(needs, natural, room)
    return needs


def _grow(widths: list[int], wishes: Sequence[int], room: int) -> None:
    """Hands out what is left of `room`, cell by cell, to the narrowest column that wishes for more."""
    spare = room - sum(widths)
    while spare > 0:
        growing = [index for index, width in enumerate(widths) if width < wishes[index]]
        if not growing:
            return
        widths[min(growing, key=widths.__getitem__)] += 1
        spare -= 1
