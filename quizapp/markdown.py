"""The dialect of Markdown that cards are written in, for whoever reads or renders it.

CommonMark with tables, strikethrough, `$maths$`, front matter, `{#id .class}` at the end of a heading and `==gaps==`.
HTML stays text (`vector<int>` is a type, not a tag), nothing is turned into a link by itself, and a line of `---` below
a paragraph is a thematic break, never an underlined heading: cards end their prompts with it.
"""

import re
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore, block, normalize, text_join
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.attrs.parse import ParseError
from mdit_py_plugins.attrs.parse import parse as parse_attributes
from mdit_py_plugins.front_matter import front_matter_plugin

GAP_MARK = "=="
HIDDEN_GAP = "[…]"
"""What stands for a gap whose text is not to be seen."""

_MATHS_MARK = "$$"

# A dollar sign which nothing closes costs one look ahead. `5$ or 6$` and `$ 5` are no maths.
_MATHS = re.compile(
    r"(?P<double>\$\$)(?P<display>(?:[^$\\]|\\.|\$(?!\$))+)\$\$(?!\d)|\$(?!\s)(?P<inline>(?:[^$\\]|\\.)+)(?<!\s)\$(?!\d)",
    re.DOTALL,
)


def tokens_of(source: str, environment: dict[str, Any] | None = None) -> list[Token]:
    """The block tokens of `source`; link definitions are left in `environment["references"]`.

    Links made by a definition name it in their `meta["label"]`.
    """
    return grammar().parse(source, {} if environment is None else environment)


def outline_of(source: str) -> list[Token]:
    """The block tokens of `source` without what their texts are made of, which takes most of the time to read."""
    state = StateCore(source, grammar(), {})
    for rule in (normalize, block, _read_braces, text_join, _heading_attributes):
        rule(state)
    return state.tokens


