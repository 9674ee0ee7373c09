"""What lists and searches know of a card, made once when its file is read."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any

from quizapp.cards.models import Card
from quizapp.store.searching.wanted import folded


def listing_row(card: Card) -> dict[str, Any]:
    """The card's row in the table `listing`."""
    words = [word for face in card.faces.values() for word in _words(face.model_dump(exclude={"kind", "positions"}))]
    return {
        "card": card.id,
        "topic": card.topic,
        "position": card.position,
        "kind": card.kind,
        "titles": {language: face.title for language, face in card.faces.items()},
        "edited": card.edited,
        "id_folded": folded(card.id),
        "deck_folded": _place(card.deck),
        "topic_folded": _place(card.topic),
        "tags_folded": folded("\n".join(card.tags)),
        "text_folded": folded("\n".join((card.id, *_once(words)))),
    }


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
