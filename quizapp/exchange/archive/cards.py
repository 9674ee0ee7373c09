"""The cards in use, as an export has them: their texts in Markdown, and where each stands."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from quizapp.cards.models import BACKWARDS, Card
from quizapp.cards.writing import Extent, extents
from quizapp.exchange.archive.document import CardPart, StandingPart
from quizapp.language import EVERY
from quizapp.scheduling.fold import Standing
from quizapp.store.values import Listed
from quizapp.study.editing.spots import key_of
from quizapp.study.opening import Desk


class Cards:
    """Writes cards of the library out. `language` is the one whose texts are wanted; all where it is None.

    `files` are those in which cards stand that were written, `topics` theirs.
    """

    def __init__(self, desk: Desk, language: str | None = None) -> None:
        self._desk = desk
        self._language = language
        self._extents = lru_cache(maxsize=64)(_extents)
        self.files: set[str] = set()
        self.topics: set[str] = set()

    def parts(self, listed: list[Listed]) -> Iterator[CardPart]:
        """The cards of a list, in its order."""
        for one in listed:
            card = self._desk.collection.card(one.id)
            if card is not None:
                self.topics.add(card.topic)
                self.files.update(place.file for place in card.places.values())
                yield self._part(card, one)

    def _part(self, card: Card, listed: Listed) -> CardPart:
        languages = [language for language in card.faces if self._language in (None, EVERY, language)]
        shown = languages or ([card.language(self._language)] if self._language else [])
        texts = {language: self._texts(card, language) for language in shown}
        return CardPart.model_construct(
            id=card.id,
            deck=card.deck,
            topic=card.topic,
            kind=card.kind,
            tags=card.tags,
            languages=tuple(card.faces),
            titles={language: card.faces[language].title for language in shown},
            prompt={language: prompt for language, (prompt, _answer) in texts.items()},
            answer={language: answer for language, (_prompt, answer) in texts.items()},
            standing=listed.standing and standing_part(listed.standing),
        )

    def _texts(self, card: Card, language: str) -> tuple[str, str]:
        """Prompt and answer, as they stand in the file; of a card that is asked backwards, as they are asked."""
        face = card.faces[language]
        extent = self._extents(card.places[language].file).get(key_of(card))
        if extent is None:  # the file was changed just now
            return face.title, ""
        if face.kind == "reverse" and card.id.endswith(BACKWARDS):
            return face.prompt, extent.draft.prompt
        return extent.draft.prompt, extent.draft.answer


def standing_part(standing: Standing) -> StandingPart:
    """Where a card stands, as an export says it."""
    memory = standing.memory
    return StandingPart.model_construct(
        due=memory.due,
        interval=memory.interval,
        easiness=memory.easiness,
        repetitions=memory.repetitions,
        lapses=memory.lapses,
        unsettled=memory.unsettled,
        suspended=standing.suspended,
        buried_until=standing.buried_until,
        introduced=standing.introduced,
        answered=standing.answered,
    )


def _extents(file: str) -> Mapping[str, Extent]:
    """The cards of a file as it is now; none where it cannot be read."""
    try:
        return extents(Path(file).read_bytes(), file)
    except OSError:
        return {}
