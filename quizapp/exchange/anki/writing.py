"""Cards as a package for Anki, which `read_package` reads as the same cards with the same past.

Carried are basic, reverse, cloze and typed cards, their decks, tags, pictures, schedules and answers; of other kinds
`quizapp.exchange.outgoing.plain_cards` makes basic ones. The same notes at the same instant give the same bytes.
"""

import io
import json
import re
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha1
from html import escape, unescape
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from quizapp.cards.draft import Draft
from quizapp.cards.faces import BasicFace, ClozeFace, Face, ReverseFace, TypedFace
from quizapp.cards.parse import parse_file
from quizapp.cards.writing import section_of
from quizapp.exchange.anki.html import html_of
from quizapp.exchange.anki.writing_database import DEFAULT, Rows, database_of
from quizapp.exchange.anki.writing_schedule import Days, logged, scheduled
from quizapp.exchange.anki.writing_siblings import Together, together
from quizapp.exchange.anki.writing_types import TYPES
from quizapp.exchange.notes import Found, Loss, Note, Past, Told
from quizapp.i18n import _

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
    writer = _Writer(found.notes, now, days)
    database = database_of(writer.rows, days, now)
    shown = dict.fromkeys(name for note in writer.written for name in note.media)
    content = _packed(database, {name: found.media[name] for name in shown if name in found.media})
    return Package(content, tuple(writer.told), tuple(writer.written))


class _Writer:
    """The rows of a collection, note by note."""

    def __init__(self, notes: Sequence[Note], now: int, days: Days) -> None:
        self.told: list[Told] = []
        self.written: list[Note] = []
        self._now, self._days = now, days
        self._decks = _decks(notes)
        self.rows = Rows(decks={id_: "::".join(names) for names, id_ in self._decks.items()})
        self._instants: set[int] = set()
        self._first = now - 2 * len(notes)
        for one in together(notes):
            self._note(one)

    def _note(self, one: Together) -> None:
        note = one.note
        fields = self._fields(note, one.gaps)
        if not fields:
            return
        id_ = self._first + len(self.rows.notes)
        plain = _text(fields[0])
        digest = int(sha1(plain.encode(), usedforsecurity=False).hexdigest()[:8], 16)
        tags = f" {' '.join(note.draft.tags)} " if note.draft.tags else ""
        type_, seconds = TYPES[note.draft.kind].id, self._now // 1000
        row = (id_, note.key, type_, seconds, _UNSENT, tags, _FIELD_END.join(fields), plain, digest, 0, "")
        self.rows.notes.append(row)
        for number, card in one.cards:
            self.written.append(card)
            self._card(card, card.past, id_, number - 1)
        if note.draft.kind == "reverse":
            self._card(note, note.backwards, id_, 1)

    def _card(self, note: Note, past: Past, note_id: int, number: int) -> None:
        id_ = self._first + len(self.rows.cards)
        now = scheduled(past, len(self.rows.cards) + 1, self._days)
        counts = (now.interval, now.factor, now.reps, now.lapses, now.left)
        deck = self._decks[note.deck or _NO_DECK]
        state = (now.type, now.queue, now.due, *counts)
        log = list(logged(past, self._days))
        data = f'{{"{_LAST_REVIEW}": {log[-1].at // 1000}}}' if log else ""
        self.rows.cards.append((id_, note_id, deck, number, self._now // 1000, _UNSENT, *state, 0, 0, 0, data))
        for answer in log:
            at = self._free(answer.at)
            spans = (answer.interval, answer.last, answer.factor, answer.milliseconds, answer.type)
            self.rows.revlog.append((at, id_, _UNSENT, answer.ease, *spans))

    def _free(self, instant: int) -> int:
        """An instant at which nothing else was answered: Anki knows answers by theirs."""
        while instant in self._instants:
            instant += 1
        self._instants.add(instant)
        return instant

    def _fields(self, note: Note, gaps: Sequence[tuple[int, str]]) -> tuple[str, ...]:
        """The fields in HTML; none, and told, for a note that is no card of a kind that is carried."""
        face = note.face or _read(note.draft)
        known = None if face is None or face.kind != note.draft.kind else self._parts(note, face)
        if known is None:
            what = _("the package holds no cards of the kind {kind}").format(kind=note.draft.kind)
            self.told.append(Told(note.place, what, Loss.NOTE))
            return ()
        return (html_of(note.draft.prompt, gaps), *known, escape(note.place))

    def _parts(self, note: Note, face: Face) -> tuple[str, ...] | None:
        """What stands in the fields between the prompt and the id."""
        match face:
            case BasicFace() | ReverseFace():
                return html_of(face.answer), html_of(face.explanation)
            case ClozeFace():
                return (html_of(face.explanation),)
            case TypedFace():
                return self._typed(note, face), html_of(face.explanation)
        return None

    def _typed(self, note: Note, face: TypedFace) -> str:
        first, *others = face.accepted
        if others:
            what = _("Anki takes one answer only; left out: {answers}").format(answers=" | ".join(others))
            self.told.append(Told(note.place, what, Loss.PART))
        if "\n" in first:
            self.told.append(Told(note.place, _("what is typed in Anki is one line"), Loss.PART))
        return escape(" ".join(first.split()), quote=False)


def _text(html: str) -> str:
    """HTML as plain text."""
    return unescape(_TAG.sub("", html)) if "<" in html or "&" in html else html


def _read(draft: Draft) -> Face | None:
    """The face that a draft has once it is written and read; None where it is no card."""
    part = parse_file(section_of(draft).encode(), "card.md", "")
    return part.cards[0].face if part.cards else None


def _decks(notes: Sequence[Note]) -> dict[tuple[str, ...], int]:
    """The decks by their names, and those above them; one that is called as Anki's own first is that one."""
    names = {note.deck or _NO_DECK for note in notes}
    every = sorted({deck[:length] for deck in names for length in range(1, len(deck) + 1)})
    ids = {deck: _FIRST_DECK + number for number, deck in enumerate(every)}
    return ids | {deck: DEFAULT for deck in every if len(deck) == 1 and deck[0].casefold() == "default"}


def _packed(database: bytes, media: Mapping[str, Callable[[], bytes]]) -> bytes:
    packed = io.BytesIO()
    with ZipFile(packed, "w") as package:
        package.writestr(_member("collection.anki2"), database, ZIP_DEFLATED, _QUICKLY)
        for number, read in enumerate(media.values()):
            package.writestr(_member(str(number)), read(), ZIP_STORED)
        names = {str(number): name for number, name in enumerate(media)}
        package.writestr(_member("media"), json.dumps(names, ensure_ascii=False), ZIP_DEFLATED)
    return packed.getvalue()


def _member(name: str) -> ZipInfo:
    info = ZipInfo(name, _OLDEST)
    info.external_attr = 0o644 << 16
    return info
