"""Cards of the library as notes, the very values that importers give: what is written to other programs' files."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from quizapp.cards.backwards import BACKWARDS
from quizapp.cards.differences import incomplete
from quizapp.cards.draft import Draft
from quizapp.cards.models import Card
from quizapp.cards.section import COMPUTED
from quizapp.cards.writing import Extent
from quizapp.exchange.keys import key_of
from quizapp.exchange.notes import Found, Loss, Note, Past, Told
from quizapp.exchange.outgoing.as_written import AsWritten, Texts
from quizapp.exchange.outgoing.gallery import Gallery
from quizapp.exchange.outgoing.plain_cards import NotDrawn, plain_draft
from quizapp.exchange.outgoing.remembered import past_told
from quizapp.i18n import _, ngettext
from quizapp.language import LANGUAGES
from quizapp.paths import shortened
from quizapp.scheduling.fold import Standing
from quizapp.scheduling.memory import Memory
from quizapp.store.statements.portions import portions
from quizapp.store.values import LogRow
from quizapp.study.opening import Desk

Progress = Callable[[int, int], None]
_NEW = Standing(Memory())
_NO_PASTS = Past(), Past()


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
        self._collection = desk.collection
        self._wanted = wanted
        self._now = now
        self._gallery = Gallery(wanted.pictures)
        self._texts = Texts(desk.collection.digests())
        self._told: list[Told] = []
        self._histories: dict[str, list[LogRow]] = {}
        self._standings: dict[str, Standing] = {}

    def found(self, ids: Sequence[str], progress: Progress | None) -> Found:
        families = list(dict.fromkeys(id_.removesuffix(BACKWARDS) for id_ in ids))
        notes: list[Note] = []
        done = 0
        for some in portions(families):
            cards = self._collection.cards(some)
            self._remember(cards)
            notes += (note for id_ in some if id_ in cards for note in self._notes(cards[id_]))
            done += len(some)
            if progress:
                progress(done, len(families))
        return Found(tuple(notes), tuple(self._told), self._gallery.media if self._wanted.pictures else {})

    def _remember(self, cards: Mapping[str, Card]) -> None:
        """Reads the past of these cards, if it is wanted."""
        if self._wanted.past:
            backwards = (id_ + BACKWARDS for id_, card in cards.items() if card.kind == "reverse")
            sides = [*cards, *backwards]
            self._histories, self._standings = self._collection.histories(sides), self._collection.standings(sides)

    def _notes(self, card: Card) -> Iterator[Note]:
        first, *others = self._languages(card)
        for language in (first, *others):
            written = self._written(card, language)
            if written is None:
                continue
            draft, media = self._with_pictures(card, language, written.draft)
            past, backwards = self._pasts(card) if language == first else _NO_PASTS
            key = key_of(card.id, "" if language == first else language)
            parts = written.parts if draft is written.draft else None
            yield Note(card.id, draft, key, self._deck(card, language), media, past, backwards, parts)

    def _languages(self, card: Card) -> Sequence[str]:
        """Those in which a card is written; its past goes along with the first.

        As they stand in their files only one of a computed card's languages says what is computed: it is written alone.
        """
        first = card.language(self._wanted.language)
        others = [language for language in LANGUAGES if language in card.faces and language != first]
        asked = [first, *(others if self._wanted.both else ())]
        if self._wanted.plain or not any(incomplete(card.faces[language]) for language in asked):
            return asked
        whole = next(iter(card.faces))
        what = _("what it computes stands in another language ({language}), which is written")
        self._tell(card, what.format(language=whole), Loss.PART)
        return [whole]

    def _deck(self, card: Card, language: str) -> tuple[str, ...]:
        above = (language,) if self._wanted.both and language in LANGUAGES else ()
        return (*above, *card.deck.split("/"))

    def _written(self, card: Card, language: str) -> AsWritten | None:
        """The text, with the tags of its topic; None, and told, where there is none to be written."""
        written = self._from_file(card, language)
        if written is None:
            return None
        if self._wanted.plain:
            try:
                draft = plain_draft(card, language, written.draft)
            except NotDrawn:
                self._tell(card, _("no numbers can be drawn for it"), Loss.NOTE)
                return None
            return written if draft is written.draft else AsWritten(draft)
        return written

    def _from_file(self, card: Card, language: str) -> AsWritten | None:
        written = self._texts.of(card, language)
        if written is None:
            file = shortened(Path(card.places[language].file))
            self._tell(card, _("it is not in {file} any more").format(file=file), Loss.NOTE)
            return None
        if written.extent is None:
            return written
        marks = {"id": card.id.partition("/")[2], "tags": card.tags}
        return AsWritten(_with_definitions(written.extent).model_copy(update=marks))

    def _with_pictures(self, card: Card, language: str, draft: Draft) -> tuple[Draft, tuple[str, ...]]:
        shown, names, told = self._gallery.hung(draft, card.places[language].file, card.id)
        if self._wanted.pictures:
            self._told += told
            return shown, names
        for name in map(self._gallery.file_name, names):
            self._tell(card, _("the picture {name} stays behind").format(name=name))
        return draft, ()

    def _pasts(self, card: Card) -> tuple[Past, Past]:
        """The pasts of both directions."""
        if not self._wanted.past:
            return _NO_PASTS
        backwards = self._past(card, card.id + BACKWARDS) if card.kind == "reverse" else _NO_PASTS[1]
        return self._past(card, card.id), backwards

    def _past(self, card: Card, id_: str) -> Past:
        since = self._wanted.since
        rows = [row for row in self._histories.get(id_, ()) if since is None or row.entry.day >= since]
        past, left_out = past_told(rows, self._standings.get(id_, _NEW), self._now)
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
