"""Rows of fields parted by a separator, as spreadsheets and flashcard programs write them (RFC 4180).

A field that begins with `"` ends with the next `"` that stands alone: `""` in it is one quote, and separators and line
ends are text. Where something else follows that, the quotes are the text's own, as in `"Hello" is said by whom?`: taken
for the field's they would vanish, or swallow the rows up to another such text. Anki's reader takes them so, and what
follows for a part of the field. Rows without any text are none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

_QUOTED_IN_ANKI = re.compile(r'"((?:[^"]++|"")*)"(?!")')
_EMPTY = re.compile(r"\n+")
_COMMENT = re.compile(r"#[^\n]*\n?")
_PATIENCE = 20
"""Quotes that nothing closes, before quotes are no longer looked at: each costs a look through the rest of the text."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row's line, from 1, and its fields.

    `unclosed` says that a quote in it was never closed, and is read as text; `comment` that it is a comment, its only
    field the whole line, sign included.
    """

    line: int
    fields: tuple[str, ...]
    unclosed: bool = False
    comment: bool = False

    def field(self, index: int) -> str:
        """The field at `index`, from 0; empty where the row has none."""
        return self.fields[index] if 0 <= index < len(self.fields) else ""


def rows(text: str, separator: str, anki: bool = False, line: int = 1) -> Iterator[Row]:
    """The rows of a text whose lines `\\n` parts, in time proportional to its length.

    With `anki` they are as Anki reads them; a row that begins with `#` outside quotes is a comment. `line` is the
    number of the first line.
    """
    at, patience, in_quotes = 0, _PATIENCE, _QUOTED_IN_ANKI if anki else _quoted(separator)
    while at < len(text):
        start = at
        if empty := _EMPTY.match(text, at):  # a million of them are passed over at once
            at = empty.end()
            line += at - start
            continue
        comment = _COMMENT.match(text, at) if anki else None
        if comment:
            at, fields, unclosed = comment.end(), [comment[0].rstrip("\n")], False
        else:
            at, fields, unclosed = _row(text, at, separator, in_quotes, patience > 0)
        patience -= unclosed
        if any(map(str.strip, fields)):
            yield Row(line, tuple(fields), unclosed, comment is not None)
        line += text.count("\n", start, at)


def _row(text: str, at: int, separator: str, in_quotes: re.Pattern[str], quotes: bool) -> tuple[int, list[str], bool]:
    """Where the next row begins, the fields of the one that begins at `at`, and whether a quote in it is left open."""
    fields, unclosed, plain = [], False, _plain(separator)
    while True:
        opens = quotes and text.startswith('"', at)
        quoted = in_quotes.match(text, at) if opens else None
        rest = plain.match(text, quoted.end() if quoted else at)
        assert rest is not None
        if opens and quoted is None and rest[0].count('"') % 2:
            unclosed, quotes = True, False
        fields.append((quoted[1].replace('""', '"') if quoted else "") + rest[0])
        at = rest.end() + 1
        if text[rest.end() : at] != separator:
            return at, fields, unclosed


@cache
def _plain(separator: str) -> re.Pattern[str]:
    return re.compile(f"[^{re.escape(separator)}\n]*")


@cache
def _quoted(separator: str) -> re.Pattern[str]:
    return re.compile(rf'"((?:[^"]++|"")*)"(?=[ \t]*(?:{re.escape(separator)}|\n|\Z))')
