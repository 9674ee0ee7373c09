"""What lists and searches know of a card, made once when its file is read."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from quizapp.cards.models import Card
from quizapp.store.wanted import folded


def listing_row(card: Card) -> dict[str, Any]:
    """The card's row in the table `listing`."""
    words = (word for face in card.faces.values() for word in _words(face.model_dump(exclude={"kind", "positions"})))
    return {
        "card": card.id,
        "topic": card.topic,
        "position": card.position,
        "kind": card.kind,
        "titles": {language: face.title for language, face in card.faces.items()},
        "edited": card.edited,
        "id_folded": folded(card.id),
        "deck_folded": folded(card.deck),
        "topic_folded": folded(card.topic),
        "tags_folded": folded("\n".join(card.tags)),
        "text_folded": folded("\n".join((card.id, *words))),
    }


def _words(value: Any) -> Iterator[str]:
    """Every text that a card's face holds."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        value = value.values()
    if isinstance(value, Iterable) and not isinstance(value, str):
        for part in value:
            yield from _words(part)
