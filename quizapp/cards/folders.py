"""The folders that make the library: which files in them are card files, and what a deck's folder says of itself."""

import os
import re
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath

from quizapp.cards.faults import Fault, in_order
from quizapp.cards.models import Deck
from quizapp.i18n import F_
from quizapp.language import EVERY, LANGUAGES
from quizapp.toml import toml_in
from quizapp.visible import one_line, visible

LARGEST_FILE = 16 * 2**20
"""Bytes. A larger file is told and left alone, unless the learner says otherwise."""

DECK_FILE = "deck.toml"
_NOT_CARDS = {"LICENSE", "LICENCE", "CHANGELOG", "CONTRIBUTING", "REVIEW"}
"""Names that repositories give to other things, in the capitals in which they write them."""

_LAST = 1_000
_LAST_DIGITS = len(str(_LAST))
_LARGEST_ORDER = 1_000_000
_LARGEST_DECK_FILE = 64 * 2**10
_DECK_EXAMPLE = F_('write order = 1, title = { en = "…", zh = "…" } or topics = ["…"]')
_TOML_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)\Z")


@dataclass(frozen=True)
class CardFile:
    """A card file that was found: where it is, its deck, and the stamp by which a change is noticed."""

    path: Path
    deck: str
    size: int
    changed: int
    """Modification time in nanoseconds."""


def card_files(root: Path, largest: int = LARGEST_FILE) -> Iterator[CardFile | Fault]:
    """The Markdown files below `root`, by path. Hidden folders, READMEs and the like are passed over.

    What cannot be read comes as a fault: a folder or file that the system keeps to itself, a link that leads out of the
    folder, a file larger than `largest` bytes. A folder that is not there holds nothing.
    """
    try:
        if not root.is_dir():
            return
    except OSError as error:
        yield unreadable(root, error)
        return
    real = root.resolve()
    unread: list[Fault] = []
    for folder, folders, names in os.walk(root, onerror=lambda error: unread.append(unreadable(error.filename, error))):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        here = Path(folder)
        deck = deck_of(here / DECK_FILE, root)
        yield from filter(None, (_link_out(here / name, real) for name in folders))
        for name in sorted(names):
            if name.endswith(".md") and not name.startswith(".") and may_hold_cards(name):
                path = Path(os.path.join(folder, name))  # noqa: PTH118  half the time of `here / name`
                yield _link_out(path, real) or card_file(path, deck, largest)
    yield from in_order(unread)


