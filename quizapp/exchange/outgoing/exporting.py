"""Cards of the library as notes, the very values that importers give: what is written to other programs' files."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path

from quizapp.cards.differences import incomplete
from quizapp.cards.draft import Draft
from quizapp.cards.models import BACKWARDS, Card
from quizapp.cards.section import COMPUTED
from quizapp.cards.writing import Extent, extents
from quizapp.exchange.keys import key_of
from quizapp.exchange.notes import Found, Loss, Note, Past, Told
from quizapp.exchange.outgoing.gallery import Gallery
from quizapp.exchange.outgoing.plain_cards import NotDrawn, plain_draft
from quizapp.exchange.outgoing.remembered import past_told
from quizapp.i18n import _, ngettext
from quizapp.language import LANGUAGES
from quizapp.paths import shortened
from quizapp.study.editing.spots import key_of as key_in_file
from quizapp.study.opening import Desk

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Wanted:
    """How cards are written out.

    `language` is the one to choose where a card has several; `both` writes a card once in each, in decks below one
    named after the language, and gives its past to the chosen one. `past` takes answers and schedules along,
    `pictures` the files that cards show; `plain` makes of each kind one that other programs know. `since` is the
    learner's first day whose answers go along; schedules rest on all of them.
    """

    language: str
    both: bool = False
    past: bool = True
    pictures: bool = True
    plain: bool = False
    since: date | None = None


def exported(desk: Desk, ids: Sequence[str], wanted: Wanted, now: datetime, progress: Progress | None = None) -> Found:
    """The cards of these ids, in their order, and what of them cannot be written. A card and its reverse are one note.

    The text is that of the file as it lies on the disk. Raises StoreError, and UsageError where the pictures are too
    large.
    """
    return _Exporting(desk, wanted, now).found(ids, progress)


class _Exporting:
    def __init__(self, desk: Desk, wanted: Wanted, now: datetime) -> None:
        self._desk = desk
        self._wanted = wanted
        self._now = now
        self._gallery = Gallery(wanted.pictures)
        self._extents = lru_cache(maxsize=64)(_extents)
        self._told: list[Told] = []

    def found(self, ids: Sequence[str], progress: Progress | None) -> Found:
        families = list(dict.fromkeys(id_.removesuffix(BACKWARDS) for id_ in ids))
        notes: list[Note] = []
        for number, family in enumerate(families, start=1):
            card = self._desk.collection.card(family)
            notes += self._notes(card) if card else []
            if progress:
                progress(number, len(families))
        return Found(tuple(notes), tuple(self._told), self._gallery.media if self._wanted.pictures else {})

    def _notes(self, card: Card) -> Iterator[Note]:
        first = card.language(self._wanted.language)
        others = [language for language in LANGUAGES if language in card.faces and language != first]
        for language in (first, *(others if self._wanted.both else ())):
            draft = self._draft(card, language)
            if draft is None:
                continue
            draft, media = self._with_pictures(card, language, draft)
            past, backwards = self._pasts(card) if language == first else (Past(), Past())
            key = key_of(card.id, "" if language == first else language)
            yield Note(card.id, draft, key, self._deck(card, language), media, past, backwards)

    def _deck(self, card: Card, language: str) -> tuple[str, ...]:
        above = (language,) if self._wanted.both and language in LANGUAGES else ()
        return (*above, *card.deck.split("/"))

    def _draft(self, card: Card, language: str) -> Draft | None:
        """The draft, with the tags of its topic; None, and told, where there is none to be written."""
        draft = self._from_file(card, language)
        if draft is None:
            return None
        if self._wanted.plain:
            try:
                return plain_draft(card, language, draft)
            except NotDrawn:
                self._tell(card, _("no numbers can be drawn for it"), Loss.NOTE)
                return None
        if incomplete(card.faces[language]):
            whole = next(iter(card.faces))
            what = _("what it computes stands in another language ({language}), which is written")
            self._tell(card, what.format(language=whole), Loss.PART)
            return self._from_file(card, whole)
        return draft

    def _from_file(self, card: Card, language: str) -> Draft | None:
        file = card.places[language].file
        extent = self._extents(file).get(key_in_file(card))
        if extent is None:
            self._tell(card, _("it is not in {file} any more").format(file=shortened(Path(file))), Loss.NOTE)
            return None
        return _with_definitions(extent).model_copy(update={"id": card.id.partition("/")[2], "tags": card.tags})

    def _with_pictures(self, card: Card, language: str, draft: Draft) -> tuple[Draft, tuple[str, ...]]:
        shown, names, told = self._gallery.hung(draft, Path(card.places[language].file), card.id)
        if self._wanted.pictures:
            self._told += told
            return shown, names
        for name in map(self._gallery.file_name, names):
            self._tell(card, _("the picture {name} stays behind").format(name=name))
        return draft, ()

    def _pasts(self, card: Card) -> tuple[Past, Past]:
        """The pasts of both directions."""
        if not self._wanted.past:
            return Past(), Past()
        return self._past(card, card.id), self._past(card, card.id + BACKWARDS) if card.kind == "reverse" else Past()

    def _past(self, card: Card, id_: str) -> Past:
        collection = self._desk.collection
        since = self._wanted.since
        rows = [row for row in collection.history(id_) if since is None or row.entry.day >= since]
        past, left_out = past_told(rows, collection.standing(id_), self._now)
        if left_out:
            what = ngettext(
                "{n} answer from before it was reset is left out",
                "{n} answers from before it was reset are left out",
                left_out,
            )
            self._tell(card, what.format(n=left_out))
        return past

    def _tell(self, card: Card, what: str, loss: Loss = Loss.PART) -> None:
        self._told.append(Told(card.id, what, loss))


def _extents(file: str) -> dict[str, Extent]:
    """The cards of a file as it is now; none where it cannot be read."""
    try:
        return extents(Path(file).read_bytes(), file)
    except OSError:
        return {}


def _with_definitions(extent: Extent) -> Draft:
    """The draft, and with it the definitions of its links that stand elsewhere in the file."""
    section, draft = extent.section, extent.draft
    if draft.kind in COMPUTED:
        return draft
    asked = [token for block in (section.heading, *section.question) for token in block.tokens]
    told = [token for block in section.answer for token in block.tokens]
    beside = section.definitions.beside
    return draft.model_copy(
        update={"prompt": beside(draft.prompt, asked), "answer": beside(draft.answer, told) if draft.answer else ""}
    )
