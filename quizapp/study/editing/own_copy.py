"""A bundled card that is changed becomes the learner's own: a copy in the learner's folder covers it from then on.

Beside it, in a hidden folder, lies the bundled text as it was when it was copied: what `quizapp diff` compares with.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from quizapp.cards.models import Card
from quizapp.cards.parse import name_and_language
from quizapp.cards.writing.changes import replaced, text_alone, text_of, with_section
from quizapp.study.editing.pages import Pages
from quizapp.study.editing.shelf import Shelf, Target, is_own
from quizapp.study.editing.spots import extent_of, key_of
from quizapp.visible import visible

BASES = ".bundled"


@dataclass(frozen=True)
class Compared:
    """The texts of one own copy in one language: the learner's, the bundled one now, and as it was when it was copied.

    `bundled` is empty where the program brings no such card any more, `base` where it was not kept.
    """

    card: str
    language: str
    own: str
    bundled: str
    base: str

    @property
    def changed(self) -> bool:
        """True if the bundled text is not what it was when it was copied."""
        return self.bundled != self.base


def copied(shelf: Shelf, card: Card) -> dict[str, Path]:
    """The card's files by language, all of them the learner's own: what is bundled is copied first, whole."""
    return {language: _own(shelf, card, language) for language in card.places}


def compared(shelf: Shelf, card: Card) -> Iterator[Compared]:
    """The texts of a card that covers a bundled one, language by language."""
    key = key_of(card)
    for language, place in card.places.items():
        if place.covers is None:
            continue
        paths = Path(place.file), Path(place.covers.file), base_file(shelf, card, language)
        own, bundled, base = (_text(shelf.pages, path, key) for path in paths)
        yield Compared(card.id, language, own, bundled, base)


def seen(shelf: Shelf, card: Card) -> None:
    """Takes the bundled texts as they are now for what the copy is compared with from here on."""
    for language, place in card.places.items():
        if place.covers is not None:
            _keep_base(shelf, card, language, _text(shelf.pages, Path(place.covers.file), key_of(card)))


def base_file(shelf: Shelf, card: Card, language: str) -> Path:
    """Where the bundled texts of a topic are kept as they were."""
    return shelf.own / BASES / f"{card.topic}.{language}.md"


def _own(shelf: Shelf, card: Card, language: str) -> Path:
    path = Path(card.places[language].file)
    if is_own(path, shelf.desk):
        return path
    content, extent = shelf.pages[path], extent_of(shelf.pages, path, key_of(card))
    own = shelf.file(Target(card.deck, card.topic), name_and_language(path.name)[1], alone=False)
    shelf.append(own, text_alone(content, extent))
    _keep_base(shelf, card, language, text_of(content, extent))
    return own


def _keep_base(shelf: Shelf, card: Card, language: str, text: str) -> None:
    path = base_file(shelf, card, language)
    extent = shelf.pages.cards(path).get(key_of(card))
    content = shelf.pages[path]
    shelf.pages[path] = replaced(content, extent, text) if extent else with_section(content, text)


def _text(pages: Pages, path: Path, key: str) -> str:
    """The card's text in a file, made safe to show; empty where it is not there."""
    extent = pages.cards(path).get(key)
    return visible(text_of(pages[path], extent)) if extent else ""
