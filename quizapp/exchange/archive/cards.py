"""The cards in use, as an export has them: their texts in Markdown, and where each stands."""

from collections.abc import Callable, Iterator

from pydantic_core import to_json

from quizapp.cards.models import BACKWARDS, Card
from quizapp.exchange.outgoing.as_written import Texts
from quizapp.language import EVERY
from quizapp.scheduling.fold import Standing
from quizapp.store.statements.portions import portions
from quizapp.study.opening import Desk


class Cards:
    """Writes cards of the library out. `language` is the one whose texts are wanted; all where it is None.

    `files` are those in which cards stand that were written, `topics` theirs.
    """

    def __init__(self, desk: Desk, language: str | None = None) -> None:
        self._desk = desk
        self._language = language
        self._texts = Texts(desk.collection.digests())
        self.files: set[str] = set()
        self.topics: set[str] = set()

    def parts(self, has_deck: Callable[[str], bool]) -> Iterator[bytes]:
        """The cards in use of the decks that are wanted, in the decks' order: each as JSON, a `CardPart`."""
        for some in portions(self._desk.collection.ids()):
            cards, standings = self._desk.collection.cards(some), self._desk.collection.standings(some)
            found = (cards[id_] for id_ in some if id_ in cards)
            yield from (self._part(card, standings.get(card.id)) for card in found if has_deck(card.deck))

    def _part(self, card: Card, standing: Standing | None) -> bytes:
        self.topics.add(card.topic)
        self.files.update(place.file for place in card.places.values())
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
