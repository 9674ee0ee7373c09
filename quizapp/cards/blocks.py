"""Markdown tokens grouped into top-level blocks, each with the source it was read from."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from markdown_it.token import Token

_LIST_MARK = re.compile(r" {0,3}([-+*]|\d{1,9}[.)])")
_TAB_STOP = 4
_BLANK = re.compile(r"[\s\u00ad\u200b-\u200f\u2060-\u2064\ufeff]*")
"""What takes room at most: the blanks of every script, and characters that are nothing by themselves."""


@dataclass(frozen=True)
class Item:
    """One item of a list: its Markdown without the mark, its tokens, and its line, from 0."""

    markdown: str
    tokens: Sequence[Token]
    start: int


@dataclass(frozen=True, eq=False)
class Block:
    """One block: its tokens (opening to closing) and the lines of source it stands on, from 0, end excluded."""

    tokens: Sequence[Token]
    source: Sequence[str]
    start: int
    end: int

    @property
    def type(self) -> str:
        """The type of its first token: `paragraph_open`, `fence`, `hr`, …"""
        return self.tokens[0].type

    @cached_property
    def markdown(self) -> str:
        """The source of the block itself."""
        return "\n".join(self.source[self.start : self.end]).strip("\n").rstrip()

    def is_heading(self, tag: str) -> bool:
        """True for a heading of this level: `h1`, `h2`, …"""
        return self.type == "heading_open" and self.tokens[0].tag == tag

    def is_fence(self, name: str) -> bool:
        """True for a code fence whose info string begins with `name`."""
        words = self.tokens[0].info.split() if self.type == "fence" else []
        return words[:1] == [name]

    @property
    def is_blank(self) -> bool:
        """True for a paragraph in which nothing is to be seen."""
        pieces = [child for inline in self.inlines for child in inline.children or ()]
        return self.type == "paragraph_open" and all(
            child.type in ("text", "softbreak") and _BLANK.fullmatch(child.content) for child in pieces
        )

    @property
    def inlines(self) -> Iterator[Token]:
        """The inline tokens anywhere inside."""
        return (token for token in self.tokens if token.type == "inline")

    @cached_property
    def items(self) -> list[Item]:
        """The items, for a list; none for any other block."""
        return list(self._items()) if self.type in ("bullet_list_open", "ordered_list_open") else []

    def _items(self) -> Iterator[Item]:
        level, opening = self.tokens[0].level + 1, 0
        for index, token in enumerate(self.tokens):
            if token.level == level and token.type == "list_item_open":
                opening = index
            elif token.level == level and token.type == "list_item_close":
                first, last = self.tokens[opening].map or (0, 0)
                yield Item(_without_mark(self.source[first:last]), self.tokens[opening : index + 1], first)


def blocks_of(tokens: Sequence[Token], source: Sequence[str]) -> list[Block]:
    """The top-level blocks, in order."""
    blocks, start = [], 0
    for index, token in enumerate(tokens):
        if token.level == 0 and token.nesting <= 0:
            first, last = tokens[start].map or (0, 0)
            blocks.append(Block(tokens[start : index + 1], source, first, last))
            start = index + 1
    return blocks


def _without_mark(lines: Sequence[str]) -> str:
    """An item's lines, moved left by the width of its mark and the spaces behind that."""
    mark = _LIST_MARK.match(lines[0]) if lines else None
    if mark is None:
        return "\n".join(lines).strip()
    text = lines[0][mark.end() :]
    spaces = _column(text, len(text) - len(text.lstrip(" \t")), mark.end()) - mark.end()
    if not text.strip() or spaces > _TAB_STOP:  # nothing on this line, or indented code: one space is the mark's
        spaces = 1
    width = mark.end() + spaces
    first = _moved_left(" " * mark.end() + text, width)
    return "\n".join([first, *(_moved_left(line, width) for line in lines[1:])]).strip("\n").rstrip()


def _column(text: str, end: int, column: int = 0) -> int:
    """The column at which `text[end]` stands if the text begins at `column`; only spaces and tabs come before it."""
    for character in text[:end]:
        column += _TAB_STOP - column % _TAB_STOP if character == "\t" else 1
    return column


def _moved_left(line: str, width: int) -> str:
    """`line` without the indentation of its first `width` columns; a tab that reaches beyond leaves spaces."""
    column = used = 0
    while column < width and used < len(line) and line[used] in " \t":
        column = _column(line[used], 1, column)
        used += 1
    return " " * max(0, column - width) + line[used:]
