"""The blocks of a text as a tree, with what the Markdown parser takes in but does not put out."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from markdown_it.token import Token

from quizapp.markdown import grammar, tokens_of

# The parser reads nothing in containers nested deeper than this.
_DEEPEST = 19
_LINE_END = re.compile("\r\n|\r|\n")
_CONTAINER_MARKS = re.compile(r"^(?:[>*+-]?[ \t>]+|\d+[.)] )*")


@dataclass(slots=True)
class Block:
    """A token and what stands between it and its closing token."""

    token: Token
    children: "list[Block]" = field(default_factory=list)

    @property
    def kind(self) -> str:
        """What the block is, `paragraph` or `fence`: the token's type without its `_open`."""
        return self.token.type.removesuffix("_open")


def blocks_of(source: str) -> list[Block]:
    """The blocks of the outermost level.

    Containers too deep for the parser hold their source as a paragraph; link definitions that no link uses, as
    `[^1]: …` is to this parser, follow at the end.
    """
    environment: dict[str, Any] = {}
    tokens = tokens_of(source, environment)
    lines = _LINE_END.split(source)
    unused = [_raw(lines, *place) for place in _unused_definitions(tokens, environment)]
    return _nested(tokens, lines) + unused


def _nested(tokens: Iterable[Token], lines: list[str]) -> list[Block]:
    levels: list[list[Block]] = [[]]
    for token in tokens:
        if token.nesting < 0:
            levels.pop()
            continue
        block = Block(token)
        levels[-1].append(block)
        if token.nesting > 0:
            levels.append(block.children)
            if token.level >= _DEEPEST and token.type in {"blockquote_open", "list_item_open"}:
                block.children.append(_raw(lines, *(token.map or (0, 0))))
    return levels[0]


def _raw(lines: list[str], first: int, end: int) -> Block:
    """The source from line `first` to before `end` as a paragraph: what is code, maths or a gap there stays so."""
    text = "\n".join(_CONTAINER_MARKS.sub("", line) for line in lines[first:end])
    paragraph = Token("paragraph_open", "p", 1)
    return Block(paragraph, [Block(token) for token in grammar().parseInline(text, {})])


def _unused_definitions(tokens: Iterable[Token], environment: dict[str, Any]) -> Iterator[tuple[int, int]]:
    definitions = [*environment.get("references", {}).values(), *environment.get("duplicate_refs", ())]
    used = set(_addresses(tokens)) if definitions else set()
    for definition in definitions:
        if definition["href"] not in used:
            first, end = definition["map"]
            yield first, end


def _addresses(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        for name in ("href", "src"):
            if name in token.attrs:
                yield str(token.attrs[name])
        yield from _addresses(token.children or ())
