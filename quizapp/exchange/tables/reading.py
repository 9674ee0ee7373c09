"""Tables of cards: comma-, semicolon- or tab-separated values, one card a row.

Columns are known by the names in the first row (see `columns`); a table without names has prompt, answer and
explanation. Fields are Markdown, as card files are: `**bold**`, `$maths$` and `==gaps==` mean what they mean there, and
a row without a kind has the one that its text shows. HTML stays text as it does there, and that is told; `html=True`
says that all texts are HTML. Which sign parts the fields is told by `separator_of`; quotes are as RFC 4180 has them.
"""

import re
from collections.abc import Sequence
from pathlib import Path

from quizapp.cards.blocks import blocks_of
from quizapp.cards.faces import Kind
from quizapp.cards.identity import is_id
from quizapp.cards.slips import is_task_list
from quizapp.cards.writing.escaping import has_gaps
from quizapp.errors import UsageError
from quizapp.exchange.notes import OURS, Found, Loss, Told
from quizapp.exchange.tables.columns import WITHOUT_HEADER, Columns, columns_given, columns_of, may_name_columns
from quizapp.exchange.tables.delimited import Row, rows
from quizapp.exchange.tables.separator import separator_of, without_separator_line
from quizapp.exchange.texts.fields import KINDS, Fields, found_of, together
from quizapp.exchange.texts.plain_text import place, read_text
from quizapp.exchange.texts.rich import from_html, images_told, looks_like_html
from quizapp.i18n import F_, _
from quizapp.markdown import tokens_of
from quizapp.visible import one_line

_TAG = re.compile(r'"([^"]*)"|([^\s,;，；、]+)')


def read_csv(path: Path, limit: int, html: bool = False, header: bool | None = None) -> Found:
    """The cards of a table. UsageError if nothing in it parts fields.

    `header` says whether the first row names the columns; None leaves it to what stands there.
    """
    text, told = read_text(path, limit)
    separator = separator_of(text, path.suffix.lower())
    if not separator:
        what = F_("{name} is no table of cards", name=one_line(path.name))
        raise UsageError(what, F_("put a comma or a tab between prompt and answer"))
    body, first = without_separator_line(text)
    return together([Found(told=told), _read(list(rows(body, separator, line=first)), path.name, html, header)])


def _read(table: Sequence[Row], name: str, html: bool, header: bool | None) -> Found:
    named = _named(table[0], header) if table else None
    columns, body = (named, table[1:]) if named else (WITHOUT_HEADER, table)
    told = [Told(place(name, table[0].line), _unknown(column), Loss.NOTHING) for column in columns.unknown]
    if body and header is None and not named and may_name_columns(table[0].fields):
        what = _("the first row is read as a card: --header says that it names the columns")
        told.append(Told(place(name, table[0].line), what, Loss.NOTHING))
    if not body:
        told.append(Told(place(name, 1), _("the file holds no cards"), Loss.NOTHING))
    if not html and any(looks_like_html(field) for row in body for field in row.fields):
        told.append(Told(place(name, 1), _("HTML in fields is read as text, as in card files"), Loss.NOTHING))
    return together([Found(told=tuple(told)), *(_card(row, columns, place(name, row.line), html) for row in body)])


def _named(row: Row, header: bool | None) -> Columns | None:
    """The columns that the first row names, where it does."""
    return columns_of(row.fields) if header is None else columns_given(row.fields) if header else None


def _unknown(column: str) -> str:
    return _("the column “{name}” is shown below the answer").format(name=one_line(column))


def _card(row: Row, columns: Columns, where: str, html: bool) -> Found:
    given = {role: row.field(index) for role, index in columns.places.items()}
    texts, told = _texts(row, columns, where, html)
    kind, no_kind = _kind(given.get("kind", "").strip().casefold(), texts[0], texts[1], where)
    id_, no_id = _id(given.get("id", "").strip(), where)
    fields = Fields(
        where,
        kind,
        texts[0],
        texts[1],
        tuple(texts[2:]),
        id=id_,
        tags=_tags(given.get("tags", "")),
        key=given.get("id", "").strip(),
        deck=_deck(given.get("deck", "")),
    )
    return together([Found(told=(*_slips(row, columns, where), *told, *no_kind, *no_id)), found_of(fields)])


def _texts(row: Row, columns: Columns, where: str, html: bool) -> tuple[list[str], tuple[Told, ...]]:
    """The row's texts in Markdown, prompt and answer first."""
    indices = [columns.places["prompt"], columns.places.get("answer", -1), *columns.more]
    fields = [row.field(index) for index in (*indices, *range(columns.width, len(row.fields)))]
    if not html:
        return fields, images_told(fields, where)
    return from_html(fields, where)


def _slips(row: Row, columns: Columns, where: str) -> tuple[Told, ...]:
    told = []
    if row.unclosed:
        told.append(Told(where, _("a quotation mark is never closed, and is read as text"), Loss.NOTHING))
    if any(map(str.strip, row.fields[columns.width :])):
        what = _("the row has more fields than there are columns: they are shown below the answer")
        told.append(Told(where, what, Loss.NOTHING))
    return tuple(told)


def _kind(name: str, prompt: str, answer: str, where: str) -> tuple[Kind, tuple[Told, ...]]:
    """The kind that is named, else the one that a card file with these texts would have."""
    known = next((kind for kind in KINDS if kind == name), None)
    if known:
        return known, ()
    lines = ["", *answer.split("\n")]
    shown: Kind = "cloze" if has_gaps(prompt) else "basic"
    if "[" in answer and is_task_list(blocks_of(tokens_of("\n".join(lines)), lines)):
        shown = "choice"
    if not name:
        return shown, ()
    what = _("there is no kind “{name}”: the card is read as {kind}").format(name=one_line(name), kind=shown)
    return shown, (Told(where, what, Loss.NOTHING),)


def _id(text: str, where: str) -> tuple[str, tuple[Told, ...]]:
    if not text or is_id(text):
        return text, ()
    if text.startswith(OURS):
        return "", ()  # it is the key by which the card is known, not its name
    what = _("“{id}” cannot be a card's id: it gets another").format(id=one_line(text))
    return "", (Told(where, what, Loss.NOTHING),)


def _tags(text: str) -> tuple[str, ...]:
    """Tags parted by blanks, commas or semicolons; in quotes they may hold those."""
    return tuple(match[1] or match[2] or "" for match in _TAG.finditer(text))


def _deck(text: str) -> tuple[str, ...]:
    """A deck's name and those around it, parted by `::`, or by `/` where there is no `::`."""
    return tuple(name for part in text.split("::" if "::" in text else "/") if (name := one_line(part)))
