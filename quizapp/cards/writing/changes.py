"""A card put into a file's bytes, replaced, or taken out; every other byte stays."""

from quizapp.cards.source import LINE_END, Source
from quizapp.cards.writing.extents import Extent, definitions_of

_RAW = "surrogateescape"
"""How bytes that are no UTF-8 go through a text and come out the same."""


def with_section(content: bytes, section: str) -> bytes:
    """The file with one more card at its end, an empty line above it."""
    end = _line_end(content)
    kept = content.rstrip(b"\r\n")
    between = end * 2 if kept else b""
    return kept + between + _bytes(section, end)


def before(content: bytes, extent: Extent, section: str) -> bytes:
    """The file with one more card above another."""
    start, _ = _span(content, extent)
    end = _line_end(content)
    return content[:start] + _bytes(section, end) + end + content[start:]


def replaced(content: bytes, extent: Extent, section: str) -> bytes:
    """The file with another text in the place of a card."""
    start, end = _span(content, extent)
    return content[:start] + _bytes(section, _line_end(content)).rstrip(b"\r\n") + content[end:]


def without(content: bytes, extent: Extent) -> bytes:
    """The file without a card, and without the empty lines below it."""
    start, end = _span(content, extent)
    rest = content[end:].lstrip(b"\r\n")
    if rest:
        return content[:start] + rest
    kept = content[:start].rstrip(b"\r\n")
    return kept + _line_end(content) if kept else b""


def text_of(content: bytes, extent: Extent) -> str:
    """The card's own text as it lies there, ending in a newline; a byte that is no UTF-8 is a lone surrogate."""
    lines = Source(content).lines[extent.start : extent.end]
    return "".join(line.decode(errors=_RAW) + "\n" for line in lines)


def text_alone(content: bytes, extent: Extent) -> str:
    """The same, to be put into another file: with the definitions that its links name."""
    text = text_of(content, extent)
    definitions = definitions_of(extent.section, text)
    return f"{text}\n{definitions}\n" if definitions else text


def _span(content: bytes, extent: Extent) -> tuple[int, int]:
    """Where the card's bytes begin and end, its last line's end left out."""
    source = Source(content)
    start, _ = source.span(extent.start)
    _, end = source.span(min(extent.end, len(source.lines)) - 1)
    return start, end


def _bytes(section: str, line_end: bytes) -> bytes:
    return section.encode(errors=_RAW).replace(b"\n", line_end)


def _line_end(content: bytes) -> bytes:
    """The file's own line end, that of its first line."""
    found = LINE_END.search(content)
    return found[0] if found else b"\n"
