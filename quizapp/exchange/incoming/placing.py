"""Where imported notes go: the folder of their deck, and files in it that are short enough to be read again quickly."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path, PurePosixPath

from quizapp.cards.identity import slug
from quizapp.cards.parse import name_and_language, parse_file
from quizapp.paths import is_device
from quizapp.study.editing.shelf import Shelf, Target
from quizapp.visible import one_line

MOST_CARDS = 200
"""In one file: reading it again after an edit takes 0.1 s."""

_UNFIT = re.compile(r'[<>:"\\|?*/\x00-\x1f]+')
_LONGEST = 60


def folder_name(name: str) -> str:
    """A deck's name as that of a folder, on any system; `deck` where nothing is left of it.

    A long one is cut, with a digest of all of it at its end: decks whose names begin alike are two, in every import.
    """
    fit = _UNFIT.sub("-", one_line(name)).strip(" .-")
    if len(fit) > _LONGEST:
        digest = blake2b(fit.encode(), digest_size=4).hexdigest()
        fit = f"{fit[: _LONGEST - len(digest) - 1].strip(' .-')}-{digest}"
    return f"deck {fit}".rstrip() if not fit or is_device(fit) else fit


def deck_of_names(names: Sequence[str], above: str, otherwise: str) -> str:
    """The deck for these names, outermost first, below `above`; `otherwise` is the name where there is none."""
    parts = [folder_name(name) for name in names] or ([] if above else [folder_name(otherwise)])
    return "/".join([*([above] if above else []), *parts])


@dataclass
class _File:
    """The file that takes a deck's next card, its topic, and how many cards it holds."""

    path: Path
    topic: str
    cards: int


@dataclass
class Shelving:
    """Puts sections into the files of their decks; nothing is written before the shelf's pages are."""

    shelf: Shelf
    language: str
    _files: dict[str, _File] = field(default_factory=dict)
    """By deck."""
    _untried: dict[str, Iterator[tuple[str, str]]] = field(default_factory=dict)
    """Topics that a deck's next file may be of, by deck."""
    _begun: dict[str, str] = field(default_factory=dict)
    """Topics that were begun, and their decks: the collection does not know of them yet."""

    def put(self, deck: str, section: str) -> str:
        """Appends a card; the topic that it is in."""
        file = self._files.get(deck)
        if file is None or file.cards >= MOST_CARDS:
            file = self._files[deck] = self._open(deck)
        file.cards += 1
        self.shelf.append(file.path, section)
        return file.topic

    def _open(self, deck: str) -> _File:
        """The first file of the deck with room in it: begun where there is none."""
        for topic, title in self._untried.setdefault(deck, _topics(deck, PurePosixPath(deck).name)):
            if not self._is_free(topic, deck):
                continue
            self._begun[topic] = deck
            path = self.shelf.file(Target(deck, topic, title), self.language)
            count = len(parse_file(self.shelf.pages[path], str(path), "").cards)
            if count < MOST_CARDS:
                return _File(path, topic, count)
        raise AssertionError("there is always a further topic")

    def _is_free(self, topic: str, deck: str) -> bool:
        """True if nobody has the topic, or only this deck's folder has it, in a file that takes the language."""
        if self._begun.get(topic, deck) != deck:
            return False
        folder = self.shelf.folder(deck)
        files = self.shelf.desk.collection.files(topic)
        return all(path.parent == folder and name_and_language(path.name)[1] == self.language for path in files)


def _topics(deck: str, name: str) -> Iterator[tuple[str, str]]:
    """Names for topics: the deck's own, the deck's with those above it, then with a number."""
    first, whole = slug(name), slug(deck)
    yield first, name
    if whole != first:
        yield whole, name
    for number in range(2, 1_000_000):
        yield f"{whole}-{number}", f"{name} {number}"
