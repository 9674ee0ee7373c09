"""Decks of hashcards: `Q:` and `A:`, `T:` and `D:`, and `C:` with `[deletions]`.

After the README of hashcards (eudoxia0) and its parser (parser.rs), with two differences: a mistake costs one card, not
the whole file, and a line of a fenced code block begins no card.

A line that begins with a letter and a half-width colon begins a card or its other side; a line of three hyphens or more
ends a card. What stands outside cards is not read there, and told here. A term and its definition are asked both ways.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from quizapp.cards.draft import Draft
from quizapp.cards.faces import Kind
from quizapp.errors import UsageError
from quizapp.exchange.hashcards.cloze import Unreadable, clozes_of
from quizapp.exchange.markdown.shelf import Shelf, with_pictures
from quizapp.exchange.markdown.source import (
    Page,
    as_text,
    is_blank,
    page_of,
    pages,
    told_html,
    told_links,
    with_ids,
    without_empty_headings,
)
from quizapp.exchange.notes import Found, Loss, Note, Told
from quizapp.exchange.texts.words import first_words
from quizapp.i18n import F_, _, said
from quizapp.toml import read_toml
from quizapp.visible import one_line

DATABASE = "hashcards.db"
"""Where hashcards keeps what it knows of the cards."""

MARKER = re.compile(r"([QATDC]):")
SEPARATOR = re.compile(r"\s*-{3,}\s*\Z")
ESCAPED_MARKER = re.compile(r"([QATDC])\\:")
_SIDES = {"Q": "A", "T": "D", "C": ""}
"""What begins a card, and what begins its other side."""
_FRONT_MATTER = "---"


@dataclass
class _Written:
    """A card as it stands in the file: the letter it begins with, its line from 0, and the lines of its sides."""

    letter: str
    line: int
    front: list[str] = field(default_factory=list)
    back: list[str] | None = None

    @property
    def side(self) -> list[str]:
        return self.front if self.back is None else self.back


@dataclass
class _Deck:
    page: Page
    name: str
    shelf: Shelf
    root: Path
    told: list[Told] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def tell(self, line: int, what: str, loss: Loss = Loss.NOTE) -> None:
        self.told.append(Told(self.page.place(line), what, loss))


def read(path: Path, limit: int) -> Found:
    """The cards of a deck, or of all decks in a folder. UsageError if there is something in it, but no card."""
    root = path if path.is_dir() else path.parent
    shelf = Shelf(root, limit)
    notes: list[Note] = []
    told: list[Told] = []
    empty = True
    for page, told_here in pages(path, limit):
        deck = deck_of(page, shelf, root)
        empty = empty and page.is_empty
        notes += deck.notes
        told += [*told_here, *deck.told]
    if not notes and not empty and not path.is_dir() and not _has_cards(told):
        what = F_("{name} holds no cards of hashcards", name=one_line(path.name))
        raise UsageError(what, F_("they begin with Q: or C:"))
    told += told_links(path)
    told += [Told(one_line(path.name), _("there is no card here"), Loss.NOTHING)] if not notes else []
    if (root / DATABASE).is_file():
        told.append(Told(DATABASE, _("what hashcards remembers of your answers is not brought along")))
    return Found(with_ids(_once(notes, told)), tuple(dict.fromkeys(told)), shelf.media)


def notes_of(text: str, name: str = "deck.md") -> tuple[Note, ...]:
    """The cards of a deck given as text, without its pictures."""
    return with_ids(deck_of(page_of(name, text), None, Path()).notes)


def deck_of(page: Page, shelf: Shelf | None, root: Path) -> _Deck:
    """The notes of one file, and what was told of it; pictures stay as they are without a shelf."""
    deck = _Deck(page, page.path.stem, shelf or Shelf(root, 0), root)
    start = _front_matter(deck)
    for written in _cards(deck, start):
        for draft in _drafts(deck, written):
            deck.notes.append(_note(deck, written, draft, shelf is not None))
    return deck


def _front_matter(deck: _Deck) -> int:
    """The line below the TOML at the top, whose `name` is the deck's."""
    lines = deck.page.lines
    if lines[0].strip() != _FRONT_MATTER:
        return 0
    end = next((number for number in range(1, len(lines)) if lines[number].strip() == _FRONT_MATTER), 0)
    try:
        written = read_toml("\n".join(lines[1:end]))
    except ValueError as error:
        problem = one_line(said(str(error)))
        deck.tell(0, _("the front matter is no TOML: {problem}").format(problem=problem), Loss.PART)
        return end + 1
    name = written.pop("name", None)
    deck.name = one_line(name) if isinstance(name, str) and name.strip() else deck.name
    if written:
        deck.tell(0, _("not read: {keys}").format(keys=one_line(", ".join(written))), Loss.PART)
    return end + 1


