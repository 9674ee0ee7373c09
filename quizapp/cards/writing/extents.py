"""The lines that a card takes up in its file, and the draft that stands there."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.cards.blocks import Block
from quizapp.cards.draft import Draft
from quizapp.cards.parse import parse_placed
from quizapp.cards.parts import CardPart
from quizapp.cards.section import COMPUTED, Section


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
        prompt="\n\n".join([section.content.content, *_lines(section.question)]),
        answer="\n".join(_lines(_answer(section, card))),
        id=card.id,
        tags=card.tags,
    )


def _answer(section: Section, card: CardPart) -> Sequence[Block]:
    return [section.fences[0], *section.answer] if card.face.kind in COMPUTED else section.answer


def _lines(blocks: Sequence[Block]) -> list[str]:
    """The source from the first block to the last, whatever stands between them."""
    if not blocks:
        return []
    return ["\n".join(blocks[0].source[blocks[0].start : blocks[-1].end]).strip("\n").rstrip()]
