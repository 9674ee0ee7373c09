"""Cards taken out of their files: thrown away, or moved to another deck or topic with their history."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import cache, partial
from itertools import pairwise
from pathlib import Path

from quizapp.cards.backwards import BACKWARDS
from quizapp.cards.models import Card
from quizapp.cards.parse import parse_file
from quizapp.cards.writing.changes import text_alone, without
from quizapp.cards.writing.marks import with_marks
from quizapp.errors import UsageError
from quizapp.i18n import F_
from quizapp.study.editing.pages import Pages, Written
from quizapp.study.editing.pictures import bring_pictures
from quizapp.study.editing.same_there import refuse_another_text
from quizapp.study.editing.shelf import Shelf, Target, is_own
from quizapp.study.editing.spots import extent_of, key_of
from quizapp.study.editing.trash import Piece, thrown
from quizapp.study.opening import Desk


def delete(desk: Desk, ids: Iterable[str], now: datetime) -> Written:
    """Throws cards into the trash, all or none; their history stays. A bundled card that an own copy covers comes back.

    Raises UsageError where a card is bundled, or is not where it was.
    """
    pages = Pages()
    places: dict[Path, list[str]] = {}
    for card in cards_of(desk, ids):
        for path in _own_files(desk, card, F_("suspend it instead")):
            places.setdefault(path, []).append(key_of(card))
    pieces = [piece for path, keys in places.items() for piece in _cut(pages, path, keys)]
    thrown(pages, desk.places.trash, pieces, now)
    written = pages.write()
    desk.read_cards(now)
    return written


def move(desk: Desk, ids: Iterable[str], target: Target, now: datetime) -> Written:
    """Moves cards into another deck or topic, all or none; their ids, and with them their history, stay.

    Raises UsageError where a card is bundled, or covers a bundled one.
    """
    shelf = Shelf(desk, Pages())
    goal = cache(partial(shelf.file, target))
    ways: dict[tuple[Path, Path], list[Card]] = {}
    for card in cards_of(desk, ids):
        if card.edited:
            raise UsageError(
                F_("`{card}` covers a bundled card", card=card.id), F_("delete your copy, or leave it where it is")
            )
        _own_files(desk, card, F_("add a card of your own instead"))
        for language, place in card.places.items():
            ways.setdefault((Path(place.file), goal(language, len(card.places) == 1)), []).append(card)
    for (path, new), cards in ways.items():
        if path != new:
            _move(shelf.pages, path, new, cards)
    written = shelf.pages.write()
    desk.read_cards(now)
    return written


def cards_of(desk: Desk, ids: Iterable[str]) -> list[Card]:
    """The cards, each once; a reverse side stands for its card. Raises UsageError where one is gone."""
    found = []
    for id_ in dict.fromkeys(id_.removesuffix(BACKWARDS) for id_ in ids):
        card = desk.collection.card(id_)
        if card is None:
            raise UsageError(F_("there is no card `{card}`", card=id_), F_("it may have been removed meanwhile"))
        found.append(card)
    return found


def _own_files(desk: Desk, card: Card, instead: str) -> list[Path]:
    """The files of a card. Raises UsageError where one is bundled."""
    own = [Path(place.file) for place in card.places.values() if is_own(Path(place.file), desk)]
    if not own or (len(own) < len(card.places) and not card.edited):
        raise UsageError(F_("`{card}` is a bundled card", card=card.id), instead)
    return own


def _move(pages: Pages, path: Path, goal: Path, cards: Sequence[Card]) -> None:
    part = parse_file(pages[goal], str(goal), "")
    taken = {f"{found.of or part.topic}/{found.id}" for found in part.cards}
    homes = {key_of(card): card.family.partition("/")[0] for card in cards}
    for card in cards:
        if card.family in taken:
            raise UsageError(
                F_("the topic `{topic}` has a card `{card}` already", topic=part.topic, card=card.family),
                F_("move it elsewhere"),
            )
    faces = {key: found.card.face for key, found in pages.cards(path).items() if key in homes}
    of = {key: None if home == part.topic else home for key, home in homes.items()}
    for text in _taken_out(pages, path, of).values():
        bring_pictures(pages, text, path, goal)
        pages.append(goal, text)
    for key, face in faces.items():
        id_ = key.rpartition("/")[2]
        refuse_another_text(pages, goal, id_ if of[key] is None else f"{of[key]}/{id_}", face)


def _cut(pages: Pages, path: Path, keys: Sequence[str]) -> Iterator[Piece]:
    """What is cut out of a file, in the file's order."""
    there = pages.cards(path)
    head, below = pages[path][: _head_end(pages, path)], dict(pairwise([*there, None]))
    of = {key: there[key].section.of if key in there else None for key in keys}
    for key, text in _taken_out(pages, path, of).items():
        yield Piece(path, head, text, below[key])


def _taken_out(pages: Pages, path: Path, of: Mapping[str, str | None]) -> dict[str, str]:
    """Takes cards out of a file; their texts by their keys, in the file's order, each with its id and the topic `of`.

    From the last one up: where those above stand does not change by that.
    """
    spots = {key: extent_of(pages, path, key) for key in of}
    content, texts = pages[path], {}
    for key, extent in sorted(spots.items(), key=lambda spot: spot[1].start, reverse=True):
        texts[key] = text_alone(with_marks(content, extent, of=of[key]), extent)
        content = without(content, extent)
    pages[path] = _tidied(content, path)
    return dict(reversed(texts.items()))


def _head_end(pages: Pages, path: Path) -> int:
    """How many bytes stand above the first card."""
    first = min((extent.start for extent in pages.cards(path).values()), default=0)
    lines = pages[path].splitlines(keepends=True)
    return len(b"".join(lines[:first]))


def _tidied(content: bytes, path: Path) -> bytes:
    """A file that only put cards into another topic goes with the last of them."""
    part = parse_file(content, str(path), "")
    empty = part.front.into is not None and not part.cards and not part.notes and not part.broken
    return b"" if empty else content
