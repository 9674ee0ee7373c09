"""A list, a shape or a matrix as a learner types it, taken apart into its numbers."""

import re

from quizapp.checks.typed.numbers import Unclear, missing_after
from quizapp.i18n import _

_OPENS, _CLOSES = "([{", ")]}"
_ROW, _COMMA = re.compile(";"), re.compile(",")
_CROSS = re.compile(r"(?<=[\d)])\s*[xX×]\s*(?=[\d(])")
_BROKEN_OFF = re.compile(r"(?<=[\d)])\s*([xX×])$")
_LETTER_CROSS = re.compile(r"(?<=[\d)])\s*[xX]\s*(?=[\d(])")
# `1,024` would be two numbers, `3,224×224` could be two as well as three.
_THOUSANDS = re.compile(r"(?<![\d.])\d{1,3},(?:0\d\d(?!\d)|\d{3}\s*[xX×])")
# Numbers side by side, as in `32 16 16`: a space, and what follows begins a number (`3 -1` are two, `3 - 1` is one).
_SPACE = re.compile(r"(?<=[\d)\]KkMGBT%.]) +(?=[-+]?[\d.(\[])")


def parts_of(text: str) -> list[str]:
    """The numbers of a list, row after row, each as it was typed. Raises Unclear."""
    if sum(map(text.count, _OPENS)) != sum(map(text.count, _CLOSES)):
        raise Unclear(_("the brackets do not match"))
    inside = _unwrapped(text.strip())
    rows = _split(inside, _ROW)
    return [number for row in rows for number in _numbers(row if len(rows) > 1 else inside)]


def _numbers(row: str) -> list[str]:
    """The parts between commas; if there are none, between crosses, or else between spaces."""
    _no_thousands(row)
    parts = next((parts for pattern in (_COMMA, _CROSS, _SPACE) if len(parts := _split(row, pattern)) > 1), [row])
    parts = parts[:-1] if len(parts) > 1 and not parts[-1] else parts
    if not all(parts):
        raise Unclear(_("a number is missing"))
    if off := next(filter(None, map(_BROKEN_OFF.search, parts)), None):
        raise Unclear(missing_after(off[1]))
    return [number for part in parts for number in (parts_of(part) if _unwrapped(part) != part else [part])]


def _no_thousands(row: str) -> None:
    """Raises Unclear where a comma seems to group digits, or numbers stand between commas and between crosses."""
    if _THOUSANDS.search(row):
        raise Unclear(_("within a list a number takes no comma: 1024, not 1,024"))
    if len(_split(row, _COMMA)) > 1 and len(_split(row, _LETTER_CROSS)) > 1:
        raise Unclear(_("put commas between the numbers, or x, not both"))


def _split(text: str, pattern: re.Pattern[str]) -> list[str]:
    spans = [match.span() for match in pattern.finditer(text) if _at_top(text, match.start())]
    starts, ends = [0, *[end for _start, end in spans]], [*[start for start, _end in spans], len(text)]
    return [text[start:end].strip() for start, end in zip(starts, ends, strict=True)]


def _unwrapped(text: str) -> str:
    """What stands within brackets that hold everything."""
    while text[:1] and text[0] in _OPENS and _closing(text) == len(text) - 1:
        text = text[1:-1].strip()
    return text


def _closing(text: str) -> int:
    depth = 0
    for at, character in enumerate(text):
        depth += (character in _OPENS) - (character in _CLOSES)
        if depth == 0:
            return at
    return -1


def _at_top(text: str, at: int) -> bool:
    before = text[:at]
    return sum(map(before.count, _OPENS)) == sum(map(before.count, _CLOSES))