def fenced(code: str, language: str) -> str:
    """Code as a block of Markdown, whatever stands in it; nothing where there is none."""
    longest = max(map(len, re.findall("`+", code)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{language}\n{code.rstrip()}\n{fence}" if code.strip() else ""


@cache
def grammar() -> MarkdownIt:
    """The parser itself; it keeps no state between two texts."""
    options = {"html": False, "linkify": False, "typographer": False, "store_labels": True}
    parser = MarkdownIt("commonmark", options)
    parser.enable(["table", "strikethrough"]).disable(["html_block", "html_inline", "lheading"])
    parser.use(front_matter_plugin)
    parser.block.ruler.before("fence", "math_block", _maths_block)
    parser.inline.ruler.before("escape", "math_inline", _maths)
    parser.inline.ruler.before("emphasis", "gap", _gap)
    parser.core.ruler.push("heading_attributes", _heading_attributes)
    return parser


def attributes_at_end(text: str) -> tuple[int, dict[str, str | int | float]] | None:
    """Where `{#id .class}` begins at the end of `text`, and what it says; None if there is none."""
    start = text.rfind("{")
    if start < 0 or (start and text[start - 1] not in " \t"):
        return None
    try:
        end, attributes = parse_attributes(text[start:])
    except ParseError:
        return None
    return (start, {**attributes}) if attributes and start + end + 1 == len(text) else None


def _read_braces(state: StateCore) -> None:
    """Reads the texts at whose end there may be a heading's attributes, which are no part of them."""
    for token in state.tokens:
        if token.type == "inline" and token.content.endswith("}"):
            token.children = []
            state.md.inline.parse(token.content, state.md, state.env, token.children)


def _heading_attributes(state: StateCore) -> None:
    """Moves `{#id .class}` from the end of a heading's text to the heading's attributes."""
    for opening, inline in zip(state.tokens, state.tokens[1:], strict=False):
        if opening.type == "heading_open" and inline.children and inline.children[-1].type == "text":
            _take_attributes(opening, inline, inline.children[-1])


def _take_attributes(opening: Token, inline: Token, last: Token) -> None:
    found = attributes_at_end(last.content)
    if found is None:
        return
    start, attributes = found
    written = inline.content.rfind("{")
    if inline.content[written:] != last.content[start:] or inline.content[written - 1 : written] == "\\":
        return  # `\{#id}` is text
    inline.content = inline.content[:written].rstrip()
    last.content = last.content[:start].rstrip()
    opening.attrs.update(attributes)


def _gap(state: StateInline, silent: bool) -> bool:
    """`==gap==`: opens before and closes after something that is not a space, and holds no other gap."""
    start, end = state.pos + len(GAP_MARK), state.posMax
    if not _is_gap_mark(state, state.pos) or start >= end or state.src[start].isspace():
        return False
    close = _end_of_gap(state, start)
    if close < 0:
        return False
    if not silent:
        state.pos, state.posMax = start, close
        state.push("gap_open", "mark", 1).markup = GAP_MARK
        state.md.inline.tokenize(state)
        state.push("gap_close", "mark", -1).markup = GAP_MARK
    state.pos, state.posMax = close + len(GAP_MARK), end
    return True


def _is_gap_mark(state: StateInline, at: int) -> bool:
    """Exactly two `=`: `===` is what programmers write."""
    src = state.src
    return src.startswith(GAP_MARK, at) and src[at + 2 : at + 3] != "=" and src[max(at - 1, 0) : at] != "="


def _end_of_gap(state: StateInline, start: int) -> int:
    """Where the next mark stands, if it closes; -1 if not. Marks inside code, maths and links do not count."""
    before, state.pos = state.pos, start
    found = -1
    while state.pos < state.posMax:
        if _is_gap_mark(state, state.pos):
            found = -1 if state.src[state.pos - 1].isspace() else state.pos
            break
        state.md.inline.skipToken(state)
    state.pos = before
    return found if found < state.posMax else -1


def _maths(state: StateInline, silent: bool) -> bool:
    """`$maths$` and `$$maths$$` within a line."""
    if state.src[state.pos] != "$" or (state.pos and state.src[state.pos - 1].isdigit()):
        return False
    match = _MATHS.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        token = state.push("math_inline_double" if match["double"] else "math_inline", "math", 0)
        token.content = match["display"] or match["inline"]
        token.markup = match["double"] or "$"
    state.pos = match.end()
    return True


def _maths_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """`$$` to `$$` on lines of their own, without an empty line between them, as in LaTeX."""
    if state.is_code_block(start) or not _line(state, start).startswith(_MATHS_MARK):
        return False
    last = _end_of_maths(state, start, end)
    if last is None:
        return False
    if not silent:
        first, close = state.bMarks[start] + state.tShift[start] + 2, _line_end(state, last) - 2
        pieces = [state.src[state.bMarks[line] : state.eMarks[line]] for line in range(start, last + 1)]
        pieces[-1] = state.src[state.bMarks[last] : close]
        pieces[0] = state.src[first : close if start == last else state.eMarks[start]]
        token = state.push("math_block", "math", 0)
        token.block, token.content, token.markup, token.map = True, "\n".join(pieces), _MATHS_MARK, [start, last + 1]
    state.line = last + 1
    return True


def _end_of_maths(state: StateBlock, start: int, end: int) -> int | None:
    """The line on which the maths that begins on line `start` ends."""
    rest = _line(state, start)[2:]
    if _MATHS_MARK in rest:
        return start if rest.index(_MATHS_MARK) == len(rest) - 2 > 0 else None
    for line in range(start + 1, end):
        if state.isEmpty(line) or state.sCount[line] < state.blkIndent:
            return None
        if _line(state, line).endswith(_MATHS_MARK):
            return line
    return None


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : _line_end(state, line)]


def _line_end(state: StateBlock, line: int) -> int:
    text = state.src[state.bMarks[line] : state.eMarks[line]]
    return state.eMarks[line] - (len(text) - len(text.rstrip()))
