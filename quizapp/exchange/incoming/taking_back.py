"""What came from a file taken out again: its cards into the trash, and the files and folders that held nothing else."""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from quizapp.cards.files import remove_file
from quizapp.cards.models import Card
from quizapp.errors import StoreError
from quizapp.exchange.incoming.alike import Change, Difference
from quizapp.exchange.incoming.bringing import Bringing, Wish
from quizapp.exchange.incoming.pictures import FOLDER
from quizapp.exchange.notes import Found
from quizapp.i18n import F_
from quizapp.paths import shortened
from quizapp.study.editing.pages import Pages
from quizapp.study.editing.shelf import is_own, own_folder
from quizapp.study.editing.taking_out import delete
from quizapp.study.opening import Desk

_BARE = re.compile(rb"\s*(?:---\s*\n(?:(?:topic|into|title):[^\n]*\n)*---\s*)?\Z")


@dataclass(frozen=True, slots=True)
class ToTake:
    """The cards that came from a file, and those among them that say something else than the file."""

    cards: tuple[str, ...]
    edited: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Left:
    """What is left once the cards are gone: files and folders that went with them, and pictures that stay."""

    gone: tuple[Path, ...] = ()
    pictures: tuple[Path, ...] = ()


def to_take(found: Found, desk: Desk, wish: Wish) -> ToTake:
    """The cards that these notes have become: what is taken out again where that is asked.

    Bundled cards, and copies that cover them, came from elsewhere.
    """
    looked = Bringing(desk, found, replace(wish, dry_run=True, update=False)).look()
    ids = tuple(id_ for id_ in dict.fromkeys(looked.there) if _came(desk.collection.card(id_), desk))
    edited = (one for one in looked.differences if one.card in set(ids) and one.change is not Change.THERE)
    return ToTake(ids, tuple({one.card: one for one in edited}.values()))


def take_back(desk: Desk, ids: Sequence[str], now: datetime) -> Left:
    """Throws the cards into the trash, all or none; what held nothing else goes. Raises UsageError, StoreError."""
    cards = [card for id_ in ids if (card := desk.collection.card(id_))]
    delete(desk, ids, now)
    files = {Path(place.file) for card in cards for place in card.places.values()}
    gone = [path for path in sorted(files) if _holds_nothing(path)]
    for path in gone:
        _remove(path)
    pictures = sorted({picture for path in gone for picture in _pictures_beside(path)})
    folders = list(_emptied({path.parent for path in gone}, own_folder(desk)))
    desk.read_cards(now)
    return Left((*gone, *folders), tuple(pictures))


def _came(card: Card | None, desk: Desk) -> bool:
    own = card and all(is_own(Path(place.file), desk) for place in card.places.values())
    return bool(card and own and not card.edited)


def _holds_nothing(path: Path) -> bool:
    """True for a card file in which nothing stands but what an import writes above the cards."""
    return _BARE.match(Pages()[path]) is not None


def _remove(path: Path) -> None:
    try:
        remove_file(path)
    except OSError as error:
        why = error.strerror or error
        what = F_("{path} holds no card any more, and cannot be removed ({why})", path=shortened(path), why=why)
        raise StoreError(what, F_("check its permissions, or remove it by hand")) from error


def _pictures_beside(path: Path) -> Iterator[Path]:
    with suppress(OSError):
        yield from (file for file in (path.parent / FOLDER).iterdir() if file.is_file())


def _emptied(folders: Iterable[Path], root: Path) -> Iterator[Path]:
    """The folders that were empty, and those above them that were by then: all of them are removed."""
    for folder in sorted(folders, key=lambda path: len(path.parts), reverse=True):
        for one in (folder / FOLDER, folder, *folder.parents):
            if one == root or not one.is_relative_to(root):
                break
            with suppress(OSError):  # what holds something stays
                one.rmdir()
                yield one