def _cards(deck: _Deck, start: int) -> Iterator[_Written]:
    """The cards as they stand there, those with both sides. What is in the way is told."""
    card: _Written | None = None
    stray = False
    for number, line in list(enumerate(deck.page.lines))[start:]:
        is_code = deck.page.fences.inside[number]
        marker = None if is_code else MARKER.match(line)
        if marker and marker[1] in _SIDES:
            yield from _ended(deck, card)
            card, stray = _Written(marker[1], number, [line[2:].strip()]), False
        elif marker and card and card.back is None and _SIDES[card.letter] == marker[1]:
            card.back = [line[2:].strip()]
        elif marker:
            deck.tell(number, _("`{letter}:` has nothing that it belongs to").format(letter=marker[1]))
            yield from _ended(deck, card)
            card, stray = None, True
        elif not is_code and SEPARATOR.match(line):
            yield from _ended(deck, card)
            card, stray = None, False
        elif card:
            card.side.append(line)
        elif line.strip() and not stray:
            deck.tell(number, _("outside of a card: {words}").format(words=first_words(line)), Loss.PART)
            stray = True
    yield from _ended(deck, card)


def _ended(deck: _Deck, card: _Written | None) -> Iterator[_Written]:
    if card and (card.back is not None or not _SIDES[card.letter]):
        yield card
    elif card:
        words = first_words(_joined(card.front))
        deck.tell(card.line, _("“{words}” has no answer").format(words=words))


def _joined(lines: list[str]) -> str:
    """The lines as Markdown: escapes that kept one from beginning a card are taken off."""
    return "\n".join(
        ESCAPED_MARKER.sub(r"\1:", line, count=1) if ESCAPED_MARKER.match(line) else line for line in lines
    )


def _drafts(deck: _Deck, written: _Written) -> list[Draft]:
    front = without_empty_headings(_joined(written.front).strip("\n").rstrip())
    back = _joined(written.back or []).strip("\n").rstrip()
    if written.letter == "C":
        return _clozes(deck, written, front)
    if is_blank(front) or is_blank(back):
        words = first_words(front or back)
        deck.tell(written.line, _("“{words}” is a card with an empty side").format(words=words))
        return []
    kind: Kind = "reverse" if written.letter == "T" else "basic"
    return [Draft(kind=kind, prompt=as_text(front), answer=as_text(back))]


def _clozes(deck: _Deck, written: _Written, text: str) -> list[Draft]:
    try:
        drafts, lost = clozes_of(text)
    except Unreadable as error:
        deck.tell(written.line, _("“{words}”: {why}").format(words=first_words(text), why=error))
        return []
    for deletion in lost:
        what = _("“{words}” cannot be a gap: it is in code or maths, goes across blocks, or is one of too many")
        deck.tell(written.line, what.format(words=first_words(deletion)))
    return drafts


def _note(deck: _Deck, written: _Written, draft: Draft, pictures: bool) -> Note:
    where = deck.page.place(written.line)
    deck.told += told_html(f"{draft.prompt}\n\n{draft.answer}", where)
    if not pictures:
        return Note(where, draft, deck=(deck.name,))
    folders = (deck.page.path.parent, deck.root)
    prompt, shown, missing = with_pictures(draft.prompt, deck.shelf, folders, where)
    answer, more, also = with_pictures(draft.answer, deck.shelf, folders, where)
    deck.told += [*missing, *also]
    draft = draft.model_copy(update={"prompt": prompt, "answer": answer})
    return Note(where, draft, deck=(deck.name,), media=tuple(dict.fromkeys((*shown, *more))))


def _once(notes: list[Note], told: list[Told]) -> list[Note]:
    """The notes without those that hashcards takes for the same card."""
    kept: dict[Draft, Note] = {}
    for note in notes:
        if kept.setdefault(note.draft, note) is not note:
            what = _("the same card as {place}").format(place=kept[note.draft].place)
            told.append(Told(note.place, what, Loss.NOTHING))
    return list(kept.values())


def _has_cards(told: list[Told]) -> bool:
    return any(one.loss is Loss.NOTE for one in told)
