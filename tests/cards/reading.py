"""Card files read from text, and their faults as a person sees them."""

from collections.abc import Iterable
from textwrap import dedent
from typing import TypeVar

from quizapp.cards.faces import Face
from quizapp.cards.faults import Fault
from quizapp.cards.parse import parse_file
from quizapp.cards.parts import CardPart, FilePart

AnyFace = TypeVar("AnyFace", bound=Face)

SOUND = "## Before? {#before}\n\nyes\n\n"
"""A card above whatever is tested, on lines 1 to 4."""

ALSO_SOUND = "\n\n## After? {#after}\n\nyes\n"
"""A card below it."""


def read(text: str, file: str = "topic.md", deck: str = "deck") -> FilePart:
    """The file with this text, which may be indented as a whole."""
    return parse_file(dedent(text).encode(), file, deck)


def card(text: str) -> CardPart:
    """The only card of a file without faults."""
    part = read(text)
    assert not told(part.faults)
    (only,) = part.cards
    return only


def face(text: str, kind: type[AnyFace]) -> AnyFace:
    """The face of the only card of a file without faults."""
    found = card(text).face
    assert isinstance(found, kind)
    return found


def told(faults: Iterable[Fault]) -> list[str]:
    """The faults that are no notes: `place: what`."""
    return [_told(fault) for fault in faults if not fault.note]


def noted(faults: Iterable[Fault]) -> list[str]:
    """The notes: `place: what`."""
    return [_told(fault) for fault in faults if fault.note]


def told_of_one_card(text: str) -> list[str]:
    """What is told of a card that is dropped, between two that are kept. Lines count from its own first."""
    part = parse_file((SOUND + dedent(text).strip("\n") + ALSO_SOUND).encode(), "topic.md", "deck")
    assert [card.id for card in part.cards] == ["before", "after"]
    above = SOUND.count("\n")
    return told(fault.model_copy(update={"line": fault.line - above}) for fault in part.faults)


def _told(fault: Fault) -> str:
    return f"{fault.file}:{fault.line}:{fault.column}: {fault.what}"
