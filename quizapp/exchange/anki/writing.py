"""Cards as a package for Anki, which `read_package` reads as the same cards with the same past.

Carried are basic, reverse, cloze and typed cards, their decks, tags, pictures, schedules and answers; of other kinds
`quizapp.exchange.outgoing.plain_cards` makes basic ones. The same notes at the same instant give the same bytes.
"""

import io
import json
import os
import re
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha1
from html import escape, unescape
from pathlib import Path
from time import mktime
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from quizapp.cards.draft import Draft
from quizapp.cards.parse import parse_file
from quizapp.cards.writing import section_of
from quizapp.exchange.anki.html import html_of
from quizapp.exchange.anki.writing_database import DEFAULT, Database, database_at, file_of_its_own
from quizapp.exchange.anki.writing_schedule import Days, logged, scheduled
from quizapp.exchange.anki.writing_siblings import Together, together
from quizapp.exchange.anki.writing_types import TYPES
from quizapp.exchange.notes import Found, Loss, Note, Parts, Past, Told, parts_of
from quizapp.i18n import _

Deck = tuple[str, ...]

_NO_DECK = ("quizapp",)
_FIRST_DECK = 1_700_000_000_000
_FIELD_END = "\x1f"
_TAG = re.compile(r"<[^<>]*>")
_UNSENT = -1
_QUICKLY = 1
"""How hard a collection is compressed: 100,000 cards to 28 MB in 0.7 s; harder, to 25 MB, takes 1.8 s."""
_LAST_REVIEW = "lrt"
"""In a card's data: the instant of its last answer, in seconds. Anki's check of a collection adds it where it lacks."""
_OLDEST = (1980, 1, 1, 0, 0, 0)
"""The date of every member: a package does not depend on when its files were made."""


class Package(NamedTuple):
    """A package's bytes, what it does not hold, and the notes that are in it."""

    content: bytes
    told: tuple[Told, ...]
    notes: tuple[Note, ...]


def package_of(found: Found, now: int, days: Days) -> Package:
    """The package of these notes. `now` is the instant of the export, in milliseconds."""
    decks = _decks(found.notes)
    named = {id_: "::".join(names) for names, id_ in decks.items()}
    with file_of_its_own() as file:
        with database_at(file, named, days, now) as database:
            writer = _Writer(database, decks, now, days)
            writer.write(found.notes)
        shown = dict.fromkeys(name for note in writer.written for name in note.media)
        content = _packed(file, {name: found.media[name] for name in shown if name in found.media})
    return Package(content, tuple(writer.told), tuple(writer.written))


