"""What decks, topics and cards are called, in one language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from quizapp.i18n import _
from quizapp.language import Language, in_language
from quizapp.store.collection import Collection
from quizapp.visible import one_line


@dataclass(frozen=True)
class Names:
    """Titles by id; what has none is called by its id."""

    decks: Mapping[str, str] = field(default_factory=dict)
    topics: Mapping[str, str] = field(default_factory=dict)
    cards: Mapping[str, str] = field(default_factory=dict)

    def deck(self, id_: str) -> str:
        """A deck's title; no id is the deck of cards that are gone."""
        return one_line(self.decks.get(id_) or id_ or _("(cards that are gone)"))

    def topic(self, id_: str) -> str:
        """A topic's title."""
        return one_line(self.topics.get(id_) or id_)

    def card(self, id_: str) -> str:
        """A card's title."""
        return one_line(self.cards.get(id_) or id_)


def names(collection: Collection, cards: Sequence[str], language: Language) -> Names:
    """The titles of all decks and topics, and of these cards. Raises StoreError."""
    return Names(
        {deck.id: in_language(deck.titles, language, deck.id) for deck in collection.decks()},
        {topic.id: in_language(topic.titles, language, topic.id) for topic in collection.topics()},
        {card.id: in_language(card.titles, language, card.id) for card in collection.listed(cards)},
    )
