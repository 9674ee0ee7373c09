"""What lists and searches know of a card, made once when its file is read."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import count, pairwise
from typing import Any

from pydantic import BaseModel

from quizapp.cards.models import Card
from quizapp.store.schema.tables import ROOM
from quizapp.store.searching.wanted import folded


def listing_row(card: Card, number: int) -> dict[str, Any]:
    """The card's row in the table `listing`."""
    return {
        "number": number,
        "card": card.id,
        "kind": card.kind,
        "titles": {language: face.title for language, face in card.faces.items()},
        "edited": card.edited,
        "id_folded": folded(card.id),
        "deck_folded": _place(card.deck),
        "topic_folded": _place(card.topic),
        "tags_folded": folded("\n".join(card.tags)),
    }


def text_row(card: Card, number: int) -> dict[str, Any]:
    """The card's row in the table `listing_text`."""
    faces = (vars(face).items() for face in card.faces.values())
    words = [word for face in faces for name, value in face if name not in _NO_WORDS for word in _words(value)]
    return {"number": number, "card": card.id, "folded": folded("\n".join((card.id, *_once(words))))}


def numbered(topic: int, cards: Iterable[Card]) -> list[tuple[Card, int]]:
    """The cards of the topic of this number in their order, and their own numbers."""
    return list(zip(sorted(cards, key=lambda card: (card.position, card.id)), count(topic * ROOM), strict=False))


_NO_WORDS = {"kind", "positions"}
"""Of a face, what nobody searches for."""
_place = lru_cache(maxsize=1024)(folded)
"""Cards come topic by topic."""


def _once(words: Sequence[str]) -> Iterator[str]:
    """Without those that stand in the one before, as a title does in its prompt: every search reads all of it."""
    for before, word in pairwise(("", *words)):
        if word not in before:
            yield word


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
