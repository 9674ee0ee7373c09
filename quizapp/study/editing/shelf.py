"""Where cards of one's own go: the folder of a deck, the file of a topic in a language, and whose a file is."""

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from quizapp.cards.folders import may_hold_cards
from quizapp.cards.identity import is_id, mend_of, slug
from quizapp.cards.parse import name_and_language
from quizapp.cards.parsed import parsed
from quizapp.cards.parts import FilePart
from quizapp.errors import UsageError
from quizapp.i18n import F_
from quizapp.language import EVERY
from quizapp.paths import bundled_cards, is_device
from quizapp.study.editing.pages import Pages
from quizapp.study.opening import Desk, library_folders
from quizapp.visible import one_line

_LONGEST_NAME = 80
"""Characters of a folder's name; systems allow 255 bytes, and a Chinese character takes three of them."""
_UNFIT = '<>:"\\|?*'
"""Signs that some system does not take in a file's name."""


@dataclass(frozen=True)
class Target:
    """Where a card is to go: a deck (a folder below the learner's own), and a topic by its id.

    Either may be empty, for the usual one; `title` is that of a topic which is new.
    """

    deck: str = ""
    topic: str = ""
    title: str = ""


class Shelf:
    """The learner's own files, as `pages` are to hold them."""

    def __init__(self, desk: Desk, pages: Pages) -> None:
        self.desk = desk
        self.pages = pages
        self.own = own_folder(desk)

    def file(self, target: Target, language: str, alone: bool = True) -> Path:
        """The file that takes a card of the topic in that language; begun, where it is new. Raises UsageError.

        A card that is `alone`, in this language only, goes into a file for every language where the topic has no other.
        """
        topic = target.topic or self.topic_of_deck(target.deck)
        if not is_id(topic):
            raise UsageError(F_("`{name}` is no topic id", name=one_line(topic)), mend_of(topic))
        files = self.desk.collection.files(topic)
        theirs = {name_and_language(path.name)[1] for path in files if not is_own(path, self.desk)}
        mine = self._mine(files, topic, theirs)
        if found := mine.get(language):
            return found
        if alone and EVERY in mine and len(mine) == 1:
            return mine[EVERY]
        beside = next(iter(mine.values()), None)
        if beside is not None:
            into = bool(theirs) or self._part(beside).front.into is not None
            return self._begin(beside.parent, name_and_language(beside.name)[0], target, topic, language, into)
        folder = self._folder_of(topic) if files else self.folder(target.deck)
        return self._begin(folder, topic, target, topic, language, into=bool(files))

    def folder(self, deck: str) -> Path:
        """The folder of a deck. Raises UsageError where the name leads elsewhere, or is none for a folder."""
        if deck in ("", self.own.resolve().name) and not (deck and (self.own / deck).is_dir()):
            return self.own
        parts = PurePosixPath(deck).parts
        for part in parts:
            if part.startswith((".", "/")) or len(part) > _LONGEST_NAME or any(sign in _UNFIT for sign in part):
                raise UsageError(
                    F_("`{part}` is no name for a deck", part=one_line(part)),
                    F_("use letters, digits, spaces and hyphens"),
                )
            if one_line(part) != part:
                raise UsageError(
                    F_("`{part}` is no name for a deck", part=one_line(part)), F_("write it in plain text")
                )
        folder = self.own.joinpath(*parts)
        if not folder.resolve().is_relative_to(self.own.resolve()):
            raise UsageError(F_("the deck `{deck}` leads out of your folder of cards", deck=deck), F_("name another"))
        return folder

    def deck_id(self, deck: str) -> str:
        """What cards in the folder of a deck are said to be in."""
        folder = self.folder(deck)
        return self.own.resolve().name if folder == self.own else folder.relative_to(self.own).as_posix()

    def topic_of_deck(self, deck: str) -> str:
        """The topic of cards for which none is named: called as the deck is."""
        return slug(PurePosixPath(deck).name) if deck else slug(self.own.name)

    def _folder_of(self, topic: str) -> Path:
        """Cards that go into somebody else's topic lie in a folder that is called as its deck."""
        found = self.desk.collection.topic(topic)
        return self.folder(found.deck if found else "")

    def _begin(self, folder: Path, name: str, target: Target, topic: str, language: str, into: bool = False) -> Path:
        path = next(path for path in _names(folder, name, language) if self._fits(path, topic, into))
        if not self.pages.exists(path):
            self.pages[path] = _head(
                "into" if into else "topic", topic, "" if into else target.title or self._title(topic, language)
            )
        return path

    def _title(self, topic: str, language: str) -> str:
        found = self.desk.collection.topic(topic)
        return found.titles.get(language, "") if found else ""

    def _mine(self, files: Sequence[Path], topic: str, theirs: Collection[str]) -> dict[str, Path]:
        """The learner's files of a topic, by language: those whose cards are in use, beside the languages of others."""
        own = [(name_and_language(path.name)[1], path) for path in reversed(files) if is_own(path, self.desk)]
        return {language: path for language, path in own if self._takes(path, topic, language in theirs)}

    def _fits(self, path: Path, topic: str, into: bool) -> bool:
        """True for a file of this topic, and for one that would be new, on every system; if cards are read from it."""
        if not may_hold_cards(path.name):
            return False
        if self.pages.exists(path):
            return self._takes(path, topic, into)
        return not is_device(path.name) and next(self.pages.beside(path), None) is None

    def _takes(self, path: Path, topic: str, into: bool) -> bool:
        """True for a file of this topic; where another has the topic in its language, only if it goes `into` it."""
        part = self._part(path)
        return self.pages.exists(path) and part.topic == topic and (part.front.into is not None or not into)

    def _part(self, path: Path) -> FilePart:
        return parsed(self.pages[path], str(path))

    def append(self, path: Path, section: str) -> None:
        """One more card at the end of a file. Raises UsageError where it would not be read there."""
        self.pages.append(path, section)


def own_folder(desk: Desk) -> Path:
    """The learner's own folder of cards: the first that is not the bundled one."""
    return library_folders(desk.settings, desk.places)[1 if desk.settings.bundled else 0]


def is_own(path: Path, desk: Desk) -> bool:
    """True if a file is the learner's to change: in any folder of the library but the bundled one."""
    return not path.resolve().is_relative_to(bundled_cards().resolve())


def _names(folder: Path, name: str, language: str) -> Iterator[Path]:
    ending = ".md" if language == EVERY else f".{language}.md"
    yield folder / f"{name}{ending}"
    for number in range(2, 1_000_000):
        yield folder / f"{name}-{number}{ending}"


def _head(key: str, topic: str, title: str) -> bytes:
    """Front matter. A title in double quotes is YAML as it is JSON."""
    lines = [f"{key}: {json.dumps(topic, ensure_ascii=False)}"]
    lines += [f"title: {json.dumps(one_line(title), ensure_ascii=False)}"] if title else []
    return "\n".join(["---", *lines, "---", ""]).encode()
