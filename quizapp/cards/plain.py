"""What Markdown says without its markup, for titles, gaps and answers to be typed. Safe to show."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from markdown_it.token import Token

from quizapp.markdown import tokens_of
from quizapp.visible import one_line

_BREAKS = {"softbreak", "hardbreak"}
_ALTERNATIVE = re.compile(r"\s\|\s")
_STAND_IN = "\ufdd0"
"""No character, and so in no text: stands for a `|` inside code or maths while alternatives are parted."""


def plain(inline: Token, gap: str | None = None) -> str:
    """The text of an inline token without its markup; `gap` stands for what a cloze hides, if given.

    Pictures alone, without words of their own, are called by their files.
    """
    pieces, hidden = [], False
    children = inline.children or []
    for child in children:
        if child.type in ("gap_open", "gap_close") and gap is not None:
            hidden = child.type == "gap_open"
            pieces += [gap] if hidden else []
        elif not hidden:
            pieces.append(_text(child))
    return one_line("".join(pieces)) or one_line(" ".join(map(_file, children)))


def gaps(inline: Token) -> Iterator[str]:
    """The plain text of each `==gap==`."""
    text: list[str] | None = None
    for child in inline.children or []:
        if child.type == "gap_open":
            text = []
        elif child.type == "gap_close" and text is not None:
            yield one_line("".join(text))
            text = None
        elif text is not None:
            text.append(_text(child))


def alternatives(inlines: Iterable[Token]) -> tuple[str, ...]:
    """The texts that ` | ` parts; in code and maths it is a character like any other."""
    text = " ".join("".join(map(_guarded, inline.children or [])) for inline in inlines)
    parts = (one_line(part.replace(_STAND_IN, "|")) for part in _ALTERNATIVE.split(text))
    return tuple(part for part in parts if part)


def _guarded(child: Token) -> str:
    return _text(child) if child.type == "text" else _text(child).replace("|", _STAND_IN)


def first_line(markdown: str) -> str:
    """The first text of a piece of Markdown, plain: what lists call it."""
    for token in tokens_of(markdown):
        if token.type == "inline":
            return plain(token)
        if token.content.strip():
            return one_line(token.content.strip().split("\n")[0])
    return one_line(markdown)


def _text(child: Token) -> str:
    return " " if child.type in _BREAKS else child.content


def _file(child: Token) -> str:
    """The name of a picture's file; nothing for what is no picture."""
    return unquote(str(child.attrs.get("src", ""))).rpartition("/")[2]
