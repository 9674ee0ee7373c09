"""Formats that cards are written in, and what is written of notes in each."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time
from typing import NamedTuple

from quizapp.exchange.keys import key_at_home
from quizapp.exchange.notes import Found, Loss, Note, Told
from quizapp.exchange.outgoing.carried import NOTHING, Holds, carried, left_behind
from quizapp.exchange.outgoing.remembered import milliseconds_of
from quizapp.exchange.outgoing.spelling import one_spelling
from quizapp.exchange.outgoing.written import Written
from quizapp.i18n import _
from quizapp.language import Language

Deck = tuple[str, ...]


class Occasion(NamedTuple):
    """When is written, in which language is told, and when the learner's day begins; a file each deck, or one."""

    now: datetime
    language: Language = "en"
    day_starts_at: time = time(4)
    by_deck: bool = False


class Output(NamedTuple):
    """Files by their names, what they do not hold, and the notes that are in them with as much past as they hold.

    The only file of a format that has one is called nothing.
    """

    files: Mapping[str, bytes]
    told: tuple[Told, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True)
class Format:
    """A format: its name on the command line, the ending of its files, and what it takes along.

    `plain` says that cards of every kind are written, as one that is known; `by_deck` that each deck may have a file of
    its own; `folds_case` that decks are not told apart by capital and small letters.
    """

    name: str
    ending: str
    write: Callable[[Found, Occasion], Output]
    holds: Holds = NOTHING
    plain: bool = False
    by_deck: bool = False
    folds_case: bool = False
    is_text: bool = True

    def output(self, found: Found, occasion: Occasion) -> Output:
        """The files of these notes, and what cannot be written. Names of decks are told apart where they can be."""
        clashes: tuple[Told, ...] = ()
        if self.folds_case or occasion.by_deck:
            notes, clashes = one_spelling(found.notes, self.name)
            found = replace(found, notes=notes)
        files, told, written = self.write(found, occasion)
        of_all = (*left_behind(written, self.holds, self.name), *clashes)
        return Output(files, (*of_all, *found.told, *told), carried(written, self.holds))


def _apkg(found: Found, occasion: Occasion) -> Output:
    from quizapp.exchange.anki.writing import package_of
    from quizapp.exchange.anki.writing_schedule import Days

    offset = occasion.now.astimezone().utcoffset()
    days = Days(occasion.day_starts_at.hour, -int(offset.total_seconds() // 60) if offset else 0)
    known = replace(found, notes=_at_home(found))
    package, told, notes = package_of(known, milliseconds_of(occasion.now), days)
    return Output({"": package}, told, notes)


def _anki_text(found: Found, occasion: Occasion) -> Output:
    from quizapp.exchange.anki_text.writing import anki_text_of

    return _one_file(anki_text_of(_at_home(found), occasion.language))


def _at_home(found: Found) -> tuple[Note, ...]:
    keyed = ((note, key_at_home(note.key)) for note in found.notes)
    return tuple(note if key == note.key else replace(note, key=key) for note, key in keyed)


def _csv(found: Found, occasion: Occasion) -> Output:
    from quizapp.exchange.tables.writing import csv_of

    keyed = (replace(note, draft=note.draft.model_copy(update={"id": note.key})) for note in found.notes)
    return Output({"": csv_of(keyed).encode()}, (), found.notes)


def _hashcards(found: Found, occasion: Occasion) -> Output:
    from quizapp.exchange.hashcards.writing import text_of

    decks = _by_deck(found)
    if not occasion.by_deck and len(decks) > 1:
        what = _("decks are not told apart in one file; one for each goes into a folder: -o FOLDER/")
        return _one_file(text_of(found.notes), [Told("hashcards", what)])
    written = {deck: text_of(notes, "/".join(deck)) for deck, notes in decks.items()}
    nested = [deck for deck in decks if len(deck) > 1]
    what = _("hashcards knows no decks within decks: they are called by all their names")
    return _files(written, occasion, [Told("hashcards", what, Loss.NOTHING)] if nested else [])


def _obsidian(found: Found, occasion: Occasion) -> Output:
    from quizapp.exchange.obsidian.writing import text_of

    return _files({deck: text_of(notes, deck) for deck, notes in _by_deck(found).items()}, occasion)


def _by_deck(found: Found) -> Mapping[Deck, list[Note]]:
    decks: dict[Deck, list[Note]] = {}
    for note in found.notes:
        decks.setdefault(note.deck, []).append(note)
    return decks


def _one_file(written: Written, more: Iterable[Told] = ()) -> Output:
    return Output({"": written.text.encode()}, (*more, *written.told), written.notes)


def _files(written: Mapping[Deck, Written], occasion: Occasion, more: Iterable[Told] = ()) -> Output:
    """The texts of decks, each in a file of its own or one after the other."""
    told = tuple(told for each in written.values() for told in each.told)
    notes = tuple(note for each in written.values() for note in each.notes)
    texts = {deck: each.text for deck, each in written.items() if each.text}
    files = {f"{'/'.join(deck)}.md": text.encode() for deck, text in texts.items()}
    return Output(files if occasion.by_deck else {"": "\n".join(texts.values()).encode()}, (*more, *told), notes)


FORMATS = (
    Format("apkg", ".apkg", _apkg, Holds(True, True, True, True), plain=True, folds_case=True, is_text=False),
    Format("anki-text", ".txt", _anki_text, folds_case=True),
    Format("csv", ".csv", _csv),
    Format("hashcards", ".md", _hashcards, by_deck=True),
    Format("obsidian", ".md", _obsidian, Holds(schedules=True), by_deck=True),
)
