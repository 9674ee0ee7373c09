"""Where to cut what is longer than a line: a long formula, an address, a line of code."""

from collections.abc import Callable, Iterator
from itertools import accumulate

from quizapp.render.clusters import clusters
from quizapp.render.kinsoku import CLOSING, NO_BREAK, OPENING
from quizapp.render.spans import width_of

_RELATIONS = "=≠<>≤≥≈∼∝≡≜≔→←⇒⇔∈↦≪≫≃≅"
_OPERATORS = "+−±∓·×÷∗∘⊙⊗⊕"
_BLANKS = (" ", NO_BREAK)


def pieces(text: str, first: int, width: int) -> Iterator[tuple[int, int]]:
    """Start and end of the pieces of `text`: the first takes at most `first` cells, the others `width`.

    A grapheme cluster is never divided; one wider than its room is a piece of its own. Blanks at a cut are left out.
    """
    parts = clusters(text)
    cells = [width_of(part) for part in parts]
    depths = list(accumulate((part in "([{⌊⌈⟨") - (part in ")]}⌋⌉⟩") for part in parts))
    index = offset = 0
    room = first
    while index < len(parts):
        stop = _fitting(cells, index, room)
        if stop < len(parts):
            stop = _best(parts, depths, index, stop)
        size = sum(map(len, parts[index:stop]))
        yield offset, offset + size
        offset += size
        index, room = stop, width
        while index < len(parts) and parts[index] in _BLANKS:
            offset += len(parts[index])
            index += 1


def _fitting(cells: list[int], index: int, room: int) -> int:
    """The first cluster from `index` on that has no room any more; one always has."""
    used = cells[index]
    index += 1
    while index < len(cells) and used + cells[index] <= room:
        used += cells[index]
        index += 1
    return index


def _best(parts: list[str], depths: list[int], index: int, stop: int) -> int:
    """Where in `index`…`stop` to cut: as far on as possible at the best place there is."""
    fitting = stop - index
    for cuts_well, least_fill, bare in _PLACES:
        least = index + max(1, int(least_fill * fitting))
        for place in range(stop, least - 1, -1):
            if cuts_well(parts, place) and not (bare and depths[place]):
                return place
    return stop


def _at_quad(parts: list[str], place: int) -> bool:
    return parts[place : place + 2] == [NO_BREAK, NO_BREAK]


def _before_relation(parts: list[str], place: int) -> bool:
    return parts[place] == NO_BREAK and place + 1 < len(parts) and parts[place + 1] in _RELATIONS


def _at_formula_blank(parts: list[str], place: int) -> bool:
    return parts[place] == NO_BREAK and parts[place - 1] not in _RELATIONS + _OPERATORS


def _at_blank(parts: list[str], place: int) -> bool:
    return parts[place] in _BLANKS


def _after_joint(parts: list[str], place: int) -> bool:
    return parts[place - 1] in "-/_,;=&?|)}]" and _allowed(parts, place)


def _allowed(parts: list[str], place: int) -> bool:
    return parts[place][0] not in CLOSING and parts[place - 1][-1] not in OPENING


# Each with the share of the line that must be filled, a stub of a line being worse than a plain cut, and whether only
# places outside brackets count.
_PLACES: tuple[tuple[Callable[[list[str], int], bool], float, bool], ...] = (
    (_at_quad, 0.2, True),
    (_before_relation, 0.3, True),
    (_at_formula_blank, 0.3, True),
    (_at_blank, 0.3, False),
    (_after_joint, 0.6, False),
    (_allowed, 0.0, False),
)
