"""Formats that cards are written in, and what is written of notes in each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time
from typing import NamedTuple

from quizapp.exchange.keys import key_at_home
from quizapp.exchange.notes import Found, Loss, Note, Past, Told
from quizapp.exchange.outgoing.remembered import milliseconds_of
from quizapp.i18n import _
from quizapp.language import Language

Deck = tuple[str, ...]
Output = tuple[Mapping[str, bytes], tuple[Told, ...]]
"""Files by their names (the only one of a format that has one is called nothing), and what they do not hold."""


class Occasion(NamedTuple):
    """When is written, in which language is told, and when the learner's day begins; a file each deck, or one."""

    now: datetime
    language: Language = "en"
    day_starts_at: time = time(4)
    by_deck: bool = False


@dataclass(frozen=True)
class Format:
    """A format: its name on the command line, the ending of its files, and what it takes along.

    `plain` says that cards of every kind are written, as one that is known; `past` that answers, schedules and pictures
    are; `by_deck` that each deck may have a file of its own.
    """

    name: str
    ending: str
    write: Callable[[Found, Occasion], Output]
    plain: bool = False
    past: bool = False
    by_deck: bool = False
    is_text: bool = True

    def output(self, found: Found, occasion: Occasion) -> Output:
        """The files of these notes, and what cannot be written."""
        files, told = self.write(found, occasion)
        rest = _left_behind(self.name) if not self.past and any(map(_has_past, found.notes)) else ()
        return files, (*found.told, *told, *rest)


def _left_behind(name: str) -> tuple[Told, ...]:
    return (Told(name, _("answers and schedules stay behind: the format has no place for them"), Loss.PART),)


def _has_past(note: Note) -> bool:
    return note.past != Past() or note.backwards != Past()


def _apkg(found: Found, occasion: Occasion) -> Output:
    from quizapp.exchange.anki.writing import package_of
    from quizapp.exchange.anki.writing_schedule import Days

    offset = occasion.now.astimezone().utcoffset()
    days = Days(occasion.day_starts_at.hour, -int(offset.total_seconds() // 60) if offset else 0)
    known = replace(found, notes=tuple(replace(note, key=key_at_home(note.key, "anki")) for note in found.notes))
    package, told = package_of(known, milliseconds_of(occasion.now), days)
    return {"": package}, told


def _anki_text(found: Found, occasion: Occasion) -> Output:
    from quizapp.exchange.anki_text.writing import anki_text_of

    notes = (replace(note, key=key_at_home(note.key, "anki-text")) for note in found.notes)
    text, told = anki_text_of(notes, occasion.language)
    return {"": text.encode()}, told


def _csv(found: Found, occasion: Occasion) -> Output:
    from quizapp.exchange.tables.writing import csv_of

    keyed = (replace(note, draft=note.draft.model_copy(update={"id": note.key})) for note in found.notes)
    return {"": csv_of(keyed).encode()}, ()


def _hashcards(found: Found, occasion: Occasion) -> Output:
    from quizapp.exchange.hashcards.writing import text_of

    decks = _by_deck(found)
    if not occasion.by_deck and len(decks) > 1:
        text, told = text_of(note.draft for note in found.notes)
        what = _("decks are not told apart in one file; one for each goes into a folder: -o FOLDER/")
        return {"": text.encode()}, (*told, Told("hashcards", what, Loss.PART))
    written = {deck: text_of((note.draft for note in notes), "/".join(deck)) for deck, notes in decks.items()}
    nested = [deck for deck in decks if len(deck) > 1]
    what = _("hashcards knows no decks within decks: they are called by all their names")
    told = (Told("hashcards", what, Loss.NOTHING),) if nested else ()
    return _files(written, occasion, told)


def _obsidian(found: Found, occasion: Occasion) -> Output:
    from quizapp.exchange.obsidian.writing import text_of

    written = {deck: text_of((note.draft for note in notes), deck) for deck, notes in _by_deck(found).items()}
    return _files(written, occasion, ())


def _by_deck(found: Found) -> Mapping[Deck, list[Note]]:
    decks: dict[Deck, list[Note]] = {}
    for note in found.notes:
        decks.setdefault(note.deck, []).append(note)
    return decks


def _files(written: Mapping[Deck, tuple[str, tuple[Told, ...]]], occasion: Occasion, more: tuple[Told, ...]) -> Output:
    """The texts of decks, each in a file of its own or one after the other."""
    told = tuple(one for _text, some in written.values() for one in some)
    texts = {deck: text for deck, (text, _told) in written.items() if text}
    if occasion.by_deck:
        return {f"{'/'.join(deck)}.md": text.encode() for deck, text in texts.items()}, (*told, *more)
    return {"": "\n".join(texts.values()).encode()}, (*told, *more)


FORMATS = (
    Format("apkg", ".apkg", _apkg, plain=True, past=True, is_text=False),
    Format("anki-text", ".txt", _anki_text),
    Format("csv", ".csv", _csv),
    Format("hashcards", ".md", _hashcards, by_deck=True),
    Format("obsidian", ".md", _obsidian, by_deck=True),
)
