"""Drafts as cards: what an importer found, written into a card file and read from there."""

from collections.abc import Iterable
from pathlib import Path

from quizapp.cards.draft import Draft
from quizapp.cards.identity import normalised
from quizapp.cards.parse import parse_file
from quizapp.cards.writing import section_of
from quizapp.exchange.notes import Found

LIMIT = 2**20


def assert_cards(found: Found) -> None:
    """Every draft is a card of its kind, without a fault, and so are all of them in one file."""
    for note in found.notes:
        assert [note.draft.kind] == _kinds([note.draft]), note
    names = {note.draft.id or normalised(note.draft.prompt) for note in found.notes}
    assert len(_kinds(note.draft for note in found.notes)) == len(names)


def _kinds(drafts: Iterable[Draft]) -> list[str]:
    part = parse_file("\n".join(map(section_of, drafts)).encode(), "deck.md", "deck")
    assert not [fault for fault in part.faults if not fault.note and "already has a card" not in fault.what]
    return [card.face.kind for card in part.cards]


def written(folder: Path, text: str, name: str = "deck.md") -> Path:
    """A file of the folder with this text, to the character."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path
