"""Comments of Obsidian's, `%%between these%%`, which it does not show (its help, "Basic formatting syntax")."""

import re

from quizapp.exchange.markdown.literal import outside
from quizapp.exchange.notes import Told
from quizapp.exchange.texts.words import first_words
from quizapp.i18n import _

_COMMENT = re.compile(r"%%((?:[^%]|%(?!%))*)%%")


def without_comments(markdown: str, place: str) -> tuple[str, tuple[Told, ...]]:
    """Markdown without its comments, and what stood in them. One that is not closed stays as text."""
    if "%%" not in markdown:
        return markdown, ()
    told: list[Told] = []

    def drop(comment: re.Match[str]) -> str:
        words = first_words(comment[1])
        told.extend([Told(place, _("a comment is left out: {words}").format(words=words))] if words else [])
        return ""

    return outside(markdown, _COMMENT, drop), tuple(told)
