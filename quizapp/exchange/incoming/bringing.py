"""Cards brought along from another program: into Markdown files of the learner's own, with their past.

Bringing the same file twice changes nothing: a note is known by its key, or by its prompt and deck, and an answer by
what its program calls it.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path

from quizapp.cards.backwards import BACKWARDS
from quizapp.cards.draft import Draft
from quizapp.cards.models import Card
from quizapp.cards.writing import Extent, section_of
from quizapp.cards.writing.changes import replaced
from quizapp.cards.writing.marks import as_tag
from quizapp.errors import QuizappError, StoreError, UsageError
from quizapp.exchange.incoming.alike import Change, Difference, change_of, says_the_same
from quizapp.exchange.incoming.names import Names
from quizapp.exchange.incoming.news import news_in
from quizapp.exchange.incoming.past import rows_of
from quizapp.exchange.incoming.pictures import Pictures
from quizapp.exchange.incoming.placing import Shelving, deck_of_names
from quizapp.exchange.incoming.said import Said, digest_of
from quizapp.exchange.notes import OURS, Found, Loss, Note, Told
from quizapp.exchange.sound import Sound, sound
from quizapp.i18n import F_, _, said
from quizapp.language import EVERY
from quizapp.scheduling.log import What
from quizapp.store.values import Held
from quizapp.study.editing.pages import Pages, Written
from quizapp.study.editing.shelf import Shelf, is_own
from quizapp.study.editing.spots import key_of, lent_by
from quizapp.study.opening import Desk

Progress = Callable[[int, int], None]


@dataclass
class Brought:
    """What came of it: cards by id, how much of a past, and what was lost on the way.

    `there` were there before; `differences` tells of those among them that say something else in the file, and stay as
    they are; `updated` were as they had come, and say now what the file says. `thrown_away` are not there any more, and
    stay away. `learned` are cards that the file named by their ids, or that never came from a file, and whose past it
    added to.
    """

    added: list[str] = field(default_factory=list)
    there: list[str] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    thrown_away: list[str] = field(default_factory=list)
    learned: list[str] = field(default_factory=list)
    decks: Counter[str] = field(default_factory=Counter)
    answers: int = 0
    suspended: int = 0
    resumed: int = 0
    pictures: int = 0
    told: list[Told] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)
    written: Written | None = None

    @property
    def differing(self) -> list[str]:
        """The cards that say something else in the file."""
        return [one.card for one in self.differences]


@dataclass(frozen=True)
class Wish:
    """What is to be done: the format's name, the file's, a deck to put all decks into, a language, only to look.

    `again` brings cards back that were thrown away here, `update` takes over what changed in the file alone.
    """

    source: str
    name: str
    deck: str = ""
    language: str = EVERY
    dry_run: bool = False
    again: bool = False
    update: bool = False


def bring(desk: Desk, found: Found, wish: Wish, now: datetime, progress: Progress | None = None) -> Brought:
    """Brings the notes of a file along; with `dry_run` it only says what would come. Raises UsageError, StoreError."""
    return Bringing(desk, found, wish).bring(now, progress)


class Bringing:
    """Notes on their way into the library; nothing is written before the last of them was looked at."""

    def __init__(self, desk: Desk, found: Found, wish: Wish) -> None:
        self._desk = desk
        self._found = found
        self._wish = wish
        self._shelf = Shelf(desk, Pages())
        self._shelving = Shelving(self._shelf, wish.language)
        self._names = Names(self._shelf, wish.source, {one.card: one.deck for one in self._held if not one.in_use})
        self._pictures = Pictures(self._shelf.pages, found.media)
        self._said = Said(desk.places)
        self._cards: list[tuple[Note, str]] = []
        self._own: set[str] = set()
        self._extents: dict[Path, dict[str, Extent]] = {}
        self._result = Brought(told=list(found.told))

    def bring(self, now: datetime, progress: Progress | None) -> Brought:
        """See `bring`."""
        self.look(progress)
        result = self._result
        result.pictures = self._pictures.count
        result.told += self._pictures.told
        if not self._wish.dry_run:
            result.written = self._write()
            result.files = [path for path in result.written.after if path.suffix == ".md"]
            self._desk.read_cards(now)
        self._remember(now)
        return result

    def look(self, progress: Progress | None = None) -> Brought:
        """What would come of all notes, without their past."""
        for number, note in enumerate(self._found.notes, start=1):
            self._take(note)
            if progress:
                progress(number, len(self._found.notes))
        return self._result

    @cached_property
    def _held(self) -> list[Held]:
        return self._desk.collection.held()

    def _write(self) -> Written:
        try:
            return self._shelf.pages.write()
        except QuizappError as error:
            if isinstance(error, StoreError) and not isinstance(error.__cause__, FileExistsError):
                raise
            what = F_(
                "nothing was brought along: another import, or an editor, wrote to the same files while this one ran"
            )
            raise UsageError(what, F_("do it again when that is done")) from error

    def _take(self, note: Note) -> None:
        written = sound(self._tagged(note))
        if written.faults or written.again is None:
            what = said(written.faults[0]) if written.faults else _("it makes no card")
            self._result.told.append(Told(note.place, what, Loss.NOTE))
            return
        deck = deck_of_names(note.deck, self._wish.deck, self._wish.name)
        id_ = self._names.id_of(note, written.again.id, deck)
        known = self._names.card_of(note, id_, deck)
        if known is not None:
            self._meet(known, note, written.again)
            self._cards.append((note, known.id))
        elif not self._wish.again and (gone := self._names.thrown_away(note, id_, deck)):
            self._result.thrown_away.append(gone)
        else:
            self._cards.append((note, self._add(note, written, id_, deck)))

    def _add(self, note: Note, written: Sound, id_: str, deck: str) -> str:
        section = written.section
        if written.again and written.again.id != id_:
            section = section.replace(f"{{#{written.again.id}", f"{{#{id_}", 1)
        if note.media:
            section = self._pictures.carried(section, note, self._shelf.folder(deck))
        card = f"{self._shelving.put(deck, section)}/{id_}"
        self._result.added.append(card)
        self._result.decks[deck] += 1
        self._keep(card, note, written.again)
        return card

    def _tagged(self, note: Note) -> Draft:
        tags = tuple(dict.fromkeys(tag for tag in map(as_tag, note.draft.tags) if tag))
        if tags == note.draft.tags:
            return note.draft
        what = _("tags are written otherwise: {tags}").format(tags=" ".join(tags) or "–")
        self._result.told.append(Told(note.place, what, Loss.NOTHING))
        return note.draft.model_copy(update={"tags": tags})

    def _meet(self, card: Card, note: Note, draft: Draft) -> None:
        """A card that is there: alike, however it is spelt, or not."""
        self._result.there.append(card.id)
        if note.key.startswith(OURS) or not self._said.of(card.id):
            self._own.add(card.id)
        places = [(place, self._extents_in(Path(place.file)).get(key_of(card))) for place in card.places.values()]
        kept = [extent.draft for _place, extent in places if extent]
        tags = [set(card.tags), *(set(one.tags) for one in kept)]  # with those of its topic, and its own alone
        if set(draft.tags) in tags and any(says_the_same(one, draft) for one in kept):
            self._keep(card.id, note, draft)
            return
        here = [digest_of(one.model_copy(update={"tags": own})) for one in kept[:1] for own in (one.tags, card.tags)]
        change = change_of(self._said.of(card.id), here, digest_of(draft))
        if self._wish.update and change is Change.THERE and self._update(card, note, draft):
            self._result.updated.append(card.id)
            self._keep(card.id, note, draft)
            return
        place, extent = places[0]
        line = extent.start + 1 if extent else place.line
        title = next(iter(card.faces.values())).title
        self._result.differences.append(Difference(card.id, title, change, Path(place.file), line, note.place))

    def _update(self, card: Card, note: Note, draft: Draft) -> bool:
        """Puts the file's text in the place of the card's. False where it stands in two languages, or is bundled."""
        paths = [Path(place.file) for place in card.places.values()]
        extent = self._shelf.pages.cards(paths[0]).get(key_of(card))
        if extent is None or len(paths) != 1 or not is_own(paths[0], self._desk):
            return False
        section = section_of(draft.model_copy(update={"id": extent.card.id}), lent_by(card))
        section = self._pictures.carried(section, note, paths[0].parent)
        self._shelf.pages[paths[0]] = replaced(self._shelf.pages[paths[0]], extent, section)
        return True

    def _keep(self, card: str, note: Note, draft: Draft | None) -> None:
        """Remembers what the file says of a card; what it says in a second language is nothing to compare with."""
        if draft is not None and "@" not in note.key.partition("/")[2]:
            self._said.keep(card, digest_of(draft))

    def _extents_in(self, path: Path) -> dict[str, Extent]:
        """The cards of a file, as it lies on the disk."""
        if path not in self._extents:
            self._extents[path] = dict(self._shelf.pages.cards(path))
        return self._extents[path]

    def _remember(self, now: datetime) -> None:
        """The past, appended to the log: rows that are there already are not appended again."""
        pen = self._desk.pen
        rows = [row for note, card in self._cards for row in rows_of(note, card, self._wish.source, pen, now)]
        asleep = {one.card for one in self._held if one.suspended}
        rows = [row for row in rows if row.entry.what is not What.RESUME or row.entry.card in asleep]
        fresh = news_in(rows, self._desk.collection)
        counts = Counter(row.entry.what for row in fresh)
        result = self._result
        result.answers, result.suspended = counts[What.IMPORTED] + counts[What.PRACTICE], counts[What.SUSPEND]
        result.resumed = counts[What.RESUME]
        fronts = dict.fromkeys(row.entry.card.removesuffix(BACKWARDS) for row in fresh)
        result.learned = [card for card in fronts if card in self._own]
        if not self._wish.dry_run:
            self._desk.collection.append(fresh)
            self._said.write()
