"""A collection of Anki's, opened; and its notes, of the same texts as our cards."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

from benchmarks.homes.texts import Text, text

NAME = "collection.anki2"
DECK = "Bench"


@contextmanager
def opened(folder: Path) -> Iterator[Any]:
    """The collection in a folder, made where there is none; our deck is the current one."""
    collection = import_module("anki.collection").Collection(str(folder / NAME))
    try:
        collection.decks.set_current(collection.decks.id(DECK))
        yield collection
    finally:
        collection.close()


def notes(collection: Any, numbers: Iterable[int]) -> Iterator[Any]:
    """The notes of these numbers: one card each, a question and an answer as HTML."""
    kind = collection.models.by_name("Basic")
    for number in numbers:
        card, made = text(number), collection.new_note(kind)
        made.fields[0], made.fields[1] = card.front, _answer(card)
        made.tags = list(card.tags)
        yield made


def _answer(card: Text) -> str:
    first, _, rest = card.back.partition(" ")
    return f"<p><b>{first}</b> {rest}</p><pre><code>{card.code}</code></pre>"
