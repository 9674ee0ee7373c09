"""The lines at the top of Anki's text files that say how the rest is to be read.

From the chapter on text files in Anki's manual, and from its source (`rslib/src/import_export/text/csv/metadata.rs`).
The head is all lines from the first on that begin with `#`; the very first may also be `tags:…`, as in old files.
"""

import re
from dataclasses import dataclass, field, replace
from itertools import islice

from quizapp.exchange.notes import Loss, Told
from quizapp.exchange.tables.delimited import rows
from quizapp.exchange.texts.plain_text import place
from quizapp.exchange.texts.rich import looks_like_html
from quizapp.i18n import _
from quizapp.visible import one_line

SEPARATORS = {"tab": "\t", "pipe": "|", "semicolon": ";", "colon": ":", "comma": ",", "space": " "}
"""By name, in the order in which Anki tries them where none is given."""

_COLUMNS = {"notetype column": "notetype", "deck column": "deck", "tags column": "tags", "guid column": "guid"}
_FOR_ANKI_ALONE = ("if matches", "match scope")
_NUMBER = re.compile(r"[1-9][0-9]{0,5}\Z", re.ASCII)
_LOOK = 8 * 1024
_LOOK_ROWS = 5


@dataclass(frozen=True, slots=True)
class Head:
    """What the head says. `places` says which column, from 0, holds the note type, deck, tags or guid of each note.

    `lines` is how many lines it takes, `html` and `separator` are empty where it does not say.
    """

    separator: str = ""
    html: bool | None = None
    tags: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    notetype: str = ""
    deck: str = ""
    places: dict[str, int] = field(default_factory=dict)
    lines: int = 0
    told: tuple[Told, ...] = ()


def head_of(text: str, name: str) -> tuple[Head, str]:
    """The head of a file of this name, and the text below it."""
    head, at = Head(), 0
    while text.startswith("#", at) or (at == 0 and text.startswith("tags:")):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        head = _with(head, text[at:end].removeprefix("#"), text[at:end], place(name, head.lines + 1))
        head, at = replace(head, lines=head.lines + 1), end + 1
    return _guessed(head, text[at:], place(name, head.lines + 1)), text[at:]


def _with(head: Head, line: str, whole: str, where: str) -> Head:
    key, colon, value = line.partition(":")
    key = key.strip().lower()
    if not colon or key in _FOR_ANKI_ALONE:
        return head
    if key == "separator" and _separator(value):
        return replace(head, separator=_separator(value))
    if key == "html" and value.strip().lower() in ("true", "false"):
        return replace(head, html=value.strip().lower() == "true")
    if key == "tags":
        return replace(head, tags=tuple(value.split()))
    if key == "columns":
        row = next(rows(value, head.separator or "\t"), None)
        return replace(head, labels=row.fields if row else ())
    if key in _COLUMNS and _NUMBER.match(value.strip()):
        return replace(head, places={**head.places, _COLUMNS[key]: int(value) - 1})
    if key in ("notetype", "deck") and value.strip():
        return _named(head, key, value.strip(), where)
    what = _("the line “{line}” says nothing that is known here").format(line=one_line(whole[:80]))
    return replace(head, told=(*head.told, Told(where, what, Loss.NOTHING)))


def _named(head: Head, key: str, name: str, where: str) -> Head:
    if not name.isdigit():
        return replace(head, notetype=name) if key == "notetype" else replace(head, deck=name)
    what = _("the number {number} names nothing outside the collection that it comes from").format(number=name[:20])
    return replace(head, told=(*head.told, Told(where, what, Loss.NOTHING)))


def _separator(value: str) -> str:
    signs = SEPARATORS.values()
    return (
        value
        if value in signs
        else SEPARATORS.get(value.strip().lower(), value.strip() if value.strip() in signs else "")
    )


def _guessed(head: Head, body: str, where: str) -> Head:
    """The head, with what it does not say as Anki guesses it; that is told."""
    told = []
    if not head.separator:
        name = next((name for name, sign in SEPARATORS.items() if sign in body[:_LOOK]), "space")
        head = replace(head, separator=SEPARATORS[name])
        if body.strip():
            what = _("no line says what parts the fields: {name} is taken for it").format(name=name)
            told.append(Told(where, what, Loss.NOTHING))
    if head.html is None:
        first = islice((row for row in rows(body, head.separator, anki=True) if not row.comment), _LOOK_ROWS)
        head = replace(head, html=any(looks_like_html(text) for row in first for text in row.fields))
        if head.html:
            told.append(Told(where, _("no line says so, but the fields look like HTML and are read so"), Loss.NOTHING))
    return replace(head, told=(*head.told, *told))
