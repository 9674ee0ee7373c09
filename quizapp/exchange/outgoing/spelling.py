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
    for deck in sorted({note.deck for note in notes}):
        for length in range(1, len(deck) + 1):
            spelt.setdefault(_folded(deck[:length]), deck[length - 1])
    changed = {deck: other for deck in {note.deck for note in notes} if (other := _respelt(deck, spelt)) != deck}
    clashing = dict.fromkeys(note.deck for note in notes if note.deck in changed)
    respelt = (replace(note, deck=changed[note.deck]) if note.deck in changed else note for note in notes)
    return tuple(respelt), tuple(_told({deck: changed[deck] for deck in clashing}, name))


def _respelt(deck: Deck, spelt: dict[Deck, str]) -> Deck:
    return tuple(spelt[_folded(deck[:length])] for length in range(1, len(deck) + 1))


def _folded(deck: Deck) -> Deck:
    return tuple(unicodedata.normalize("NFC", part).casefold() for part in deck)


def _told(clashes: dict[Deck, Deck], name: str) -> list[Told]:
    what = _("the deck {deck} is written as {other}: capital and small letters are not told apart")
    return [Told(name, what.format(deck="/".join(deck), other="/".join(other))) for deck, other in clashes.items()]
