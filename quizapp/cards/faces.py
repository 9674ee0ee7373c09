"""A card's text in one language: its face. One class a kind; everything in it is Markdown unless said otherwise."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from quizapp.cards.computed import CheckBlock, ExerciseBlock

Positions = Mapping[str, tuple[int, int]]
"""Where the values of a computed card's block (`mistakes.no-bias.answer`) begin in the file: line and column, from 1;
column 0 where only the line is known."""


class Frozen(BaseModel):
    """Values that never change."""

    # Texts differ from card to card: to look for each among those that came before takes a fifth of reading one.
    model_config = ConfigDict(frozen=True, extra="forbid", cache_strings="keys")


class _Face(Frozen):
    prompt: str
    title: str
    """The prompt's first line as plain text, gaps hidden: for lists and search."""
    explanation: str = ""
    line: int = 1
    """Where the card's heading stands in its file, from 1."""


class BasicFace(_Face):
    """A question and its answer: the first block is the answer proper."""

    kind: Literal["basic"] = "basic"
    answer: str


class ReverseFace(_Face):
    """A question that is also asked from its answer."""

    kind: Literal["reverse"] = "reverse"
    answer: str


class ClozeFace(_Face):
    """`==gaps==` in the prompt, which all hide together. `gaps` are their plain texts."""

    kind: Literal["cloze"] = "cloze"
    gaps: tuple[str, ...]


class Option(Frozen):
    """One choice of a choice card."""

    text: str
    right: bool


class ChoiceFace(_Face):
    """Options to pick from, shown shuffled; several right ones must all be picked."""

    kind: Literal["choice"] = "choice"
    options: tuple[Option, ...]

    @property
    def several(self) -> bool:
        """True if more than one option is right."""
        return sum(option.right for option in self.options) > 1


class OrderFace(_Face):
    """Items in their right order, shown shuffled."""

    kind: Literal["order"] = "order"
    items: tuple[str, ...]


class PointsFace(_Face):
    """An interview question, with the points of a full answer to tick off."""

    kind: Literal["points"] = "points"
    points: tuple[str, ...]


class TypedFace(_Face):
    """An answer to be typed. `accepted` are plain texts, the first is the one to show."""

    kind: Literal["typed"] = "typed"
    answer: str
    accepted: tuple[str, ...]


class CheckFace(_Face):
    """A computed question: what follows the block is the worked solution."""

    kind: Literal["check"] = "check"
    check: CheckBlock
    positions: Positions = Field(default_factory=dict)


class ExerciseFace(_Face):
    """The learner writes a function; the reference solution is Python."""

    kind: Literal["exercise"] = "exercise"
    exercise: ExerciseBlock
    reference: str = ""
    positions: Positions = Field(default_factory=dict)


Face = Annotated[
    BasicFace | ReverseFace | ClozeFace | ChoiceFace | OrderFace | PointsFace | TypedFace | CheckFace | ExerciseFace,
    Field(discriminator="kind"),
]

Kind = Literal["basic", "reverse", "cloze", "choice", "order", "points", "typed", "check", "exercise"]


def said(face: Face) -> Mapping[str, object]:
    """What a face says, wherever it stands."""
    return face.model_dump(exclude={"line", "positions"})
