"""The line breaker: styled text in, lines of at most so many cells out."""

from collections.abc import Iterator

from quizapp.render.cutting import pieces
from quizapp.render.kinsoku import NO_BREAK, units_of
from quizapp.render.spans import Line, Span, merged, text_of, width_of
from quizapp.visible import visible

_Range = tuple[int, int]


def fold(spans: Line, width: int, *, indent: int = 0) -> list[Line]:
    """`spans` as lines of at most `width` cells; lines after the first begin with `indent` blanks.

    Breaks at spaces and between Chinese characters, never before a closing or after an opening mark. What is longer
    than a line is cut, formulas (style `maths`) at a relation where possible, grapheme clusters never: one wider than
    `width` gets a line of its own. A newline in the text breaks the line; blanks at a break are dropped, others kept.
    """
    whole = _prepared(spans)
    hang = max(0, min(indent, width - 2))
    ranges: list[_Range] = []
    offset = 0
    for paragraph in text_of(whole).split("\n"):
        first = width - hang if ranges else width
        ranges += [(start + offset, end + offset) for start, end in _ranges(paragraph, first, width - hang)]
        offset += len(paragraph) + 1
    lines = _sliced(whole, ranges)
    return [next(lines), *((Span(" " * hang), *line) if hang and line else line for line in lines)]


def _prepared(spans: Line) -> list[Span]:
    """`spans` made safe to show, the blanks of formulas unbreakable."""
    prepared = []
    for text, style in spans:
        shown = visible(text).replace("\t", " ")
        prepared.append(Span(shown.replace(" ", NO_BREAK) if "maths" in style else shown, style))
    return prepared


def _ranges(text: str, first: int, width: int) -> list[_Range]:
    """Start and end of each line of one paragraph; the first has room for `first` cells, the others for `width`."""
    if width_of(text) <= first:
        return [(0, len(text))]
    lines: list[_Range] = []
    room = first
    start = end = used = 0
    for left, right in units_of(text):
        cells, blanks = width_of(text[left:right]), width_of(text[end:left])
        if used + blanks + cells <= room:
            end, used = right, used + blanks + cells
            continue
        if end > start:
            lines.append((start, end))
            room = width
        start, end, used = left, right, cells
        if cells > room:
            *full, (start, end) = ((left + here, left + there) for here, there in pieces(text[left:right], room, width))
            lines += full
            room, used = width, width_of(text[start:end])
    return [*lines, (start, end)]


def _sliced(spans: list[Span], ranges: list[_Range]) -> Iterator[Line]:
    """The text of each range, which follow one another, in its styles."""
    index = offset = 0
    for start, end in ranges:
        while index < len(spans) and offset + len(spans[index].text) <= start:
            offset += len(spans[index].text)
            index += 1
        yield merged(_between(spans, index, offset, start, end))


def _between(spans: list[Span], index: int, offset: int, start: int, end: int) -> Iterator[Span]:
    """The text from `start` to `end`, given that `spans[index]` begins at `offset`."""
    while index < len(spans) and offset < end:
        text, style = spans[index]
        part = text[max(0, start - offset) : end - offset]
        yield Span(part.replace(NO_BREAK, " ") if "maths" in style else part, style)
        offset += len(text)
        index += 1
