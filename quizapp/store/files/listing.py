"""What lists and searches know of a card, made once when its file is read."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import count
from typing import Any

from pydantic import BaseModel
from pydantic_core import to_json

from quizapp.cards.models import Card
from quizapp.store.schema.tables import ROOM
from quizapp.store.searching.wanted import folded

Columns = tuple[Any, ...]
"""All columns of a row, in the table's order, as a driver takes them."""


def listing_row(card: Card, number: int) -> Columns:
    """The card's row in the table `listing`."""
    titles = to_json({language: face.title for language, face in card.faces.items()}).decode()
    deck, topic, tags = _common(card.deck), _common(card.topic), _common("\n".join(card.tags))
    return number, card.id, card.kind, titles, card.edited, folded(card.id), deck, topic, tags


def text_row(card: Card, number: int) -> Columns:
    """The card's row in the table `listing_text`."""
    said, before = [card.id], ""
    for face in card.faces.values():
        for name, value in vars(face).items():
            for word in () if name in _NO_WORDS else _words(value):
                # Every search reads all of it: a title stands in its prompt, as a rule.
                if word not in before:
                    said.append(word)
                before = word
    return number, card.id, folded("\n".join(said))


def numbered(topic: int, cards: Iterable[Card]) -> list[tuple[Card, int]]:
    """The cards of the topic of this number in their order, and their own numbers."""
    return list(zip(sorted(cards, key=lambda card: (card.position, card.id)), count(topic * ROOM), strict=False))


_NO_WORDS = {"kind", "line", "positions"}
"""Of a face, what nobody searches for."""
_common = lru_cache(maxsize=1024)(folded)
"""What many cards have alike; they come topic by topic."""


def _words(value: Any) -> Iterable[str]:
    """Every text in a value that a card's face holds: made into plain data first, it would take twice as long."""
    if isinstance(value, str):
        return (value,)
    if isinstance(value, BaseModel):
        value = vars(value)
    if isinstance(value, dict):
        value = value.values()
    elif not isinstance(value, list | tuple):
        return ()
    return (word for part in value for word in _words(part))
