"""Cards brought along from another program: into Markdown files of the learner's own, with their past.

Bringing the same file twice changes nothing: a note is known by its key, or by its prompt and deck, and an answer by
what its program calls it.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from quizapp.cards.draft import Draft
from quizapp.cards.models import Card
from quizapp.cards.parse import parse_placed
from quizapp.cards.writing import draft_of, extents, section_of
from quizapp.cards.writing.marks import as_tag
from quizapp.exchange.incoming.names import Names
from quizapp.exchange.incoming.news import news_in
from quizapp.exchange.incoming.past import rows_of
from quizapp.exchange.incoming.pictures import Pictures
from quizapp.exchange.incoming.placing import Shelving, deck_of_names
from quizapp.exchange.markdown.same_meaning import same_card
from quizapp.exchange.notes import Found, Loss, Note, Told
from quizapp.i18n import _
from quizapp.language import EVERY
from quizapp.scheduling.log import What
from quizapp.study.editing.pages import Pages, Written
from quizapp.study.editing.shelf import Shelf, is_own
from quizapp.study.editing.spots import key_of
from quizapp.study.opening import Desk

Progress = Callable[[int, int], None]

_PICTURE = re.compile(r"(?<=\(media/)[^)]*")


@dataclass
class Brought:
    """What came of it: cards by id, how much of a past, and what was lost on the way.

    `there` were there before, `differing` among them say something else in the file: the learner's text is kept.
    """

    added: list[str] = field(default_factory=list)
    there: list[str] = field(default_factory=list)
    differing: list[str] = field(default_factory=list)
    decks: Counter[str] = field(default_factory=Counter)
    answers: int = 0
    suspended: int = 0
    pictures: int = 0
    told: list[Told] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)
    written: Written | None = None


@dataclass(frozen=True)
class Wish:
    """What is to be done: the format's name, the file's, a deck to put all decks into, a language, only to look."""

    source: str
    name: str
    deck: str = ""
    language: str = EVERY
    dry_run: bool = False


def bring(desk: Desk, found: Found, wish: Wish, now: datetime, progress: Progress | None = None) -> Brought:
    """Brings the notes of a file along; with `dry_run` it only says what would come. Raises UsageError, StoreError."""
    return _Bringing(desk, found, wish).bring(now, progress)


class _Bringing:
    def __init__(self, desk: Desk, found: Found, wish: Wish) -> None:
        self._desk = desk
        self._found = found
        self._wish = wish
        self._shelf = Shelf(desk, Pages())
        self._shelving = Shelving(self._shelf, wish.language)
        self._names = Names(self._shelf, wish.source)
        self._pictures = Pictures(self._shelf.pages, found.media)
        self._cards: list[tuple[Note, str]] = []
        self._kept: dict[Path, dict[str, Draft]] = {}
        self._result = Brought(told=list(found.told))

    def bring(self, now: datetime, progress: Progress | None) -> Brought:
        for number, note in enumerate(self._found.notes, start=1):
            self._take(note)
            if progress:
                progress(number, len(self._found.notes))
        result = self._result
        result.pictures = self._pictures.count
        result.told += self._pictures.told
        if not self._wish.dry_run:
            result.written = self._shelf.pages.write()
            result.files = [path for path in result.written.after if path.suffix == ".md"]
            self._desk.read_cards(now)
        self._remember(now)
        return result

    def _take(self, note: Note) -> None:
        section = section_of(self._tagged(note))
        part, placed = parse_placed(section.encode(), "card.md")
        faults = [fault for fault in part.faults if not fault.note]
        if faults or not placed:
            what = faults[0].what if faults else _("it makes no card")
            self._result.told.append(Told(note.place, what, Loss.NOTE))
            return
        draft = draft_of(*placed[0])
        deck = deck_of_names(note.deck, self._wish.deck, self._wish.name)
        id_ = self._names.id_of(note, draft.id, deck)
        known = self._names.card_of(note, id_, deck)
        card = self._add(note, section, draft.id, id_, deck) if known is None else known.id
        if known is not None:
            self._result.there.append(known.id)
            if not self._same(known, draft):
                self._result.differing.append(known.id)
        self._cards.append((note, card))

    def _add(self, note: Note, section: str, written: str, id_: str, deck: str) -> str:
        section = section.replace(f"{{#{written}", f"{{#{id_}", 1) if written != id_ else section
        section = self._pictures.carried(section, note, self._shelf.folder(deck))
        card = f"{self._shelving.put(deck, section)}/{id_}"
        self._result.added.append(card)
        self._result.decks[deck] += 1
        return card

    def _tagged(self, note: Note) -> Draft:
        tags = tuple(dict.fromkeys(tag for tag in map(as_tag, note.draft.tags) if tag))
        if tags == note.draft.tags:
            return note.draft
        what = _("tags are written otherwise: {tags}").format(tags=" ".join(tags) or "–")
        self._result.told.append(Told(note.place, what, Loss.NOTHING))
        return note.draft.model_copy(update={"tags": tags})

    def _same(self, card: Card, draft: Draft) -> bool:
        """True if the card still says what the file says, however it is spelt, the names of pictures aside."""
        places = card.places.values()
        kept = [one for place in places if (one := self._drafts(Path(place.file)).get(key_of(card)))]
        tags = [set(card.tags), *(set(one.tags) for one in kept)]  # with those of its topic, and its own alone
        return set(draft.tags) in tags and any(_says_the_same(one, draft) for one in kept)

    def _drafts(self, path: Path) -> dict[str, Draft]:
        """The cards of a file, as it lies on the disk."""
        if path not in self._kept:
            found = extents(self._shelf.pages[path], str(path))
            self._kept[path] = {key: extent.draft for key, extent in found.items()}
        return self._kept[path]

    def _remember(self, now: datetime) -> None:
        """The past, appended to the log: rows that are there already are not appended again."""
        pen = self._desk.pen
        rows = [row for note, card in self._cards for row in rows_of(note, card, self._wish.source, pen, now)]
        fresh = news_in(rows, self._desk.collection)
        self._result.answers = sum(row.entry.what is What.IMPORTED for row in fresh)
        self._result.suspended = sum(row.entry.what is What.SUSPEND for row in fresh)
        if not self._wish.dry_run:
            self._desk.collection.append(fresh)


def _says_the_same(one: Draft, other: Draft) -> bool:
    """True if two drafts differ in spelling at most, and in the names of pictures. Tags are not looked at."""
    first, second = map(_without_pictures, (one, other))
    return first == second or same_card(first, second)


def _without_pictures(draft: Draft) -> Draft:
    texts = {name: _PICTURE.sub("", getattr(draft, name)) for name in ("prompt", "answer")}
    return draft.model_copy(update={**texts, "id": "", "tags": ()})


def ids_in(found: Found, desk: Desk, wish: Wish) -> Iterator[str]:
    """The ids of the cards that these notes have become: what is taken out again where that is asked.

    Bundled cards, and copies that cover them, came from elsewhere.
    """
    bringing = _Bringing(desk, found, replace(wish, dry_run=True))
    for note in found.notes:
        bringing._take(note)
    for id_ in dict.fromkeys(bringing._result.there):
        card = desk.collection.card(id_)
        if card and not card.edited and all(is_own(Path(place.file), desk) for place in card.places.values()):
            yield id_
