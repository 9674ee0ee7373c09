"""A level-2 heading and the blocks below it: the raw material of one card."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol

from markdown_it.token import Token

from quizapp.cards.blocks import Block, Item
from quizapp.cards.definitions import Definitions
from quizapp.cards.plain import gaps, plain
from quizapp.markdown import HIDDEN_GAP

COMPUTED = ("check", "exercise")
"""The fences that make a card compute."""


class Tell(Protocol):
    """Takes what is told of a file."""

    def __call__(self, line: int, what: str, mend: str, column: int = 1, note: bool = False) -> None:
        """Takes a fault: its line and column from 1, what is wrong, what to do; or a note, which is no fault."""


class NoCard(Exception):
    """The section has a fault that leaves no card; it was told."""


@dataclass(frozen=True)
class Section:
    """The heading block and the body's blocks, in a file with these link definitions."""

    heading: Block
    body: Sequence[Block]
    definitions: Definitions

    @property
    def line(self) -> int:
        """The heading's line, from 1."""
        return self.heading.start + 1

    def column(self, text: str) -> int:
        """Where `text` stands last on the heading's line, from 1; 1 where it does not."""
        return max(0, self.heading.source[self.heading.start].rfind(text)) + 1

    @property
    def content(self) -> Token:
        """The heading's text."""
        return self.heading.tokens[1]

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
    def attributes(self) -> dict[str, str]:
        """The other keys in the braces, and what they say."""
        return {key: str(value) for key, value in self.heading.tokens[0].attrs.items() if key not in ("id", "class")}

    @property
    def of(self) -> str | None:
        """The topic before the slash of the card's id, where the heading names one."""
        return self.attributes.get("of")

    @property
    def tags(self) -> tuple[str, ...]:
        """The card's own tags, each once."""
        return tuple(dict.fromkeys(self.attributes.get("tags", "").split()))

    @cached_property
    def text(self) -> str:
        """The heading as plain text, gaps filled."""
        return plain(self.content)

    @cached_property
    def title(self) -> str:
        """The heading as plain text, gaps hidden: what lists show."""
        return plain(self.content, HIDDEN_GAP)

    @cached_property
    def known_by(self) -> str:
        """The whole prompt as text: what a card without an id is known by."""
        return " ".join([self.text, *(block.markdown for block in self.question)])

    @cached_property
    def fences(self) -> list[Block]:
        """The fences in the body that make the card compute."""
        return [block for block in self.body if any(map(block.is_fence, COMPUTED))]

    @cached_property
    def _break(self) -> int | None:
        """Where the prompt ends: at the fence of a computed card, else at the first thematic break."""
        if self.fences:
            return self.body.index(self.fences[0])
        return next((index for index, block in enumerate(self.body) if block.type == "hr"), None)

    @property
    def is_broken(self) -> bool:
        """True if a thematic break or a computed card's fence ends the prompt."""
        return self._break is not None

    @cached_property
    def question(self) -> Sequence[Block]:
        """The blocks with which the prompt goes on below the heading."""
        return [block for block in self.body[: self._break or 0] if block.type != "hr"]

    @cached_property
    def answer(self) -> Sequence[Block]:
        """The blocks below the prompt."""
        return self.body if self._break is None else self.body[self._break + 1 :]

    @cached_property
    def gaps(self) -> tuple[str, ...]:
        """The texts of the gaps in the prompt."""
        inlines = [self.content, *(inline for block in self.question for inline in block.inlines)]
        return tuple(gap for inline in inlines for gap in gaps(inline))

    @property
    def common(self) -> dict[str, Any]:
        """What the faces of every kind have."""
        return {"prompt": self.prompt, "title": self.title, "line": self.line}

    @property
    def prompt(self) -> str:
        """The prompt's Markdown: the heading, which keeps its level so that nothing in it is read as a block."""
        written = self.content.content
        heading = f"## {written} ##" if written.endswith("#") else f"## {written}"
        return self._joined([heading, *(block.markdown for block in self.question)], [self.heading, *self.question])

    def markdown(self, blocks: Sequence[Block]) -> str:
        """The Markdown of some blocks."""
        return self._joined([block.markdown for block in blocks], blocks)

    def item(self, item: Item, skip: int = 0) -> str:
        """The Markdown of a list's item, but for the first `skip` characters."""
        return self.definitions.beside(item.markdown[skip:].strip("\n").rstrip(), item.tokens)

    def _joined(self, pieces: Sequence[str], blocks: Sequence[Block]) -> str:
        text = "\n\n".join(piece for piece in pieces if piece)
        return self.definitions.beside(text, [token for block in blocks for token in block.tokens])
