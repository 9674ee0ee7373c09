"""The trash: what was thrown away, in Markdown, until it is emptied; each time a folder of its own."""

import json
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from quizapp.cards.parse import name_and_language, parse_file
from quizapp.cards.writing import extents
from quizapp.cards.writing.changes import before, with_section
from quizapp.errors import StoreError, UsageError
from quizapp.study.editing.pages import Pages, Written
from quizapp.study.opening import Desk, library_folders

_WHERE = "where.json"


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
        where.append({"file": name, "path": str(piece.path), "below": piece.below})
    pages[folder / _WHERE] = json.dumps(where, ensure_ascii=False, indent=1).encode()


def in_trash(desk: Desk) -> Iterator[Thrown]:
    """What lies in the trash, latest first."""
    for folder in sorted(_folders(desk), reverse=True):
        titles: dict[str, str] = {}
        for file in sorted(folder.glob("*.md")):
            for card in parse_file(file.read_bytes(), str(file), "").cards:
                titles.setdefault(card.key, card.face.title)
        yield Thrown(folder.name, _instant(folder.name), tuple(titles.values()))


def put_back(desk: Desk, name: str, now: datetime) -> Written:
    """Puts what lies in one folder of the trash back into its files, where it stood if that can still be told.

    Raises UsageError where there is no such folder, or a card of that id is there again.
    """
    folder = next((folder for folder in _folders(desk) if folder.name == name), None)
    if folder is None:
        raise UsageError(f"there is no `{name}` in the trash", "`quizapp trash` shows what is")
    pages = Pages()
    roots = [root.resolve() for root in library_folders(desk.settings, desk.places)]
    for entry in json.loads(pages[folder / _WHERE] or b"[]"):
        path = Path(entry["path"])
        if not any(path.resolve().is_relative_to(root) for root in roots):
            raise UsageError(f"{path} is in none of your folders any more", "its text is in the trash: copy it by hand")
        _put_back(pages, folder / Path(entry["file"]).name, path, entry["below"])
        pages[folder / Path(entry["file"]).name] = b""
    pages[folder / _WHERE] = b""
    written = pages.write()
    desk.read_cards(now)
    return written


def empty(desk: Desk) -> int:
    """Removes all that lies in the trash, for good; how many times something had been thrown away."""
    folders = list(_folders(desk))
    try:
        for folder in folders:
            shutil.rmtree(folder)
    except OSError as error:
        raise StoreError(f"the trash cannot be emptied ({error.strerror})", "check its permissions") from error
    return len(folders)


def _put_back(pages: Pages, kept: Path, path: Path, below: str | None) -> None:
    held = extents(pages[kept], str(kept))
    there = extents(pages[path], str(path)) if pages.exists(path) else {}
    if not pages.exists(path):
        pages[path] = pages[kept]
        return
    for key, extent in held.items():
        if key in there:
            raise UsageError(f"there is a card `{key}` in {path} again", "remove it first, or leave the old one be")
        text = "\n".join(pages[kept].decode().split("\n")[extent.start : extent.end]) + "\n"
        mark = there.get(below) if below else None
        pages[path] = before(pages[path], mark, text) if mark else with_section(pages[path], text)


def _folders(desk: Desk) -> Iterator[Path]:
    if desk.places.trash.is_dir():
        yield from (folder for folder in desk.places.trash.iterdir() if (folder / _WHERE).is_file())


def _new_folder(trash: Path, now: datetime) -> Path:
    stamp = f"{now.astimezone(UTC):%Y%m%dT%H%M%S}"
    names = (f"{stamp}-{number}" for number in range(1, 1_000_000))
    return next(trash / name for name in names if not (trash / name).exists())


def _instant(name: str) -> datetime:
    try:
        return datetime.strptime(name.partition("-")[0], "%Y%m%dT%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return datetime.fromtimestamp(0, UTC)
