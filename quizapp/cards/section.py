"""A level-2 heading and the blocks below it: the raw material of one card."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol

from quizapp.cards.blocks import Block, gaps, plain

HIDDEN_GAP = "[…]"


class Tell(Protocol):
    """Takes a fault: its line and column from 1, what is wrong, what to do."""

    def __call__(self, line: int, what: str, mend: str, column: int = 1) -> None: ...


class NoCard(Exception):
    """The section has a fault that leaves no card; it was told."""


@dataclass(frozen=True)
class Section:
    """The heading block and the body's blocks."""

    heading: Block
    body: Sequence[Block]
    definitions: str = ""
    """Link definitions of the file, which a piece of it needs to be read alone."""

    @property
    def line(self) -> int:
        """The heading's line, from 1."""
        return self.heading.start + 1

    @property
    def classes(self) -> list[str]:
        """What stands behind dots in the heading's braces."""
        return str(self.heading.tokens[0].attrs.get("class", "")).split()

    @property
    def id(self) -> str | None:
        """What stands behind `#` in the heading's braces."""
        found = self.heading.tokens[0].attrs.get("id")
        return None if found is None else str(found)

    @property
    def attributes(self) -> set[str]:
        """The other keys in the braces."""
        return set(self.heading.tokens[0].attrs) - {"id", "class"}

    @cached_property
    def text(self) -> str:
        """The heading as plain text, gaps filled: what a card without an id is known by."""
        return plain(self.heading.tokens[1])

    @cached_property
    def title(self) -> str:
        """The heading as plain text, gaps hidden: what lists show."""
        return plain(self.heading.tokens[1], HIDDEN_GAP)

    @cached_property
    def _break(self) -> int | None:
        return next((index for index, block in enumerate(self.body) if block.type == "hr"), None)

    @cached_property
    def question(self) -> Sequence[Block]:
        """The blocks with which the prompt goes on, before a thematic break."""
        return () if self._break is None else self.body[: self._break]

    @cached_property
    def answer(self) -> Sequence[Block]:
        """The blocks below the prompt."""
        return self.body if self._break is None else self.body[self._break + 1 :]

    @cached_property
    def gaps(self) -> tuple[str, ...]:
        """The texts of the gaps in the prompt."""
        inlines = [self.heading.tokens[1], *(inline for block in self.question for inline in block.inlines)]
        return tuple(gap for inline in inlines for gap in gaps(inline))

    @property
    def common(self) -> dict[str, Any]:
        """What the faces of every kind have."""
        return {"prompt": self.prompt(), "title": self.title, "line": self.line}

    def prompt(self, more: Sequence[Block] | None = None) -> str:
        """The prompt's Markdown: the heading, which keeps its level so that nothing in it is read as a block."""
        heading = f"## {self.heading.tokens[1].content}"
        return self.joined([heading, *(block.markdown for block in (self.question if more is None else more))])

    def joined(self, pieces: Sequence[str]) -> str:
        """Blocks as one piece of Markdown, with the link definitions it needs."""
        text = "\n\n".join(piece for piece in pieces if piece)
        return f"{text}\n\n{self.definitions}" if self.definitions and "[" in text else text

    def markdown(self, blocks: Sequence[Block]) -> str:
        """The Markdown of some blocks."""
        return self.joined([block.markdown for block in blocks])
