"""Ids written into a card file: once, and nothing else of it touched, byte for byte."""

from quizapp.cards.parts import CardPart, FilePart
from quizapp.cards.source import Source
from quizapp.markdown import outline_of

_SPACES = b" \t"


def with_ids(content: bytes, part: FilePart) -> bytes:
    """`content`, the bytes from which `part` was read, with an id for each card that has none."""
    source = Source(content)
    insertions = {}
    for card in part.insertions:
        line = card.face.line - 1
        insertions[line] = _insertion(source.lines[line], card)
    return source.with_insertions(insertions)


def _insertion(line: bytes, card: CardPart) -> tuple[int, bytes]:
    """Where on the heading's line to put what: into braces that are there, else before closing `#`."""
    text = line[: end_of_text(line)]
    if _has_attributes(text):
        return text.rindex(b"{") + 1, b"#" + card.id.encode() + b" "
    return len(text), b" {#" + card.id.encode() + b"}"


def end_of_text(line: bytes) -> int:
    """Where a heading's text ends: before spaces, and before a closing run of `#` that stands apart."""
    whole = line.rstrip(_SPACES)
    unclosed = whole.rstrip(b"#")
    apart = unclosed.rstrip(_SPACES)
    return len(apart) if len(apart) < len(unclosed) else len(whole)


def _has_attributes(text: bytes) -> bool:
    """True if the braces at the heading's end are attributes to the parser, not text."""
    return bool(outline_of(Source(text).text)[0].attrs)
