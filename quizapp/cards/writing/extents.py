"""The lines that a card takes up in its file, and the draft that stands there."""

import re
from dataclasses import dataclass
from typing import Any

from quizapp.cards.blocks import Block
from quizapp.cards.draft import Draft
from quizapp.cards.parse import parse_placed
from quizapp.cards.parts import CardPart
from quizapp.cards.section import COMPUTED, Section
from quizapp.markdown import tokens_of

_EMPTY_LINES = re.compile(r"\A(?:[ \t]*\n)+")


@dataclass(frozen=True)
class Extent:
    """A card's lines, from 0, `end` excluded: its heading and what belongs to it, no blank line after that."""

    start: int
    end: int
    section: Section
    card: CardPart

    @property
    def draft(self) -> Draft:
        """What stands there, as a draft."""
        return draft_of(self.section, self.card)


def extents(content: bytes, file: str) -> dict[str, Extent]:
    """The sound cards of a file by their keys: `id`, or `topic/id` for one whose id belongs to another topic."""
    found = {}
    for section, card in parse_placed(content, file)[1]:
        found[card.key] = Extent(section.heading.start, _end(section), section, card)
    return found


def _end(section: Section) -> int:
    last = section.body[-1] if section.body else section.heading
    end = last.end
    while not last.source[end - 1].strip():  # a list takes the empty lines below it for its own
        end -= 1
    return end


def draft_of(section: Section, card: CardPart) -> Draft:
    """The draft that a section was written from."""
    return Draft(
        kind=card.face.kind,
        prompt="\n\n".join(text for text in (section.content.content, _question(section)) if text),
        answer=_answer(section, card),
        id=card.id,
        tags=card.tags,
    )


def draft_alone(section: Section, card: CardPart) -> Draft:
    """The same, to be put into another file: with the definitions that its links name."""
    draft = draft_of(section, card)
    further = definitions_of(section, f"{draft.prompt}\n\n{draft.answer}")
    answer = "\n\n".join(text for text in (draft.answer, further) if text)
    return draft.model_copy(update={"answer": answer})


def definitions_of(section: Section, text: str) -> str:
    """What the section's links name, as defined anywhere in its file but in `text`: a line each."""
    environment: dict[str, Any] = {}
    tokens_of(text, environment)
    there = environment.get("references", {})
    tokens = [token for block in (section.heading, *section.body) for token in block.tokens]
    lines = section.definitions.beside("\n", tokens).strip("\n").split("\n")
    return "\n".join(line for line in lines if line.partition("]: <")[0][1:] not in there)


def _question(section: Section) -> str:
    """All that stands between the heading and what ends the question: definitions of links are no blocks."""
    ending = _above(section)[-1]
    return _lines(section, section.heading.end, ending.start) if section.is_broken else ""


def _answer(section: Section, card: CardPart) -> str:
    """All that stands below that; a computed card's fence, which ends the question, is a part of it."""
    ending = _above(section)[-1]
    start = ending.start if card.face.kind in COMPUTED else ending.end
    return _lines(section, start, section.body[-1].end if section.body else start)


def _above(section: Section) -> list[Block]:
    """The heading, the question's blocks and what ends them."""
    return [section.heading, *section.body[: len(section.body) - len(section.answer)]]


def _lines(section: Section, start: int, end: int) -> str:
    return _EMPTY_LINES.sub("", "\n".join(section.heading.source[start:end])).strip("\n").rstrip()
