"""What a piece of our Markdown says, for tests."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from markdown_it.token import Token

from quizapp.markdown import tokens_of

MOST_SECONDS = 6
"""Of the processor's own time: what is linear takes one at most, what is quadratic fifteen and more."""


@contextmanager
def in_time() -> Iterator[None]:
    """Fails if what is done within it takes time out of all proportion."""
    begun = time.process_time()
    yield
    assert time.process_time() - begun < MOST_SECONDS


def said(markdown: str) -> str:
    """The text that a reader of `markdown` sees, blanks apart."""
    return "".join("".join(_said(token).split()) for token in tokens_of(markdown))


def types(markdown: str) -> list[str]:
    """The types of its blocks and of what is in them, in order, text apart."""
    found = [each.type for token in tokens_of(markdown) for each in (token, *(token.children or ()))]
    return [type_ for type_ in found if type_ not in ("text", "inline", "softbreak") and not type_.endswith("_close")]


def _said(token: Token) -> str:
    if token.children is None:
        return token.content
    return "".join(_said(child) if child.type != "hardbreak" else "\n" for child in token.children)
