"""What one file holds, before the languages of a topic are brought together."""

from collections.abc import Iterable, Mapping

from pydantic import BaseModel, ConfigDict, Field

from quizapp.cards.faces import Face, Frozen
from quizapp.cards.faults import Fault


class FrontMatter(BaseModel):
    """The keys a card file may carry. Other programs' keys are let be, with a note."""

    model_config = ConfigDict(frozen=True, extra="ignore", strict=True)

    topic: str | None = None
    title: str | None = None
    covers: dict[str, str] = Field(default_factory=dict)
    tags: list[str] = Field(default_factory=list)
    see: list[str] = Field(default_factory=list)
    sources: list[str] = Field(default_factory=list)


class CardPart(Frozen):
    """A card as one file has it. `id` is the part after the slash; `named` if it stands in the file."""

    id: str
    named: bool
    face: Face


class FilePart(Frozen):
    """A topic as one file has it, and what is wrong with the file."""

    file: str
    deck: str
    topic: str
    language: str
    title: str
    notes: str = ""
    front: FrontMatter = FrontMatter()
    front_lines: Mapping[str, int] = Field(default_factory=dict)
    """Lines, from 1, of the front matter's keys and list items: `covers.one`, `see.0`."""
    cards: tuple[CardPart, ...] = ()
    faults: tuple[Fault, ...] = ()

    def front_line(self, *names: str) -> int:
        """The line on which a key of the front matter stands, or the first."""
        return self.front_lines.get(".".join(names), 1)

    @property
    def insertions(self) -> tuple[CardPart, ...]:
        """The cards whose id does not stand in the file yet."""
        return tuple(card for card in self.cards if not card.named)


def ids(cards: Iterable[CardPart]) -> dict[str, CardPart]:
    """The cards by id."""
    return {card.id: card for card in cards}
