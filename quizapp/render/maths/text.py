"""Upright text inside a formula."""

import re

from quizapp.render.maths.nodes import Symbol, UnreadableError
from quizapp.render.maths.symbols import Kind

_ESCAPED = re.compile(r"\\([_%&#{}$ ])")
_NAME = re.compile(r"[A-Za-z0-9]+")


def prose_of(source: str) -> Symbol:
    """What `\\text{…}` holds; with a blank in it, it is prose and parts what stands on either side.

    Raises:
        UnreadableError: It holds a command or a formula of its own.
    """
    text = _ESCAPED.sub(lambda match: match[1], source)
    if re.search(r"[\\${}]", _ESCAPED.sub("", source)):
        raise UnreadableError
    if re.search(r"[\s~]", text):
        words = " ".join(text.replace("~", " ").split())
        return Symbol(words, Kind.PROSE) if words else Symbol(" ", Kind.SPACE)
    return Symbol(text, Kind.WORD if len(text) > 1 and not text.isdecimal() else Kind.ORDINARY)


def name_of(source: str) -> str | None:
    """The name that `\\mathrm{…}` holds; None if it is a formula."""
    return source.strip() if _NAME.fullmatch(source.strip()) else None