def card_file(path: Path, deck: str, largest: int = LARGEST_FILE) -> CardFile | Fault:
    """One file by its path, whatever its name is; a fault where there is nothing to read."""
    try:
        status = path.stat()
    except OSError as error:
        return unreadable(path, error)
    if not stat.S_ISREG(status.st_mode):
        return _fault(path, F_("not a plain file"), F_("put a text file in its place"))
    if visible(str(path)) != str(path):
        return _fault(path, F_("its name, or that of its folder, is not plain text"), F_("rename it"))
    if status.st_size > largest:
        return _fault(path, F_("larger than {n} MiB", n=largest // 2**20), F_("split it into several files"))
    return CardFile(path, deck, status.st_size, status.st_mtime_ns)


def deck_of(path: Path, root: Path) -> str:
    """The deck of a file: its folder below `root`, or `root`'s own name."""
    return path.parent.relative_to(root).as_posix() if path.parent != root else root.resolve().name


def deck(root: Path, id_: str) -> tuple[Deck, Fault | None]:
    """What the folder says of itself in `deck.toml`; its name, where it says nothing."""
    path, unnamed = root / id_, _named_by_folder(id_)
    try:
        path = deck_file(root, id_)
        if fault := _link_out(path, root.resolve()):
            return unnamed, fault
        if not path.is_file():
            return unnamed, None
        if path.stat().st_size > _LARGEST_DECK_FILE:
            return unnamed, _fault(path, F_("larger than {n} KiB", n=_LARGEST_DECK_FILE // 2**10), _DECK_EXAMPLE)
        return _deck(id_, toml_in(path)), None
    except OSError as error:
        return unnamed, unreadable(path, error)
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return unnamed, _fault(path, F_("not UTF-8"), F_("save the file as UTF-8"), line)
    except ValueError as error:
        return unnamed, _fault(path, _TOML_PLACE.sub("", str(error)), _DECK_EXAMPLE, *_toml_place(path, str(error)))


def deck_file(root: Path, id_: str) -> Path:
    """Where a deck's folder says something of itself, if it does."""
    return root / id_ / DECK_FILE if (root / id_).is_dir() else root / DECK_FILE


def _named_by_folder(id_: str) -> Deck:
    """A number before the name sorts: `03-networks` is the deck `networks`, third."""
    number, _, name = PurePath(id_).name.partition("-")
    numbered = number.isascii() and number.isdigit() and len(number) < _LAST_DIGITS and name
    return Deck(id=id_, order=int(number) if numbered else _LAST, titles={EVERY: name if numbered else id_})


def _toml_place(path: Path, message: str) -> tuple[int, int]:
    """The line and column that the reader of TOML puts into its message, if any."""
    place = _TOML_PLACE.search(message)
    if place is None:
        return 1, 1
    if place[1]:
        return int(place[1]), int(place[2])
    lines = path.read_text(encoding="utf-8-sig").split("\n")
    return len(lines), len(lines[-1]) + 1


def _deck(id_: str, said: Mapping[str, object]) -> Deck:
    """Raises ValueError where what is said makes no deck."""
    title, order = said.get("title", id_), said.get("order", _LAST)
    given = title if isinstance(title, dict) else {EVERY: title}
    titles = {language: one_line(text) for language, text in given.items() if isinstance(text, str) and text.strip()}
    topics = said.get("topics", [])
    if unknown := set(said) - {"title", "order", "topics"}:
        raise ValueError(F_("no such key: `{key}`", key=min(unknown)))
    if not isinstance(order, int) or isinstance(order, bool) or abs(order) > _LARGEST_ORDER:
        raise ValueError(F_("`order` is a whole number up to {most}", most=_LARGEST_ORDER))
    if not titles or len(titles) < len(given):
        raise ValueError(F_("`title` is a text, or one text for each language"))
    if unknown := set(titles) - {*LANGUAGES, EVERY}:
        raise ValueError(F_("`title`: unknown language `{language}`", language=min(unknown)))
    if not isinstance(topics, list) or not all(isinstance(topic, str) for topic in topics):
        raise ValueError(F_("`topics` is a list of topic ids"))
    return Deck(id=id_, order=order, titles=titles, topics=tuple(topics))


def unreadable(path: Path | str, error: OSError) -> Fault:
    """The fault of a file that the system will not let us read."""
    return _fault(
        path,
        F_("cannot be read ({why})", why=error.strerror or error),
        F_("check the file and its permissions"),
    )


def _link_out(path: Path, root: Path) -> Fault | None:
    """A fault where `path` is a link that leads elsewhere: it may well have been meant to bring cards.

    Links to folders are not followed, so that nothing else does; and to resolve a path looks at each folder above it.
    """
    # Path.is_symlink raises where a folder may be listed and not entered: then whoever opens the file is told.
    return _leads_out(path, root) if os.path.islink(path) else None  # noqa: PTH114  see above


def _leads_out(path: Path, root: Path) -> Fault | None:
    try:
        if path.resolve().is_relative_to(root):
            return None
    except (OSError, RuntimeError):  # a link that leads to itself
        return _fault(path, F_("a link that leads nowhere"), F_("remove it"))
    return _fault(
        path, F_("a link that leads out of the folder"), F_("copy what it leads to here, or name that folder too")
    )


def _fault(path: Path | str, what: str, mend: str, line: int = 1, column: int = 1) -> Fault:
    return Fault(file=visible(str(path)), line=line, column=column, what=visible(what), mend=mend)


def may_hold_cards(name: str) -> bool:
    """True if a file of this name is read: README and what repositories give to other things are passed over."""
    stem = name.split(".", 1)[0]
    return stem not in _NOT_CARDS and stem.casefold() != "readme"
