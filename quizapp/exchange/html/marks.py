"""Characters that stand for something while HTML becomes Markdown. They are no characters, and so in no text.

Unicode keeps U+FDD0…U+FDEF for a program's own use inside; what comes from outside is cleaned of them first.
"""

import re

FORMULA, FORMULA_END = "\ufdd0", "\ufdd1"
"""Around the number of a formula that was lifted out."""

FORMULAS = re.compile(f"{FORMULA}([0-9]+){FORMULA_END}")

MAYBE = "\ufdd2"
"""Before a character that is markup at a line's beginning only."""

ON, OFF = "\ufdd3", "\ufdd4"
"""Before the marks that begin and end emphasis, and a gap."""

BREAK = "\ufdd5"
"""Before a line break that was asked for."""

CELL, ROW = "\ufdd6", "\ufdd7"
"""Behind a table's cell, and behind a row."""

SPACE = "\ufdd8"
"""Where a space is needed, unless there is one."""

GAP, HINT = "x-gap", "x-hint"
"""Elements that HTML does not have: what a cloze hides, and the hint beside it."""

_ELEMENTS = re.compile(f"</?(?:{GAP}|{HINT})>", re.IGNORECASE)
_OURS = re.compile("[\ufdd0-\ufdef]")
_REFERENCE = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,8})|([0-9]{1,9}));?")
_REPLACEMENT = "\ufffd"


def without_marks(html: str) -> str:
    """`html` in which nothing can be taken for one of these, nor becomes one when its references are read."""
    return _REFERENCE.sub(_harmless, _OURS.sub(_REPLACEMENT, html))


def without_gap_marks(text: str) -> str:
    """A text without the elements that mark gaps and hints: they may stand in an address or a name, too."""
    return _ELEMENTS.sub("", text)


def _harmless(match: re.Match[str]) -> str:
    code = int(match[1], 16) if match[1] else int(match[2])
    return _REPLACEMENT if 0xFDD0 <= code <= 0xFDEF or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF else match[0]
