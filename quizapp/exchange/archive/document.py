"""What an export holds: everything of a collection. `docs/export.schema.json` is made from these models."""

from base64 import b64decode
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AwareDatetime,
    Base64Encoder,
    BaseModel,
    ConfigDict,
    EncodedBytes,
    Field,
    StringConstraints,
    model_validator,
)

from quizapp.study.merging.row import Row

FORMAT = "quizapp"
MOST_FILES = 50_000

_Name = Annotated[str, StringConstraints(max_length=1000)]


class _Base64(Base64Encoder):
    """Signs that belong to no base64 are passed over elsewhere; here they are damage."""

    @classmethod
    def decode(cls, data: bytes) -> bytes:
        return b64decode(data, validate=True)


_Texts = Mapping[_Name, str]


class Part(BaseModel):
    """Documented where it stands. Within a version a later program may say more: what is not known is passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore", use_attribute_docstrings=True)


class Limits(Part):
    """What an export was limited to; it says nothing of the rest."""

    decks: tuple[_Name, ...] = ()
    """Ids of decks, which mean those below them too; empty: all. Cards, files and the log are those of these decks."""
    since: date | None = None
    """The first of the learner's days of which the log is there."""
    language: _Name | None = None
    """The language in which the cards' texts are there."""


class OwnFile(Part):
    """A file of the learner's own cards folder, such as cards or a picture. It has either text or base64."""

    path: _Name
    """Below the cards folder, parted by `/`."""
    text: str | None = None
    """What it holds, where that is UTF-8; every byte of it, so lines end as they do in the file."""
    base64: Annotated[bytes, EncodedBytes(encoder=_Base64)] | None = None
    """What it holds, where that is no text."""

    @model_validator(mode="after")
    def _holds_one(self) -> Self:
        if (self.text is None) == (self.base64 is None):
            raise ValueError("a file has text or base64")
        return self

    @property
    def content(self) -> bytes:
        """Its bytes."""
        return (self.base64 or b"") if self.text is None else self.text.encode()


class LeftOut(Part):
    """A file of the cards folder that is not in the export, or a folder that nobody could look into."""

    path: str
    """Below the cards folder."""
    why: str
    """Why not, in English."""


class DeckPart(Part):
    """A deck that has cards."""

    id: str
    """Its folder below a folder of cards."""
    titles: Mapping[str, str]
    """By language: `en`, `zh`, or `every` for one that serves all."""


class StandingPart(Part):
    """Where a card stands: what follows from its rows of the log."""

    due: date | None
    """The learner's day on which it comes again; null for a card never answered, or reset."""
    interval: int
    """In days."""
    easiness: int
    """In hundredths: 250 is 2.50."""
    repetitions: int
    """Recalled so often in a row."""
    lapses: int
    """Forgotten so often, once it was known."""
    unsettled: bool
    """True if it was recalled with effort, and comes again on the same day."""
    suspended: bool
    """True if it does not come before it is resumed."""
    buried_until: date | None
    """The day before which it does not come."""
    introduced: date | None
    """The day of the first answer."""
    answered: date | None
    """The day of the last answer."""


class CardPart(Part):
    """A card in use, as it is read from card files: the learner's own, bundled ones, those of further folders."""

    id: str
    """`topic/id`; the log names cards so. `~reverse` behind it: the same card asked from its answer."""
    deck: str
    """The deck's id."""
    topic: str
    """The topic's id: it may be another than that before the slash, for a card that lies elsewhere."""
    kind: str
    """basic, reverse, cloze, choice, order, points, typed, check or exercise."""
    tags: Sequence[str]
    """Its own and its topic's."""
    languages: Sequence[str]
    """In which it is written: `en`, `zh`, or `every` for one that serves all."""
    titles: _Texts
    """By language, in plain text."""
    prompt: _Texts
    """By language, in Markdown."""
    answer: _Texts
    """By language, in Markdown: all that stands below the prompt."""
    standing: StandingPart | None
    """Null where nothing was ever logged of it."""


class Archive(Part):
    """Everything that quizapp knows of a learner. The log and the files are what counts, the rest follows from them.

    A card's standing is written for those who read it: whoever brings an export back works it out from the log.
    """

    format: Literal["quizapp"]
    """Always the first key of the file."""
    version: Literal[1]
    """Raised when something is taken away, or means something else."""
    made_at: AwareDatetime
    """When it was written."""
    program: _Name
    """What wrote it, with its version."""
    limits: Limits | None = None
    """Null where it is whole."""
    choices: Mapping[_Name, Any] = Field(default_factory=dict)
    """Settings that were chosen in the program, by their names; none that belong to one machine. A part has none."""
    decks: Sequence[DeckPart] = ()
    """In their order."""
    cards: Sequence[CardPart] = ()
    """In the decks' order."""
    files: Sequence[OwnFile] = Field(default=(), max_length=MOST_FILES)
    """By path."""
    files_left_out: Sequence[LeftOut] = ()
    """Files that were too large, or have names that mean something else on other systems."""
    log: Sequence[Row] = ()
    """All that ever happened to cards, oldest first. Nothing is ever taken out: an undo is a row that names another."""
    log_left_out: int = 0
    """Rows that make no sense, and that no quizapp would take in."""
