"""What one file holds, before the languages of a topic are brought together."""

from collections.abc import Mapping, Sequence

from pydantic import BaseModel, ConfigDict, Field

from quizapp.cards.faces import Face, Frozen
from quizapp.cards.faults import Fault
from quizapp.cards.identity import id_of_prompt


class FrontMatter(BaseModel):
    """The keys a card file may carry. Other programs' keys are let be, with a note."""

    model_config = ConfigDict(frozen=True, extra="ignore", strict=True)

    topic: str | None = None
    into: str | None = None
    title: str | None = None
    covers: dict[str, str] = Field(default_factory=dict)
    tags: list[str] = Field(default_factory=list)
    see: list[str] = Field(default_factory=list)
    sources: list[str] = Field(default_factory=list)


class CardPart(Frozen):
    """A card as one file has it. `id` is the part after the slash; `named` if it stands in the file.

    `of` is the topic that stands before the slash where that is another than the file's, `tags` are the card's own.
    """

    id: str
    named: bool
    face: Face
    of: str | None = None
    tags: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What tells it from the other cards of its file."""
        return f"{self.of}/{self.id}" if self.of else self.id


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
    broken: tuple[str, ...] = ()
    """What the sections are known by that have a fault which leaves no card: a key, and the id that the title gives."""
    swallows: bool = False
    """True if a code block that is not closed holds the rest of the file, or the file is too much to be read."""

    def front_line(self, *names: str) -> int:
        """The line on which a key of the front matter stands, or the first."""
        return self.front_lines.get(".".join(names), 1)

    def with_sound(self, before: "FilePart") -> "FilePart":
        """This part, and the cards of the one before that only a fault has taken away: they stay as they were."""
        there = {card.key for card in self.cards}
        lost = (card for card in before.cards if card.key not in there)
        kept = tuple(card for card in lost if self.swallows or (self.broken and _names(card) & set(self.broken)))
        return self.model_copy(update={"cards": self.cards + kept}) if kept else self

    def without(self, flawed: Mapping[str, Sequence[Fault]]) -> "FilePart":
        """This part without some of its cards, by their keys, as if these faults had left none of them."""
        if not flawed:
            return self
        changed = {
            "cards": tuple(card for card in self.cards if card.key not in flawed),
            "faults": (*self.faults, *(fault for faults in flawed.values() for fault in faults)),
            "broken": (*self.broken, *flawed),
        }
        return self.model_copy(update=changed)

    @property
    def insertions(self) -> tuple[CardPart, ...]:
        """The cards whose id does not stand in the file yet."""
        return tuple(card for card in self.cards if not card.named)


def _names(card: CardPart) -> set[str]:
    return {card.key, id_of_prompt(card.face.title)}
