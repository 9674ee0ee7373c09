"""Decks whose names differ in capital and small letters only, where they cannot be told apart.

They cannot in Anki, which renames the second (rslib: storage/deck, collation unicase), nor as files on the disks of
macOS and Windows, where the second would replace the first.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from quizapp.exchange.notes import Note, Told
from quizapp.i18n import _

Deck = tuple[str, ...]


def one_spelling(notes: Sequence[Note], name: str) -> tuple[tuple[Note, ...], tuple[Told, ...]]:
    """The notes, those of decks that cannot be told apart in one deck, spelt as the first; and which these are.

    `name` is the format's, for the report.
    """
    spelt: dict[Deck, str] = {}
    clashes: dict[tuple[Deck, Deck], None] = {}
    for deck in sorted({note.deck for note in notes}):
        for length in range(1, len(deck) + 1):
            spelt.setdefault(_folded(deck[:length]), deck[length - 1])
    return tuple(_respelt(note, spelt, clashes) for note in notes), tuple(_told(clashes, name))


def _respelt(note: Note, spelt: dict[Deck, str], clashes: dict[tuple[Deck, Deck], None]) -> Note:
    deck = tuple(spelt[_folded(note.deck[:length])] for length in range(1, len(note.deck) + 1))
    if deck == note.deck:
        return note
    clashes[note.deck, deck] = None
    return replace(note, deck=deck)


def _folded(deck: Deck) -> Deck:
    return tuple(unicodedata.normalize("NFC", part).casefold() for part in deck)


def _told(clashes: dict[tuple[Deck, Deck], None], name: str) -> list[Told]:
    what = _("the deck {deck} is written as {other}: capital and small letters are not told apart")
    return [Told(name, what.format(deck="/".join(deck), other="/".join(other))) for deck, other in clashes]
