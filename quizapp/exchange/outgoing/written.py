"""What a writer made of notes."""

from typing import NamedTuple

from quizapp.exchange.notes import Note, Told


class Written(NamedTuple):
    """A text, what it does not hold, and the notes that are in it."""

    text: str
    told: tuple[Told, ...]
    notes: tuple[Note, ...]