class _Writer:
    """The rows of a collection, note by note."""

    def __init__(self, database: Database, decks: Mapping[Deck, int], now: int, days: Days) -> None:
        self.told: list[Told] = []
        self.written: list[Note] = []
        self._database, self._decks, self._now, self._days = database, decks, now, days
        self._instants: set[int] = set()
        self._first = now

    def write(self, notes: Sequence[Note]) -> None:
        """Puts the notes into the tables."""
        self._first = self._now - 2 * len(notes)
        for one in together(notes):
            self._note(one)

    def _note(self, one: Together) -> None:
        note = one.note
        fields = self._fields(note, one.gaps)
        if not fields:
            return
        id_ = self._first + self._database.counts["notes"]
        plain = _text(fields[0])
        digest = int(sha1(plain.encode(), usedforsecurity=False).hexdigest()[:8], 16)
        tags = f" {' '.join(note.draft.tags)} " if note.draft.tags else ""
        type_, seconds = TYPES[note.draft.kind].id, self._now // 1000
        row = (id_, note.key, type_, seconds, _UNSENT, tags, _FIELD_END.join(fields), plain, digest, 0, "")
        self._database.add("notes", row)
        for number, card in one.cards:
            self.written.append(card)
            self._card(card, card.past, id_, number - 1)
        if note.draft.kind == "reverse":
            self._card(note, note.backwards, id_, 1)

    def _card(self, note: Note, past: Past, note_id: int, number: int) -> None:
        before = self._database.counts["cards"]
        id_, now = self._first + before, scheduled(past, before + 1, self._days)
        counts = (now.interval, now.factor, now.reps, now.lapses, now.left)
        deck = self._decks[note.deck or _NO_DECK]
        state = (now.type, now.queue, now.due, *counts)
        log = list(logged(past, self._days))
        data = f'{{"{_LAST_REVIEW}": {log[-1].at // 1000}}}' if log else ""
        row = (id_, note_id, deck, number, self._now // 1000, _UNSENT, *state, 0, 0, 0, data)
        self._database.add("cards", row)
        for answer in log:
            at = self._free(answer.at)
            spans = (answer.interval, answer.last, answer.factor, answer.milliseconds, answer.type)
            self._database.add("revlog", (at, id_, _UNSENT, answer.ease, *spans))

    def _free(self, instant: int) -> int:
        """An instant at which nothing else was answered: Anki knows answers by theirs."""
        while instant in self._instants:
            instant += 1
        self._instants.add(instant)
        return instant

    def _fields(self, note: Note, gaps: Sequence[tuple[int, str]]) -> tuple[str, ...]:
        """The fields in HTML; none, and told, for a note that is no card of a kind that is carried."""
        parts = note.parts or _read(note.draft)
        if parts is None:
            what = _("the package holds no cards of the kind {kind}").format(kind=note.draft.kind)
            self.told.append(Told(note.place, what, Loss.NOTE))
            return ()
        prompt, last = html_of(note.draft.prompt, gaps), (html_of(parts.explanation), escape(note.place))
        if note.draft.kind == "cloze":
            return prompt, *last
        if note.draft.kind == "typed":
            return prompt, self._typed(note, parts.accepted), *last
        return prompt, html_of(parts.answer), *last

    def _typed(self, note: Note, accepted: Sequence[str]) -> str:
        first, *others = accepted
        if others:
            what = _("Anki takes one answer only; left out: {answers}").format(answers=" | ".join(others))
            self.told.append(Told(note.place, what, Loss.PART))
        if "\n" in first:
            self.told.append(Told(note.place, _("what is typed in Anki is one line"), Loss.PART))
        return escape(" ".join(first.split()), quote=False)


def _text(html: str) -> str:
    """HTML as plain text."""
    return unescape(_TAG.sub("", html)) if "<" in html or "&" in html else html


def _read(draft: Draft) -> Parts | None:
    """What a draft's parts are once it is written and read; None where it is no card, or one of another kind."""
    part = parse_file(section_of(draft).encode(), "card.md", "")
    face = part.cards[0].face if part.cards else None
    return parts_of(face) if face and face.kind == draft.kind else None


def _decks(notes: Sequence[Note]) -> dict[Deck, int]:
    """The decks by their names, and those above them; one that is called as Anki's own first is that one."""
    names = {note.deck or _NO_DECK for note in notes}
    every = sorted({deck[:length] for deck in names for length in range(1, len(deck) + 1)})
    ids = {deck: _FIRST_DECK + number for number, deck in enumerate(every)}
    return ids | {deck: DEFAULT for deck in every if len(deck) == 1 and deck[0].casefold() == "default"}


def _packed(database: Path, media: Mapping[str, Callable[[], bytes]]) -> bytes:
    packed = io.BytesIO()
    oldest = mktime((*_OLDEST, 0, 0, -1))
    os.utime(database, (oldest, oldest))
    database.chmod(0o644)  # within a folder that is its owner's alone: the package says so of all its members
    with ZipFile(packed, "w") as package:
        package.write(database, "collection.anki2", ZIP_DEFLATED, _QUICKLY)
        for number, read in enumerate(media.values()):
            package.writestr(_member(str(number)), read(), ZIP_STORED)
        names = {str(number): name for number, name in enumerate(media)}
        package.writestr(_member("media"), json.dumps(names, ensure_ascii=False), ZIP_DEFLATED)
    return packed.getvalue()


def _member(name: str) -> ZipInfo:
    info = ZipInfo(name, _OLDEST)
    info.external_attr = 0o644 << 16
    return info
