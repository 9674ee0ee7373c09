"""The folders that make the library: which files in them are card files, and what a deck's folder says of itself."""

import os
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from quizapp.cards.faults import Fault
from quizapp.cards.models import Deck
from quizapp.language import EVERY, LANGUAGES

LARGEST_FILE = 16 * 2**20
"""Bytes. A larger file is told and left alone."""

DECK_FILE = "deck.toml"
_NOT_CARDS = {"readme", "license", "licence", "changelog", "contributing", "review"}
_LAST = 1_000


@dataclass(frozen=True)
class CardFile:
    """A card file that was found: where it is, its deck, and the stamp by which a change is noticed."""

    path: Path
    deck: str
    size: int
    changed: int
    """Modification time in nanoseconds."""


def card_files(root: Path) -> Iterator[CardFile | Fault]:
    """The Markdown files below `root`, by path. Hidden folders, READMEs and the like are passed over.

    A link that leads out of the folder, and a file that is too large, come as faults.
    """
    real = root.resolve()
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(folder) / name
            if path.suffix == ".md" and not name.startswith(".") and _stem(name) not in _NOT_CARDS:
                yield _card_file(path, real, deck_of(path, root))


def deck_of(path: Path, root: Path) -> str:
    """The deck of a file: its folder below `root`, or `root`'s own name."""
    return path.parent.relative_to(root).as_posix() if path.parent != root else root.resolve().name


def deck(root: Path, id_: str) -> tuple[Deck, Fault | None]:
    """What the folder says of itself in `deck.toml`; its name, where it says nothing."""
    path = root / id_ / DECK_FILE if (root / id_).is_dir() else root / DECK_FILE
    unnamed = Deck(id=id_, order=_LAST, titles={EVERY: id_})
    if not path.is_file():
        return unnamed, None
    try:
        return _deck(id_, tomllib.loads(path.read_text(encoding="utf-8"))), None
    except (OSError, ValueError, TypeError) as error:
        mend = 'write order = 1 and title = { en = "…", zh = "…" }'
        return unnamed, Fault(file=str(path), line=1, what=str(error), mend=mend)


def _deck(id_: str, said: Mapping[str, object]) -> Deck:
    title, order = said.get("title", id_), said.get("order", _LAST)
    given = title if isinstance(title, dict) else {EVERY: title}
    titles = {language: text for language, text in given.items() if isinstance(text, str)}
    if not isinstance(order, int) or len(titles) < len(given):
        raise TypeError("`order` is a number, `title` a text or one text a language")
    if unknown := set(titles) - {*LANGUAGES, EVERY}:
        raise ValueError(f"`title`: unknown language `{min(unknown)}`")
    return Deck(id=id_, order=order, titles=titles)


def _card_file(path: Path, root: Path, deck: str) -> CardFile | Fault:
    try:
        if not path.resolve().is_relative_to(root):
            return Fault(file=str(path), line=1, what="a link that leads out of the folder", mend="copy the file here")
        status = path.stat()
    except OSError as error:
        return unreadable(path, error)
    if status.st_size > LARGEST_FILE:
        what = f"larger than {LARGEST_FILE // 2**20} MiB"
        return Fault(file=str(path), line=1, what=what, mend="split it into several files")
    return CardFile(path, deck, status.st_size, status.st_mtime_ns)


def unreadable(path: Path, error: OSError) -> Fault:
    """The fault of a file that the system will not let us read."""
    what = f"cannot be read ({error.strerror or error})"
    return Fault(file=str(path), line=1, what=what, mend="check the file and its permissions")


def _stem(name: str) -> str:
    return name.split(".", 1)[0].casefold()
