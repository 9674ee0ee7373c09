"""The dialect of Markdown that cards are written in, for whoever reads or renders it.

CommonMark with tables, strikethrough, `$maths$`, front matter, `{#id .class}` at the end of a heading and `==gaps==`.
HTML stays text (`vector<int>` is a type, not a tag), nothing is turned into a link by itself, and a line of `---` below
a paragraph is a thematic break, never an underlined heading: cards end their prompts with it.
"""

from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.attrs.parse import ParseError
from mdit_py_plugins.attrs.parse import parse as parse_attributes
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

GAP_MARK = "=="


def tokens_of(source: str, environment: dict[str, Any] | None = None) -> list[Token]:
    """The block tokens of `source`; link definitions are left in `environment["references"]`."""
    return grammar().parse(source, {} if environment is None else environment)


@cache
def grammar() -> MarkdownIt:
    """The parser itself; it keeps no state between two texts."""
    parser = MarkdownIt("commonmark", {"html": False, "linkify": False, "typographer": False})
    parser.enable(["table", "strikethrough"]).disable(["html_block", "html_inline", "lheading"])
    parser.use(dollarmath_plugin, allow_labels=False, allow_space=False, allow_digits=False, double_inline=True)
    parser.use(front_matter_plugin)
    parser.inline.ruler.before("emphasis", "gap", _gap)
    parser.core.ruler.push("heading_attributes", _heading_attributes)
    return parser


def _gap(state: StateInline, silent: bool) -> bool:
    """`==gap==`: opens before and closes after something that is not a space, and holds no other gap."""
    start, end = state.pos + len(GAP_MARK), state.posMax
    if not state.src.startswith(GAP_MARK, state.pos) or start >= end or state.src[start] in " \n=":
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


def _end_of_gap(state: StateInline, start: int) -> int:
    """Where the closing mark stands, -1 if nowhere; marks inside code, maths and links do not count."""
    before, state.pos = state.pos, start
    found = -1
    while state.pos < state.posMax:
        if state.pos > start and state.src.startswith(GAP_MARK, state.pos) and state.src[state.pos - 1] not in " \n":
            found = state.pos
            break
        state.md.inline.skipToken(state)
    state.pos = before
    return found


def _heading_attributes(state: StateCore) -> None:
    """Moves `{#id .class}` from the end of a heading's text to the heading's attributes."""
    for opening, inline in zip(state.tokens, state.tokens[1:], strict=False):
        if opening.type == "heading_open" and inline.children and inline.children[-1].type == "text":
            _take_attributes(opening, inline, inline.children[-1])


def _take_attributes(opening: Token, inline: Token, last: Token) -> None:
    start = last.content.rfind("{")
    if start < 0 or (start and last.content[start - 1] not in " \t"):
        return
    try:
        end, attributes = parse_attributes(last.content[start:])
    except ParseError:
        return
    if not attributes or start + end + 1 != len(last.content):
        return
    inline.content = inline.content[: len(inline.content) - (end + 1)].rstrip()
    last.content = last.content[:start].rstrip()
    opening.attrs.update(attributes)
