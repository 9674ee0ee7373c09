"""What lists and searches know of a card, made once when its file is read."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import count, pairwise
from typing import Any

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
    words = [word for face in card.faces.values() for word in _words(face.model_dump(exclude={"kind", "positions"}))]
    return {"number": number, "card": card.id, "folded": folded("\n".join((card.id, *_once(words))))}


def numbered(topic: int, cards: Iterable[Card]) -> list[tuple[Card, int]]:
    """The cards of the topic of this number in their order, and their own numbers."""
    return list(zip(sorted(cards, key=lambda card: (card.position, card.id)), count(topic * ROOM), strict=False))


_place = lru_cache(maxsize=1024)(folded)
"""Cards come topic by topic."""


def _once(words: Sequence[str]) -> Iterator[str]:
    """Without those that stand in the one before, as a title does in its prompt: every search reads all of it."""
    for before, word in pairwise(("", *words)):
        if word not in before:
            yield word


def _words(value: Any) -> Iterator[str]:
    """Every text in plain data, such as a card's face."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _words(part)
