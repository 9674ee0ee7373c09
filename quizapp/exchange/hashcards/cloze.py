"""Deletions of hashcards as gaps: each `[deletion]` is a card of its own, in which the others are read as text.

`\\[` and `\\]` are brackets, and so are those of `![pictures](…)`. As in hashcards (parse_cloze_cards), brackets in
code and in maths delete as well: such a deletion cannot be a gap of ours.
"""

import re
from dataclasses import dataclass

from quizapp.cards.draft import Draft
from quizapp.exchange.markdown.gapped import MOST_CHARACTERS, gap, gapped
from quizapp.exchange.markdown.source import gaps_of
from quizapp.i18n import _

_SIGNS = re.compile(r"\\[\[\]]|!?\[|\]")


class Unreadable(Exception):
    """A cloze that hashcards does not read."""


@dataclass(frozen=True)
class Cloze:
    """Text without the brackets of its deletions, and where in it each begins and ends."""

    text: str
    deletions: tuple[tuple[int, int], ...]


def clozes_of(text: str) -> tuple[list[Draft], list[str]]:
    """A draft for each deletion, and the deletions that cannot be gaps. Raises Unreadable."""
    cloze = _cloze(text)
    if len(cloze.text) * len(cloze.deletions) > MOST_CHARACTERS:
        return [], [text]
    drafts, lost = [], []
    for start, end in cloze.deletions:
        prompt = gapped(cloze.text[:start] + gap(cloze.text[start:end]) + cloze.text[end:])
        if len(gaps_of(prompt)) == 1:
            drafts.append(Draft(kind="cloze", prompt=prompt))
        else:
            lost.append(cloze.text[start:end])
    return drafts, lost


def _cloze(text: str) -> Cloze:
    """The text as hashcards reads it."""
    pieces: list[str] = []
    deletions: list[tuple[int, int]] = []
    length = done = 0
    start, in_picture = -1, False
    for sign in _SIGNS.finditer(text):
        mark, was_in_picture = sign[0], in_picture
        in_picture = mark == "![" or (in_picture and mark != "]")
        is_bracket = not was_in_picture and mark in ("[", "]")
        kept = text[done : sign.start()] + ("" if is_bracket else mark.removeprefix("\\"))
        pieces.append(kept)
        length, done = length + len(kept), sign.end()
        if is_bracket and mark == "[":
            if start >= 0:
                raise Unreadable(_("a deletion within a deletion"))
            start = length
        elif is_bracket and start >= 0:
            deletions.append((start, length))
            start = -1
    if start >= 0:
        raise Unreadable(_("a deletion that does not end"))
    if not deletions:
        raise Unreadable(_("a cloze without a deletion"))
    return Cloze("".join([*pieces, text[done:]]), tuple(deletions))
