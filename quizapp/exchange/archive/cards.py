"""The cards in use, as an export has them: their texts in Markdown, and where each stands."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from pydantic_core import to_json

from quizapp.cards.backwards import BACKWARDS
from quizapp.cards.models import Card
from quizapp.exchange.outgoing.as_written import Texts
from quizapp.language import EVERY
from quizapp.scheduling.fold import Standing
from quizapp.study.opening import Desk


class Part(NamedTuple):
    """Entries of an array, parted by commas; of cards, the files in which these stand, and their topics.

    `left_out` says how many are not among them.
    """

    entries: bytes
    files: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    left_out: int = 0


class Cards:
    """Writes cards of the library out. `language` is the one whose texts are wanted; all where it is None."""

    def __init__(self, desk: Desk, language: str | None = None) -> None:
        self._desk = desk
        self._language = language
        self._texts = Texts(desk.collection.digests())

    def portion(self, ids: Sequence[str], has_deck: Callable[[str], bool]) -> Part:
        """Those of these cards that are in use and whose decks are wanted, in their order: each as a `CardPart`."""
        cards, standings = self._desk.collection.cards(ids), self._desk.collection.standings(ids)
        found = [cards[id_] for id_ in ids if id_ in cards and has_deck(cards[id_].deck)]
        files = frozenset(place.file for card in found for place in card.places.values())
        entries = b",\n".join([self._entry(card, standings.get(card.id)) for card in found])
        return Part(entries, files, frozenset(card.topic for card in found))

    def _entry(self, card: Card, standing: Standing | None) -> bytes:
        languages = [language for language in card.faces if self._language in (None, EVERY, language)]
        shown = languages or ([card.language(self._language)] if self._language else [])
        texts = {language: self._shown(card, language) for language in shown}
        # A model made of each would take as long again.
        return to_json(
            {
                "id": card.id,
                "deck": card.deck,
                "topic": card.topic,
                "kind": card.kind,
                "tags": card.tags,
                "languages": tuple(card.faces),
                "titles": {language: card.faces[language].title for language in shown},
                "prompt": {language: prompt for language, (prompt, _answer) in texts.items()},
                "answer": {language: answer for language, (_prompt, answer) in texts.items()},
                "standing": standing and _said(standing),
            }
        )

    def _shown(self, card: Card, language: str) -> tuple[str, str]:
        """Prompt and answer, as they stand in the file; of a card that is asked backwards, as they are asked."""
        face, words = card.faces[language], self._texts.words(card, language)
        if words is None:  # the file was changed just now
            return face.title, ""
        if face.kind == "reverse" and card.id.endswith(BACKWARDS):
            return face.prompt, words.prompt
        return words


def _said(standing: Standing) -> dict[str, object]:
    """Where a card stands: a `StandingPart`."""
    memory = standing.memory
    return {
        "due": memory.due,
        "interval": memory.interval,
        "easiness": memory.easiness,
        "repetitions": memory.repetitions,
        "lapses": memory.lapses,
        "unsettled": memory.unsettled,
        "suspended": standing.suspended,
        "buried_until": standing.buried_until,
        "introduced": standing.introduced,
        "answered": standing.answered,
    }
