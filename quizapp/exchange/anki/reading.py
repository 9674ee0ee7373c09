"""A collection read note by note, and the report of what was lost."""

import re
from collections.abc import Iterator
from functools import partial
from html import unescape

from quizapp.exchange.anki.cards import cards_of
from quizapp.exchange.anki.cloze import without_gaps
from quizapp.exchange.anki.collection import AnkiNote, Card, Collection, NoteType
from quizapp.exchange.anki.history import calendar_of, past_of
from quizapp.exchange.anki.media import Shelf
from quizapp.exchange.anki.templates import parsed
from quizapp.exchange.html.underlines import is_underlined, told_underlines
from quizapp.exchange.notes import Loss, Note, Past, Told
from quizapp.exchange.texts.tags import tag_of, told_tag
from quizapp.exchange.texts.words import first_words
from quizapp.i18n import _, ngettext
from quizapp.visible import one_line, visible

_TAG = re.compile(r"<[^<>]*>")
_UNSEEN = re.compile(r"<(style|script)\b(?:(?!</\1).)*(?:</\1[^<>]*>)?", re.IGNORECASE | re.DOTALL)
_LOOK = 2_000
"""Characters of a field in which its first words are looked for."""


class Reader:
    """Reads the notes of a collection in order; afterwards `told` is complete."""

    def __init__(self, name: str, collection: Collection, shelf: Shelf) -> None:
        self._name, self._collection, self._shelf = name, collection, shelf
        self._calendar = calendar_of(collection.settings, collection.answers.values())
        self._told: dict[Told, None] = {}
        self._no_answers = self._flags = self._underlined = 0

    def notes(self) -> Iterator[Note]:
        """The cards that could be read, as notes of ours."""
        for note in self._collection.notes():
            yield from self._cards(note)

    def told(self) -> Iterator[Told]:
        """What could not be brought along: of each note, of note types and tags once."""
        yield from self._told
        if self._no_answers:
            what = ngettext(
                "{n} entry of the review log is no answer, and is left out",
                "{n} entries of the review log are no answers, and are left out",
                self._no_answers,
            )
            yield Told(self._name, what.format(n=self._no_answers), Loss.NOTHING)

        if self._flags:
            what = ngettext("the flag of {n} card stays behind", "the flags of {n} cards stay behind", self._flags)
            yield Told(self._name, what.format(n=self._flags))
        yield from told_underlines(self._name, self._underlined)

    def _tell(self, place: str, what: str, loss: Loss) -> None:
        self._told[Told(place, what, loss)] = None

    def _cards(self, note: AnkiNote) -> Iterator[Note]:
        words = _words(note)
        place = _("note {id} ({words})").format(id=note.id, words=words) if words else _("note {id}").format(id=note.id)
        type_, cards = self._collection.types.get(note.type), self._collection.cards.get(note.id, [])
        if type_ is None or not cards:
            what = _("its note type is missing") if type_ is None else _("it has no cards")
            self._tell(place, what, Loss.NOTE)
            return
        self._tell_scripts(type_)
        self._flags += sum(card.is_flagged for card in cards)
        self._underlined += any(map(is_underlined, note.fields))
        deck, tags, key = self._deck(place, cards), self._tags(note), visible(note.guid).strip() or str(note.id)
        for made in cards_of(note, type_, cards, partial(self._tell, place)):
            draft = made.draft.model_copy(update={"tags": tags})
            media = tuple(name for name in made.media if self._has(place, name))
            past, backwards = self._past(made.card), self._past(made.reverse)
            yield Note(place, draft, key + made.suffix, deck, media, past, backwards)

    def _tell_scripts(self, type_: NoteType) -> None:
        if any(parsed(side).has_scripts for each in type_.templates.values() for side in (each.front, each.back)):
            place = _("note type {name}").format(name=one_line(type_.name))
            self._tell(place, _("scripts and styles in its templates cannot be carried"), Loss.PART)

    def _deck(self, place: str, cards: list[Card]) -> tuple[str, ...]:
        decks = list(dict.fromkeys(card.home for card in cards))
        if len(decks) > 1:
            self._tell(place, _("its cards lie in several decks; all go into that of the first"), Loss.NOTHING)
        return tuple(map(one_line, self._collection.decks.get(decks[0], ())))

    def _tags(self, note: AnkiNote) -> tuple[str, ...]:
        for tag in note.tags:
            if tag_of(tag) != tag:
                self._tell(self._name, told_tag(tag), Loss.NOTHING)
        return tuple(dict.fromkeys(map(tag_of, note.tags)))

    def _has(self, place: str, name: str) -> bool:
        there = self._shelf.take(name)
        if not there:
            self._tell(place, _("the image {name} is not in the package").format(name=name), Loss.PART)
        return there

    def _past(self, card: Card | None) -> Past:
        if card is None:
            return Past()
        past, left_out = past_of(card, self._collection.answers.get(card.id, ()), self._calendar)
        self._no_answers += left_out
        return past


def _words(note: AnkiNote) -> str:
    """The first words of a note, to know it by."""
    seen = (_UNSEEN.sub("", without_gaps(value[:_LOOK])) for value in note.fields)
    return next((words for html in seen if (words := first_words(unescape(_TAG.sub("", html))))), "")
