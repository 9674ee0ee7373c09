"""Text that must not be read as markup where it is put."""

import re

from quizapp.cards.plain import gaps
from quizapp.cards.slips import braces_at
from quizapp.markdown import GAP_MARK, tokens_of

_MARKUP = re.compile(r"([\\`*_\[\]<>#$=|~{}!&])")
_UNESCAPED_MARK = re.compile(rf"(?<!\\)(?:\\\\)*{GAP_MARK}")
_SPANS = ("`", "$")
_MOST_MARKS = 40
"""Marks that are tried one by one; a text with more has all of them escaped, in code and maths too."""


def as_heading(text: str) -> str:
    """Plain text as a heading that reads the same."""
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))


def without_braces(heading: str) -> str:
    """A heading in which nothing would be read as a card's marks, or as a slip in writing them."""
    while (at := braces_at(heading)) is not None:
        heading = f"{heading[:at]}\\{heading[at:]}"
    return heading


def has_gaps(markdown: str) -> bool:
    """True if something in a piece of Markdown is hidden when it is asked."""
    return _gaps(markdown) > 0


def without_gaps(markdown: str) -> str:
    """Markdown in which `==` marks nothing. In code and in maths it is left alone where that can be told cheaply."""
    count = _gaps(markdown)
    if not count:
        return markdown
    marks = [match.end() - len(GAP_MARK) for match in _UNESCAPED_MARK.finditer(markdown)]
    if len(marks) > _MOST_MARKS or not any(sign in markdown for sign in _SPANS):
        return _escaped(markdown, marks)
    for mark in reversed(marks):
        tried = _escaped(markdown, [mark])
        fewer = _gaps(tried)
        if fewer < count:
            markdown, count = tried, fewer
    return markdown if not count else _escaped(markdown, marks)


def _escaped(markdown: str, at: list[int]) -> str:
    pieces, done = [], 0
    for position in at:
        pieces += [markdown[done:position], "\\"]
        done = position
    return "".join([*pieces, markdown[done:]])


def _gaps(markdown: str) -> int:
    if GAP_MARK not in markdown:
        return 0  # most texts: to read one as Markdown takes longer than all the rest of writing it
    return sum(1 for token in tokens_of(markdown) if token.type == "inline" for _ in gaps(token))
