"""What every importer gives: notes as cards of ours, what is known of their past, and what could not come along."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple, Protocol

from quizapp.cards.draft import Draft
from quizapp.cards.faces import Face
from quizapp.scheduling.grades import Grade
from quizapp.scheduling.memory import Memory

OURS = "quizapp:"
"""Before a card's id, as the key of a note in files that this program wrote: the card it was."""


@dataclass(frozen=True, slots=True)
class PastAnswer:
    """An answer given in another program. `key` names it within its source, and never changes there.

    `practice` left the schedule alone.
    """

    key: str
    at: datetime
    grade: Grade
    milliseconds: int | None = None
    practice: bool = False


@dataclass(frozen=True, slots=True)
class Past:
    """What another program remembers of one card, as of `as_of`.

    `memory` is its schedule, if it has one; due on no day where the card was made new again after its answers.
    """

    answers: tuple[PastAnswer, ...] = ()
    memory: Memory | None = None
    suspended: bool = False
    as_of: datetime | None = None


class Parts(NamedTuple):
    """What stands below a card's prompt: the answer proper, the explanation, and what may be typed for an answer."""

    answer: str = ""
    explanation: str = ""
    accepted: tuple[str, ...] = ()


def parts_of(face: Face) -> Parts | None:
    """The parts of a face; None for a kind that other programs do not know."""
    if face.kind == "basic" or face.kind == "reverse":
        return Parts(face.answer, face.explanation)
    if face.kind == "typed":
        return Parts(face.answer, face.explanation, face.accepted)
    return Parts(explanation=face.explanation) if face.kind == "cloze" else None


@dataclass(frozen=True, slots=True)
class Note:
    """One card of ours, read from another program's file.

    `place` is where it was read, for the report: `deck.txt:12`, `note 1407`. `key` is what it is known by in its source
    (a guid), empty where nothing but its text tells it from others. `deck` holds the names of its decks, outermost
    first, as they are written there. `media` are the names of files that its Markdown shows as `![…](media/name)`.
    `backwards` is the past of the reverse side, for a reverse card. `parts` are what stands below the draft's prompt
    once it is read, where somebody knows that already.
    """

    place: str
    draft: Draft
    key: str = ""
    deck: tuple[str, ...] = ()
    media: tuple[str, ...] = ()
    past: Past = Past()
    backwards: Past = Past()
    parts: Parts | None = None


class Loss(StrEnum):
    """How much was lost: a whole note, something of it, or nothing (it was read otherwise than it was written)."""

    NOTE = "note"
    PART = "part"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Told:
    """Something that could not be brought along as it was: where it stands, what it is, and why."""

    place: str
    what: str
    loss: Loss = Loss.PART


@dataclass(frozen=True, slots=True)
class Found:
    """All that a file holds. `media` gives each file's bytes, by name, when it is asked for."""

    notes: tuple[Note, ...] = ()
    told: tuple[Told, ...] = ()
    media: Mapping[str, Callable[[], bytes]] = field(default_factory=dict)


class Importer(Protocol):
    """Reads one format. Raises UsageError where a file is not of it at all, or has over `limit` bytes unpacked."""

    def __call__(self, path: Path, limit: int) -> Found:
        """The notes of the file (or folder) at `path`."""
        ...
