"""Cards taken out of their files: thrown away, or moved to another deck or topic with their history."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from quizapp.cards.models import BACKWARDS, Card
from quizapp.cards.parse import parse_file
from quizapp.cards.writing import extents
from quizapp.cards.writing.changes import text_of, with_section, without
from quizapp.cards.writing.marks import with_marks
from quizapp.errors import UsageError
from quizapp.study.editing.pages import Pages, Written
from quizapp.study.editing.shelf import Shelf, Target, is_own
from quizapp.study.editing.spots import extent_of, key_of, next_key
from quizapp.study.editing.trash import Piece, thrown
from quizapp.study.opening import Desk


def delete(desk: Desk, ids: Iterable[str], now: datetime) -> Written:
    """Throws cards into the trash, all or none; their history stays. A bundled card that an own copy covers comes back.

    Raises UsageError where a card is bundled, or is not where it was.
    """
    pages, pieces = Pages(), []
    for card in cards_of(desk, ids):
        for path in _own_files(desk, card, "suspend it instead"):
            pieces.append(_cut(pages, path, key_of(card), desk))
    thrown(pages, desk.places.trash, pieces, now)
    written = pages.write()
    desk.read_cards(now)
    return written


def move(desk: Desk, ids: Iterable[str], target: Target, now: datetime) -> Written:
    """Moves cards into another deck or topic, all or none; their ids, and with them their history, stay.

    Raises UsageError where a card is bundled, or covers a bundled one.
    """
    shelf = Shelf(desk, Pages())
    for card in cards_of(desk, ids):
        if card.edited:
            raise UsageError(f"`{card.id}` covers a bundled card", "delete your copy, or leave it where it is")
        _own_files(desk, card, "add a card of your own instead")
        for language, place in card.places.items():
            _move(shelf, card, Path(place.file), language, target)
    written = shelf.pages.write()
    desk.read_cards(now)
    return written


def cards_of(desk: Desk, ids: Iterable[str]) -> list[Card]:
    """The cards, each once; a reverse side stands for its card. Raises UsageError where one is gone."""
    found = []
    for id_ in dict.fromkeys(id_.removesuffix(BACKWARDS) for id_ in ids):
        card = desk.collection.card(id_)
        if card is None:
            raise UsageError(f"there is no card `{id_}`", "it may have been removed meanwhile")
        found.append(card)
    return found


def _own_files(desk: Desk, card: Card, instead: str) -> list[Path]:
    """The files of a card. Raises UsageError where one is bundled."""
    own = [Path(place.file) for place in card.places.values() if is_own(Path(place.file), desk)]
    if not own or (len(own) < len(card.places) and not card.edited):
        raise UsageError(f"`{card.id}` is a bundled card", instead)
    return own


def _move(shelf: Shelf, card: Card, path: Path, language: str, target: Target) -> None:
    key, pages = key_of(card), shelf.pages
    extent = extent_of(pages, path, key)
    goal = shelf.file(target, language, alone=len(card.places) == 1)
    if goal == path:
        return
    topic = parse_file(pages[goal], str(goal), "").topic
    home = card.family.partition("/")[0]
    marked = with_marks(pages[path], extent, of=None if home == topic else home)
    text = text_of(marked, extent)
    taken = {f"{found.of or topic}/{found.id}" for found in parse_file(pages[goal], str(goal), "").cards}
    if card.family in taken:
        raise UsageError(f"the topic `{topic}` has a card `{card.family}` already", "move it elsewhere")
    pages[path] = _tidied(without(pages[path], extent), path)
    pages[goal] = with_section(pages[goal], text)


def _cut(pages: Pages, path: Path, key: str, desk: Desk) -> Piece:
    extent = extent_of(pages, path, key)
    below = next_key(pages, path, key)
    marked = with_marks(pages[path], extent, of=extent.section.of)
    piece = Piece(path, pages[path][: _head_end(pages, path)], text_of(marked, extent), below)
    pages[path] = _tidied(without(pages[path], extent), path)
    return piece


def _head_end(pages: Pages, path: Path) -> int:
    """How many bytes stand above the first card."""
    first = min((extent.start for extent in extents(pages[path], str(path)).values()), default=0)
    lines = pages[path].splitlines(keepends=True)
    return len(b"".join(lines[:first]))


def _tidied(content: bytes, path: Path) -> bytes:
    """A file that only put cards into another topic goes with the last of them."""
    part = parse_file(content, str(path), "")
    empty = part.front.into is not None and not part.cards and not part.notes and not part.broken
    return b"" if empty else content
