"""The clozes that one note of Anki's became, as that note again, under its guid and with its numbers.

Cards of a note are told by what `quizapp.exchange.anki` puts behind its guid for all but the first: `-c2`, `-c3`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quizapp.exchange.notes import OURS, Note
from quizapp.exchange.outgoing.siblings import Family, families

_SIBLING = re.compile(r"(.+)-c([1-9][0-9]{0,4})\Z", re.DOTALL)


@dataclass(frozen=True)
class Together:
    """A note as Anki has it, number and hint of each gap in its prompt, and the cards that it makes by number."""

    note: Note
    gaps: tuple[tuple[int, str], ...]
    cards: tuple[tuple[int, Note], ...]


def together(notes: Sequence[Note]) -> Iterator[Together]:
    """The notes, those that were one in Anki as one; another keeps its key, and its gaps are of number 1."""
    for family in families(notes, _guid):
        whole = _whole(family)
        yield from [whole] if whole else (_single(note) for note in family.notes)


def _guid(note: Note) -> str:
    """The guid of the note that a card is of; one of ours is a note by itself."""
    return note.key if note.key.startswith(OURS) else _told_apart(note.key)[0]


def _told_apart(key: str) -> tuple[str, int]:
    found = _SIBLING.match(key)
    return (found[1], int(found[2])) if found else (key, 1)


def _whole(family: Family) -> Together | None:
    numbers = [_told_apart(note.key)[1] for note in family.notes]
    first = family.notes[0]
    if len(numbers) == 1 or not first.key or len(set(numbers)) < len(numbers):
        return None
    draft = first.draft.model_copy(update={"prompt": family.prompt})
    cards = sorted(zip(numbers, family.notes, strict=True), key=lambda card: card[0])
    note = replace(first, draft=draft, key=_guid(first), place=cards[0][1].place)
    return Together(note, tuple((numbers[gap.owner], gap.hint) for gap in family.gaps), tuple(cards))


def _single(note: Note) -> Together:
    return Together(note, (), ((1, note),))
