"""Anki's text files: “Notes in Plain Text”, “Cards in Plain Text”, and those written by hand for Anki to import.

From the chapter on text files in Anki's manual, and from its source (`rslib/src/import_export/text/csv/`). Fields are
HTML or plain text, as the head says. A line that begins with `#` outside quotes is a comment. What kind of card a note
becomes follows from its text (`{{c1::…}}`) and from what its type is called; a text file does not hold the type itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from quizapp.errors import UsageError
from quizapp.exchange.anki_text.head import Head, head_of
from quizapp.exchange.anki_text.names import Shape, is_back, is_front, is_tags, shape_of
from quizapp.exchange.anki_text.notes import AnkiNote, found_in
from quizapp.exchange.html.underlines import is_underlined, told_underlines
from quizapp.exchange.notes import Found, Loss, Told
from quizapp.exchange.tables.delimited import Row, rows
from quizapp.exchange.texts.fields import together
from quizapp.exchange.texts.plain_text import place, read_text
from quizapp.exchange.texts.words import first_words
from quizapp.i18n import F_, _
from quizapp.visible import one_line, visible


def read_anki_text(path: Path, limit: int) -> Found:
    """The notes of a text file. UsageError if nothing in it parts fields."""
    text, told = read_text(path, limit)
    head, body = head_of(text, path.name)
    table = list(rows(body, head.separator, anki=True, line=head.lines + 1))
    if table and not head.lines and all(len(row.fields) < 2 for row in table):
        what = F_("{name} is no text file of Anki's", name=one_line(path.name))
        raise UsageError(what, F_("put tabs between the fields"))
    if not any(not row.comment for row in table):
        told = (*told, Told(place(path.name, 1), _("the file holds no cards"), Loss.NOTHING))
    columns = _columns(head, max((len(row.fields) for row in table), default=0))
    underlined = sum(any(map(is_underlined, row.fields)) for row in table if head.html and not row.comment)
    told = (*told, *head.told, *told_underlines(one_line(path.name), underlined))
    return together([Found(told=told), *(_read(row, head, columns, path.name) for row in table)])


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which columns, from 0, hold the fields, in the note type's order; and which holds the tags, -1 for none."""

    fields: Sequence[int]
    tags: int


def _columns(head: Head, width: int) -> _Columns:
    """Where a note's fields stand. A type that Anki brings along has two or three; the next column is for the tags."""
    tags = head.places.get("tags", -1)
    free = [index for index in range(width) if index not in head.places.values()]
    if tags < 0:
        tags = next((index for index in free if is_tags(_label(head, index))), -1)
    shape = shape_of(head.notetype)
    if tags < 0 and head.notetype and shape != Shape.UNKNOWN:
        tags = next(iter(free[3 if shape == Shape.OPTIONAL else 2 :]), -1)
    fields = [index for index in free if index != tags]
    named = [next((index for index in fields if is_(_label(head, index))), -1) for is_ in (is_front, is_back)]
    if -1 in named:
        return _Columns(fields, tags)
    return _Columns([*named, *(index for index in fields if index not in named)], tags)


def _label(head: Head, index: int) -> str:
    return head.labels[index] if index < len(head.labels) else ""


def _read(row: Row, head: Head, columns: _Columns, name: str) -> Found:
    where = place(name, row.line)
    if row.comment:
        return _comment(row.fields[0], head.separator, where)
    told = []
    if row.unclosed:
        told.append(Told(where, _("a quotation mark is never closed, and is read as text"), Loss.NOTHING))
    deck = row.field(head.places.get("deck", -1)) or head.deck
    note = AnkiNote(
        place=where,
        notetype=row.field(head.places.get("notetype", -1)) or head.notetype,
        fields=tuple(_html(row.field(index), bool(head.html)) for index in columns.fields),
        tags=tuple(dict.fromkeys((*head.tags, *row.field(columns.tags).split()))),
        key=visible(row.field(head.places.get("guid", -1))).strip(),
        deck=tuple(part for name in deck.split("::") if (part := one_line(name))),
    )
    return together([Found(told=tuple(told)), found_in(note)])


def _html(field: str, is_html: bool) -> str:
    """A field as Anki keeps it: in plain text a line end becomes a break."""
    return field if is_html else escape(field, quote=False).replace("\n", "<br>")


def _comment(line: str, separator: str, where: str) -> Found:
    if separator not in line:
        return Found()
    what = _("a line that begins with # is a comment, and no card: {text}").format(text=first_words(line))
    return Found(told=(Told(where, what, Loss.NOTHING),))
