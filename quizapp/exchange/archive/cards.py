"""The cards in use, as an export has them: their texts in Markdown, and where each stands."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from pydantic_core import from_json, to_json

from quizapp.cards.backwards import BACKWARDS
from quizapp.cards.models import Card
from quizapp.exchange.outgoing.as_written import Texts
from quizapp.language import EVERY
from quizapp.store.engines.engine import sensible
from quizapp.store.log.folding import Stood
from quizapp.store.log.rows import day_of
from quizapp.study.opening import Desk

_OF_PARTS = frozenset(("basic", "reverse", "cloze", "typed"))
"""The kinds that have parts: see `quizapp.exchange.notes.parts_of`."""


class Part(NamedTuple):
    """Entries of cards, parted by commas, the files in which these stand, and their topics."""

    entries: bytes
    files: frozenset[str]
    topics: frozenset[str]


class Cards:
    """Writes cards of the library out. `language` is the one whose texts are wanted; all where it is None."""

    def __init__(self, desk: Desk, language: str | None = None) -> None:
        self._desk = desk
        self._language = language
        self._texts = Texts(desk.collection.digests())

    def portion(self, ids: Sequence[str], has_deck: Callable[[str], bool]) -> Part:
        """Those of these cards that are in use and whose decks are wanted, in their order: each as a `CardPart`.

        Raises StoreError.
        """
        contents, standings = self._desk.collection.contents(ids), self._desk.collection.stood(ids)
        with sensible():
            # A model made of each, or of its entry, would take as long again as all of this.
            found = {id_: from_json(contents[id_], cache_strings="keys") for id_ in ids if id_ in contents}
            cards = {id_: card for id_, card in found.items() if has_deck(card["deck"])}
            entries = [self._entry(card, contents[id_], standings.get(id_)) for id_, card in cards.items()]
        files = frozenset(place["file"] for card in cards.values() for place in card["places"].values())
        return Part(b",\n".join(entries), files, frozenset(card["topic"] for card in cards.values()))

    def _entry(self, card: Mapping[str, Any], content: str, stood: Stood | None) -> bytes:
        faces = card["faces"]
        shown = self._languages(faces)
        texts = {language: self._shown(card, content, language) for language in shown}
        return to_json(
            {
                "id": card["id"],
                "deck": card["deck"],
                "topic": card["topic"],
                "kind": next(iter(faces.values()))["kind"],
                "tags": card["tags"],
                "languages": tuple(faces),
                "titles": {language: faces[language]["title"] for language in shown},
                "prompt": {language: prompt for language, (prompt, _answer) in texts.items()},
                "answer": {language: answer for language, (_prompt, answer) in texts.items()},
                "standing": stood and _said(*stood),
            }
        )

    def _languages(self, faces: Mapping[str, Any]) -> Iterable[str]:
        """Those in which a card's texts are wanted; the one in which it can be shown, where it has none of them."""
        if self._language is None:
            return faces
        wanted = [language for language in faces if language in (EVERY, self._language)]
        return wanted or list(faces)[:1]

    def _shown(self, card: Mapping[str, Any], content: str, language: str) -> tuple[str, str]:
        """Prompt and answer, as they stand in the file; of a card that is asked backwards, as they are asked."""
        face, place = card["faces"][language], card["places"][language]
        words = None
        if face["kind"] in _OF_PARTS:
            parts = face.get("answer", ""), face["explanation"]
            words = self._texts.as_read(card["id"], face["prompt"], *parts, place["file"], place["line"])
        words = words or self._texts.words(Card.model_validate_json(content), language)
        if words is None:  # the file was changed just now
            return face["title"], ""
        if face["kind"] == "reverse" and card["id"].endswith(BACKWARDS):
            return face["prompt"], words.prompt
        return words


def _said(
    due: Any,
    interval: int,
    easiness: int,
    repetitions: int,
    lapses: int,
    unsettled: int,
    suspended: int,
    buried: Any,
    introduced: Any,
    answered: Any,
    _last: int | None,
) -> dict[str, object]:
    """Where a card stands: a `StandingPart`."""
    return {
        "due": due and day_of(due),
        "interval": interval,
        "easiness": easiness,
        "repetitions": repetitions,
        "lapses": lapses,
        "unsettled": bool(unsettled),
        "suspended": bool(suspended),
        "buried_until": buried and day_of(buried),
        "introduced": introduced and day_of(introduced),
        "answered": answered and day_of(answered),
    }
