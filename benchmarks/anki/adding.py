"""Notes added to an empty collection of Anki's: one by one, each durable, and many at once."""

from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from benchmarks.anki.collections import DECK, notes, opened
from benchmarks.figures import timed


def add(folder: Path, count: str) -> dict[str, list[float]]:
    """One note after the other."""
    with opened(folder) as collection:
        deck = collection.decks.id(DECK)
        made = list(notes(collection, range(int(count))))
        return {"add": [timed(partial(collection.add_note, one, deck)) for one in made]}


def add_many(folder: Path, count: str) -> dict[str, list[float]]:
    """All in one call: `parse` is what it takes to make the notes, as parsing is for us, `add_many` the call."""
    with opened(folder) as collection:
        made: list[Any] = []
        parsing = timed(lambda: made.extend(requests(collection, 0, int(count))))
        return {"parse": [parsing], "add_many": [timed(partial(collection.add_notes, made))]}


def requests(collection: Any, first: int, count: int) -> list[Any]:
    """Requests to add notes, from a number on."""
    request, deck = import_module("anki.collection").AddNoteRequest, collection.decks.id(DECK)
    return [request(one, deck) for one in notes(collection, range(first, first + count))]
