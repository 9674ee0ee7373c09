"""Mnemosyne's tab-separated text files: one card a line, HTML in its fields (from file_formats/tsv.py of libmnemosyne).

`question ⇥ answer` is a basic card. `word ⇥ pronunciation ⇥ meaning`, with notes as a fourth field if need be, is one
of vocabulary, which Mnemosyne asks both ways. References such as `&#33267;` are read before the line is parted, as
there; quotes part nothing. Mnemosyne refuses a file for one bad line; here the line is told, and left out.
"""

import re
from pathlib import Path

from quizapp.errors import UsageError
from quizapp.exchange.notes import Found, Loss, Told
from quizapp.exchange.texts.fields import Fields, found_of, together
from quizapp.exchange.texts.plain_text import place, read_text
from quizapp.exchange.texts.rich import from_html
from quizapp.exchange.texts.words import first_words
from quizapp.i18n import F_, _
from quizapp.visible import one_line

_REFERENCE = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,6})|([0-9]{1,7}));")
_LAST = 0x10FFFF
_MOST_FIELDS = 4


def read_mnemosyne(path: Path, limit: int) -> Found:
    """The cards of a file. UsageError if none of its lines has a tab."""
    text, told = read_text(path, limit)
    lines = [(number, _unescaped(line.rstrip())) for number, line in enumerate(text.split("\n"), 1)]
    lines = [(number, line) for number, line in lines if line]
    if not lines:
        told = (*told, Told(place(path.name, 1), _("the file holds no cards"), Loss.NOTHING))
    elif not any("\t" in line for _number, line in lines):
        what = F_("{name} has no tabs", name=one_line(path.name))
        raise UsageError(what, F_("put a tab between question and answer"))
    return together([Found(told=told), *(_card(line, place(path.name, number)) for number, line in lines)])


def _unescaped(line: str) -> str:
    return _REFERENCE.sub(_character, line)


def _character(match: re.Match[str]) -> str:
    code = int(match[1], 16) if match[1] else int(match[2])
    return chr(code) if 0 < code <= _LAST else match[0]


def _card(line: str, where: str) -> Found:
    given = line.split("\t")
    texts, told = from_html(given[:_MOST_FIELDS], where)
    if len(given) == 1:
        what = _("“{text}” has no tab, and so no answer").format(text=first_words(line))
        return Found(told=(Told(where, what, Loss.NOTE),))
    if any(map(str.strip, given[_MOST_FIELDS:])):
        what = _("what stands behind the fourth field is left out: {text}")
        rest = " ".join(given[_MOST_FIELDS:])
        told = (*told, Told(where, what.format(text=first_words(rest)), Loss.PART))
    return together([Found(told=told), found_of(_fields(texts, where))])


def _fields(texts: list[str], where: str) -> Fields:
    if len(texts) == 2:
        return Fields(where, "basic", texts[0], texts[1])
    word, pronunciation, meaning, *notes = texts
    return Fields(where, "reverse", word, meaning, (pronunciation, *notes))
