"""Drafts as they are once they are written into a file and read again."""

from quizapp.cards.draft import Draft
from quizapp.cards.faces import Face
from quizapp.cards.parse import parse_file
from quizapp.cards.writing import section_of
from quizapp.exchange.notes import Found


def face_of(draft: Draft) -> Face:
    """The face of the card that a draft is once it is written; it has the draft's kind, and no faults."""
    part = parse_file(section_of(draft).encode(), "card.md", "")
    assert [fault.what for fault in part.faults if not fault.note] == []
    (card,) = part.cards
    assert card.face.kind == draft.kind
    assert card.tags == draft.tags
    return card.face


def drafts_of(found: Found) -> list[Draft]:
    """The drafts that were read, each of them a sound card."""
    drafts = [note.draft for note in found.notes]
    assert all(map(face_of, drafts))
    return drafts


def texts_of(found: Found) -> list[tuple[str, str, str]]:
    """Kind, prompt and answer of each draft that was read."""
    return [(draft.kind, draft.prompt, draft.answer) for draft in drafts_of(found)]


def told_of(found: Found) -> list[str]:
    """What is told: `place: what (loss)`."""
    return [f"{told.place}: {told.what} ({told.loss})" for told in found.told]
