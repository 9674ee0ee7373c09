"""The marks behind a card's heading, written anew: nothing else of the line changes."""

import re
from collections.abc import Sequence

from quizapp.cards.insert_ids import end_of_text
from quizapp.cards.source import Source
from quizapp.cards.writing.extents import Extent
from quizapp.markdown import attributes_at_end

_RAW = "surrogateescape"
_UNFIT = re.compile(r"[\s\"'`*$\[\]{}<>()\\~=|!&,;]+")
_LOOSE = re.compile(r"(?<!\w)_+|_+(?!\w)")
"""Underscores that do not stand inside a word: two of them emphasize what is in between."""


def as_tag(text: str) -> str:
    """A text as a tag: without blanks and signs that would be read as markup; empty where nothing is left."""
    return _LOOSE.sub("", _UNFIT.sub("_", text.strip()))


def with_marks(content: bytes, extent: Extent, tags: Sequence[str] | None = None, of: str | None = None) -> bytes:
    """The file with the card's id behind its heading, these tags of its own (None leaves them) and the topic `of`."""
    source = Source(content)
    line = source.lines[extent.start]
    text = line[: end_of_text(line)].decode(errors=_RAW)
    found = attributes_at_end(text)
    head = text[: found[0]] if found else f"{text} "
    own = extent.card.tags if tags is None else tags
    marks = [f"#{extent.card.id}", *(f".{name}" for name in extent.section.classes)]
    marks += [f'of="{of}"'] if of else []
    marks += [f'tags="{" ".join(own)}"'] if own else []
    start, _ = source.span(extent.start)
    written = f"{head}{{{' '.join(marks)}}}".encode(errors=_RAW)
    return content[:start] + written + content[start + len(text.encode(errors=_RAW)) :]
