"""Markdown tokens grouped into top-level blocks, each with the source it was read from."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from markdown_it.token import Token

_LIST_MARK = re.compile(r"( {0,3})([-+*]|\d{1,9}[.)])(?:[ \t]+|\Z)")


@dataclass(frozen=True)
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

    def is_fence(self, name: str) -> bool:
        """True for a code fence whose info string begins with `name`."""
        words = self.tokens[0].info.split() if self.type == "fence" else []
        return words[:1] == [name]

    @property
    def inlines(self) -> Iterator[Token]:
        """The inline tokens anywhere inside."""
        return (token for token in self.tokens if token.type == "inline")

    @property
    def items(self) -> list[str]:
        """The Markdown of each item, for a list."""
        level = self.tokens[0].level + 1
        openings = [token for token in self.tokens if token.type == "list_item_open" and token.level == level]
        return [_item(self.source[slice(*(token.map or (0, 0)))]) for token in openings]


def blocks_of(tokens: Sequence[Token], source: Sequence[str]) -> list[Block]:
    """The top-level blocks, in order."""
    blocks, start = [], 0
    for index, token in enumerate(tokens):
        if token.level == 0 and token.nesting <= 0:
            first, last = tokens[start].map or (0, 0)
            blocks.append(Block(tokens[start : index + 1], source, first, last))
            start = index + 1
    return blocks


def plain(inline: Token, gap: str | None = None) -> str:
    """The text of an inline token without its markup; `gap` stands for what a cloze hides, if given."""
    pieces, hidden = [], False
    for child in inline.children or []:
        if child.type in ("gap_open", "gap_close") and gap is not None:
            hidden = child.type == "gap_open"
            pieces += [gap] if hidden else []
        elif not hidden:
            pieces.append(" " if child.type in ("softbreak", "hardbreak") else child.content)
    return " ".join("".join(pieces).split())


def gaps(inline: Token) -> Iterator[str]:
    """The plain text of each `==gap==`."""
    text: list[str] | None = None
    for child in inline.children or []:
        if child.type == "gap_open":
            text = []
        elif child.type == "gap_close" and text is not None:
            yield "".join(text)
            text = None
        elif text is not None:
            text.append(child.content)


def _item(lines: Sequence[str]) -> str:
    mark = _LIST_MARK.match(lines[0].expandtabs(4)) if lines else None
    if mark is None:
        return "\n".join(lines).strip()
    width = mark.end()
    dedented = [lines[0].expandtabs(4)[width:]]
    dedented += [line[min(width, len(line) - len(line.lstrip(" "))) :] for line in lines[1:]]
    return "\n".join(dedented).strip()
