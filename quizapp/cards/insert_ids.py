"""Ids written into a card file: once, and nothing else of it touched, byte for byte."""

import re

from quizapp.cards.parts import CardPart, FilePart
from quizapp.cards.source import Source

# An ATX heading of level 2: mark, text, and a closing run of `#` that belongs to the mark.
_HEADING = re.compile(rb"( {0,3}##(?!#)[ \t]*)(.*?)([ \t]+#+)?[ \t]*\Z", re.DOTALL)
_BRACES = re.compile(rb"(?:\A|[ \t])\{(?=[^{}]*\}\Z)")


def with_ids(content: bytes, part: FilePart) -> bytes:
    """`content`, the bytes from which `part` was read, with an id for each card that has none."""
    source = Source(content)
    insertions = {}
    for card in part.insertions:
        line = card.face.line - 1
        insertions[line] = _insertion(source.lines[line], card)
    return source.with_insertions(insertions)


def _insertion(line: bytes, card: CardPart) -> tuple[int, bytes]:
    match = _HEADING.match(line)
    assert match, "a card stands under a level-2 heading"
    id_ = card.id.encode()
    braces = _BRACES.search(match[2]) if _has_attributes(match[2]) else None
    if braces:
        return match.start(2) + braces.end(), b"#" + id_ + b" "
    return match.end(2), b" {#" + id_ + b"}"


def _has_attributes(text: bytes) -> bool:
    """True if the braces at the heading's end are attributes to the parser, not text."""
    from quizapp.markdown import tokens_of

    tokens = tokens_of("## " + text.decode("utf-8", "replace"))
    return bool(tokens and tokens[0].attrs)
