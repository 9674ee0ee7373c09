"""Styled text, the one value that everything in `render` takes and gives."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from itertools import groupby
from typing import NamedTuple

from rich.cells import cell_len

from quizapp.visible import visible


class Span(NamedTuple):
    """Text in one style; the style is a semantic name, or several separated by spaces (`"strong code"`)."""

    text: str
    style: str = ""


Line = tuple[Span, ...]


class Gaps(Enum):
    """Whether the text of `==gaps==` is put out, or `[…]` in its place."""

    SHOWN = "shown"
    HIDDEN = "hidden"


class Notation(Enum):
    """What tells one kind of text from another.

    STYLED leaves it to the spans' styles. PLAIN is for output without styles: code keeps its backticks, struck text
    its `~~`, gaps stand in brackets; bullets, bars and rules are ASCII, which screen readers know. Emphasis is not
    marked: `*` would be read as a multiplication, and a sentence says the same without it; nor are headings, which
    stand on lines of their own.
    """

    STYLED = "styled"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Manner:
    """How a whole text is laid out, whatever the width."""

    gaps: Gaps = Gaps.SHOWN
    notation: Notation = Notation.STYLED

    @property
    def plain(self) -> bool:
        """Whether marks have to say what styles cannot."""
        return self.notation is Notation.PLAIN


def width_of(text: str) -> int:
    """The terminal cells that `text` takes, by the measure Textual uses."""
    return cell_len(text)


def width_of_line(line: Line) -> int:
    """The terminal cells that a line takes."""
    return cell_len("".join(span.text for span in line))


def text_of(spans: Iterable[Span]) -> str:
    """The text of `spans` without their styles."""
    return "".join(span.text for span in spans)


def plain_text(lines: Iterable[Line]) -> str:
    """`lines` as ordinary text: styles dropped, blanks at the end of a line too, lines joined by a newline."""
    return "\n".join(text_of(line).rstrip() for line in lines)


def on_one_line(text: str) -> str:
    """`text` made safe to show, every tab and newline a space."""
    return visible(text).replace("\n", " ").replace("\t", " ")


def merged(spans: Iterable[Span]) -> Line:
    """`spans` with empty ones left out and neighbours of one style joined."""
    groups = groupby((span for span in spans if span.text), key=lambda span: span.style)
    return tuple(Span(text_of(group), style) for style, group in groups)


def with_style(style: str, added: str) -> str:
    """`style` and `added` together, no name twice."""
    if not (style and added):
        return style or added
    names = style.split()
    return " ".join([*names, *(name for name in added.split() if name not in names)])
