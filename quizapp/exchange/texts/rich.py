"""Texts of a text file that bring more than text: HTML, and pictures that no text file holds."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from quizapp.exchange.notes import Loss, Told
from quizapp.i18n import _
from quizapp.markdown import tokens_of
from quizapp.visible import one_line

if TYPE_CHECKING:
    from quizapp.exchange.html.conversion import Rewritten

_HTML = re.compile(
    r"</?(?:a|b|br|code|div|em|font|i|img|li|ol|p|pre|span|strong|sub|sup|table|td|tr|u|ul)(?:\s[^<>]*)?/?>|&nbsp;",
    re.IGNORECASE,
)


def looks_like_html(text: str) -> bool:
    """True if a text has a tag that HTML has and prose has not: `vector<int>` is prose."""
    return _HTML.search(text) is not None


def from_html(fields: Iterable[str], where: str) -> tuple[list[str], tuple[Told, ...]]:
    """Each of the fields, which are HTML, as Markdown; and what of them could not be brought along."""
    from quizapp.exchange.html.conversion import markdown_of  # loads a parser of HTML, which few tables need

    rewritten = [markdown_of(field) for field in fields]
    return [one.markdown for one in rewritten], tuple(told for one in rewritten for told in left_out(one, where))


def left_out(rewritten: "Rewritten", where: str) -> tuple[Told, ...]:
    """What of a piece of HTML could not be brought along; its pictures are no part of a text file."""
    return (*(Told(where, what, Loss.PART) for what in rewritten.told), *_missing(rewritten.media, where))


def images_told(fields: Iterable[str], where: str) -> tuple[Told, ...]:
    """A Told for each picture that the fields, which are Markdown, show from a file."""
    tokens = (token for field in fields if "![" in field for token in tokens_of(field))
    children = (child for token in tokens for child in token.children or ())
    sources = (str(child.attrs.get("src", "")) for child in children if child.type == "image")
    return _missing((source for source in sources if "://" not in source), where)


def _missing(names: Iterable[str], where: str) -> tuple[Told, ...]:
    what = _("the picture {name} is no part of a text file: put it into the folder `media` beside the card")
    return tuple(Told(where, what.format(name=one_line(name)), Loss.PART) for name in dict.fromkeys(names))
