"""The trash: what was thrown away, in Markdown, until it is emptied; each time a folder of its own."""

import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from quizapp.cards.faces import Frozen
from quizapp.cards.parse import name_and_language, parse_file
from quizapp.cards.writing.changes import before, text_of, with_section
from quizapp.errors import StoreError, UsageError
from quizapp.i18n import F_
from quizapp.paths import shortened
from quizapp.study.editing.pages import Pages, Written
from quizapp.study.editing.shelf import is_own
from quizapp.study.opening import Desk, library_folders
from quizapp.visible import one_line

_WHERE = "where.json"


class _Entry(Frozen):
    """A piece in a folder of the trash: its file there, the file that it was cut out of, and the card below it."""

    file: str
    path: str
    below: str | None


_ENTRIES = TypeAdapter(tuple[_Entry, ...])


@dataclass(frozen=True)
class Piece:
    """A card's text that was cut out of a file: the file's head (front matter, title, notes), and the card below it."""

    path: Path
    head: bytes
    text: str
    below: str | None


@dataclass(frozen=True)
class Thrown:
    """What was thrown away at once: the name of its folder, when, and the titles of the cards."""

    name: str
    at: datetime
    titles: tuple[str, ...]


def thrown(pages: Pages, trash: Path, pieces: Iterable[Piece], now: datetime) -> None:
    """Puts what was cut out into a new folder of the trash, among the pages to be written."""
    folder = _new_folder(trash, now)
    where = []
    for number, piece in enumerate(pieces, start=1):
        _, language = name_and_language(piece.path.name)
        name = f"{number}.{language}.md"
        pages[folder / name] = with_section(piece.head, piece.text)
        where.append(_Entry(file=name, path=str(piece.path), below=piece.below))
    pages[folder / _WHERE] = _ENTRIES.dump_json(tuple(where), indent=1)


def in_trash(desk: Desk) -> Iterator[Thrown]:
    """What lies in the trash, latest first."""
    pages = Pages()
    for folder in sorted(_folders(desk), key=_order, reverse=True):
        titles: dict[str, str] = {}
        for file in sorted(folder.glob("*.md")):
            for card in parse_file(pages[file], str(file), "").cards:
                titles.setdefault(card.key, card.face.title)
        yield Thrown(folder.name, _instant(folder.name), tuple(titles.values()))


def put_back(desk: Desk, name: str, now: datetime) -> Written:
    """Puts what lies in one folder of the trash back into its files, where it stood if that can still be told.

    From the last piece up, so that each finds the card below it. Raises UsageError where there is no such folder, what
    it says makes no sense, or a card of that id is there again.
    """
    folder = next((folder for folder in _folders(desk) if folder.name == name), None)
    if folder is None:
        raise UsageError(F_("there is no `{name}` in the trash", name=name), F_("`quizapp trash` shows what is"))
    pages = Pages()
    for entry in reversed(_entries(pages, folder)):
        kept, path = folder / Path(entry.file).name, Path(entry.path)
        if not _takes_cards(desk, path):
            what = F_("{path} is no card file in one of your folders", path=one_line(shortened(path)))
            raise UsageError(what, F_("the text is in {folder}: copy it by hand", folder=shortened(folder)))
        _put_back(pages, kept, _home(desk, pages, kept, path), entry.below)
        pages[kept] = b""
    pages[folder / _WHERE] = b""
    written = pages.write()
    with suppress(OSError):  # something else lies in it
        folder.rmdir()
    desk.read_cards(now)
    return written


def empty(desk: Desk) -> int:
    """Removes all that lies in the trash, for good; how many times something had been thrown away."""
    folders = _folders(desk)
    try:
        for folder in folders:
            shutil.rmtree(folder)
    except OSError as error:
        raise StoreError(
            F_("the trash cannot be emptied ({why})", why=error.strerror or error), F_("check its permissions")
        ) from error
    return len(folders)


def _home(desk: Desk, pages: Pages, kept: Path, path: Path) -> Path:
    """The file that it was cut out of; where that is gone, the one that has its topic in its language by now.

    A second file of the same topic and language would not be read.
    """
    if pages.exists(path):
        return path
    part, language = parse_file(pages[kept], str(path), ""), name_and_language(path.name)[1]
    for other in desk.collection.files(part.topic):
        alike = is_own(other, desk) and name_and_language(other.name)[1] == language and pages.exists(other)
        if alike and parse_file(pages[other], str(other), "").front.into == part.front.into:
            return other
    return path


def _put_back(pages: Pages, kept: Path, path: Path, below: str | None) -> None:
    if kept.suffix != ".md" or not pages.cards(kept):
        raise UsageError(
            F_("there is no card in {folder}", folder=one_line(shortened(kept))), F_("look what else is in that folder")
        )
    if not pages.exists(path):
        pages[path] = pages[kept]
        return
    for key, extent in pages.cards(kept).items():
        there = pages.cards(path)
        if key in there:
            what = F_("there is a card `{key}` in {path} again", key=key, path=shortened(path))
            raise UsageError(what, F_("remove it first, or leave the old one be"))
        text = text_of(pages[kept], extent)
        if below is not None and below in there:
            pages[path] = before(pages[path], there[below], text)
        else:
            pages.append(path, text)


def _entries(pages: Pages, folder: Path) -> Sequence[_Entry]:
    try:
        return _ENTRIES.validate_json(pages[folder / _WHERE])
    except ValidationError as error:
        what = F_("{file} does not say where the cards stood", file=shortened(folder / _WHERE))
        raise UsageError(what, F_("their text lies beside it: copy it by hand")) from error


def _takes_cards(desk: Desk, path: Path) -> bool:
    """True for a card file, there or not, in a folder of the learner's: nothing else is written to."""
    if one_line(str(path)) != str(path) or path.suffix != ".md" or not is_own(path, desk):
        return False
    real, roots = path.resolve(), (root.resolve() for root in library_folders(desk.settings, desk.places))
    return any(not _hidden(real.relative_to(root)) for root in roots if real.is_relative_to(root))


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _folders(desk: Desk) -> list[Path]:
    with _looked_into(desk.places.trash) as trash:
        return [folder for folder in trash.iterdir() if (folder / _WHERE).is_file()] if trash.is_dir() else []


def _order(folder: Path) -> tuple[str, int, str]:
    """By the second, and within it by the number: the tenth comes after the ninth."""
    stamp, _, number = folder.name.partition("-")
    return stamp, len(number), number


def _new_folder(trash: Path, now: datetime) -> Path:
    stamp = f"{now.astimezone(UTC):%Y%m%dT%H%M%S}"
    names = (f"{stamp}-{number}" for number in range(1, 1_000_000))
    with _looked_into(trash):
        return next(trash / name for name in names if not (trash / name).exists())


@contextmanager
def _looked_into(trash: Path) -> Iterator[Path]:
    try:
        yield trash
    except OSError as error:
        what = F_("{path} cannot be read ({why})", path=shortened(trash), why=error.strerror or error)
        raise StoreError(what, F_("check its permissions")) from error


def _instant(name: str) -> datetime:
    try:
        return datetime.strptime(name.partition("-")[0], "%Y%m%dT%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return datetime.fromtimestamp(0, UTC)
