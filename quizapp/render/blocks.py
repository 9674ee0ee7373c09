"""Markdown blocks as lines: everything that stands on lines of its own."""

from collections.abc import Callable, Sequence
from itertools import groupby

from markdown_it.token import Token

from quizapp.render.breaking import fold
from quizapp.render.code import code_block
from quizapp.render.frame import LEAST_ROOM, Frame
from quizapp.render.inline import inline
from quizapp.render.lists import list_lines
from quizapp.render.maths import unicode_maths
from quizapp.render.spans import Line, Span, on_one_line, width_of_line
from quizapp.render.tables import table_lines
from quizapp.render.tree import Block

_LONGEST_RULE = 40
_MATHS_INDENT = 2
_CLOSING = "。，；：、！？,.;:!?"


def lines_of(blocks: Sequence[Block], frame: Frame, *, tight: bool = False) -> list[Line]:
    """`blocks` one below the other, an empty line between two unless they are the item of a tight list."""
    lines: list[Line] = []
    for block in blocks:
        own = _WRITERS.get(block.kind, _other)(block, frame)
        if own and lines and not tight:
            lines.append(())
        lines += own
    return lines


def _words(block: Block) -> Sequence[Token]:
    return block.children[0].token.children or ()


def _paragraph(block: Block, frame: Frame) -> list[Line]:
    """Display maths inside a paragraph stands on lines of its own; a mark that follows it stays with it."""
    lines: list[Line] = []
    for displayed, tokens in groupby(_words(block), _is_display_maths):
        if displayed:
            lines += [line for token in tokens for line in _formula(token.content, frame.width)]
            continue
        words = _stripped(inline(tokens, frame.manner))
        if lines and _begins_with_mark(words) and width_of_line(lines[-1]) + 2 <= frame.width:
            lines[-1] = (*lines[-1], Span(words[0].text[0]))
            words = _stripped((Span(words[0].text[1:]), *words[1:]))
        lines += fold(words, frame.width) if words else []
    return lines


def _is_display_maths(token: Token) -> bool:
    """Inside emphasis or a link it cannot leave the line."""
    return token.type == "math_inline_double" and not token.level


def _begins_with_mark(words: Line) -> bool:
    return bool(words) and not words[0].style and words[0].text[0] in _CLOSING


def _stripped(words: Line) -> Line:
    """`words` without blanks and line breaks at either end."""
    spans = list(words)
    while spans and not spans[0].text.strip(" \n"):
        spans.pop(0)
    while spans and not spans[-1].text.strip(" \n"):
        spans.pop()
    if spans:
        spans[0] = Span(spans[0].text.lstrip(" \n"), spans[0].style)
        spans[-1] = Span(spans[-1].text.rstrip(" \n"), spans[-1].style)
    return tuple(spans)


def _heading(block: Block, frame: Frame) -> list[Line]:
    words = inline(_words(block), frame.manner, "heading")
    return fold(words, frame.width) if words else []


def _formula(tex: str, width: int) -> list[Line]:
    indent = _MATHS_INDENT if width >= _MATHS_INDENT + LEAST_ROOM else 0
    rows = unicode_maths(tex).split("\n")
    folded = (line for row in rows for line in fold((Span(row, "maths"),), width - indent, indent=2))
    return [(Span(" " * indent), *line) if indent else line for line in folded]


def _code(block: Block, frame: Frame) -> list[Line]:
    language = on_one_line(block.token.info).split()[:1]
    return code_block(block.token.content, "".join(language), frame.width) if block.token.content.strip("\n") else []


def _list(block: Block, frame: Frame) -> list[Line]:
    return list_lines(block, frame, lines_of)


def _quote(block: Block, frame: Frame) -> list[Line]:
    bar = (Span("> " if frame.manner.plain else "▌ ", "quote"),)
    return frame.beside(bar, bar, lambda room: lines_of(block.children, room))


def _rule(_: Block, frame: Frame) -> list[Line]:
    mark = "-" if frame.manner.plain else "─"
    return [(Span(mark * max(1, min(frame.width, _LONGEST_RULE)), "rule"),)]


def _maths(block: Block, frame: Frame) -> list[Line]:
    return _formula(block.token.content.strip(), frame.width)


def _other(block: Block, frame: Frame) -> list[Line]:
    """A kind of block the dialect gains some day: its text is not lost."""
    if block.children:
        return lines_of(block.children, frame)
    words = inline(block.token.children or (), frame.manner) or (Span(block.token.content.strip()),)
    return fold(words, frame.width) if words[0].text else []


_WRITERS: dict[str, Callable[[Block, Frame], list[Line]]] = {
    "paragraph": _paragraph,
    "heading": _heading,
    "bullet_list": _list,
    "ordered_list": _list,
    "blockquote": _quote,
    "fence": _code,
    "code_block": _code,
    "front_matter": _code,
    "math_block": _maths,
    "table": table_lines,
    "hr": _rule,
}
