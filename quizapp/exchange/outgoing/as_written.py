"""The texts of cards as they stand in their files, for whoever writes them out.

A card in use was read from its file a moment ago. Where its text stands there to the letter, as it mostly does, nothing
is read as Markdown again: that would take thirty times as long.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from io import StringIO
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from quizapp.cards.backwards import BACKWARDS
from quizapp.cards.draft import Draft
from quizapp.cards.models import Card
from quizapp.cards.writing import Extent, extents
from quizapp.exchange.notes import Parts, parts_of
from quizapp.study.editing.spots import key_of

_FILES = 64
"""Kept at a time: cards come topic by topic."""
_FIELDS = set(Draft.model_fields)
"""One for all drafts: each of its own would be half of a draft."""
_HEADING, _BREAK = "## ", "---"
_END = re.compile(rf"\n*(?:{_HEADING}|\Z)")
"""Nothing but empty lines before the next card, or the file's end."""


@dataclass(frozen=True)
class AsWritten:
    """A card's text in one language: its draft, and its parts where they are known; else only `extent` knows them."""

    draft: Draft
    parts: Parts | None = None
    extent: Extent | None = None


class Words(NamedTuple):
    """What a card asks and all that stands below it, in Markdown."""

    prompt: str
    answer: str


class _Page(NamedTuple):
    """The text of a file whose last line is ended, and where in it each line begins."""

    text: str
    starts: tuple[int, ...]


class Texts:
    """The texts of cards. A file is read once as long as its cards come one after the other.

    `digests` are those of the files from which the cards were read; of another file nothing is believed.
    """

    def __init__(self, digests: Mapping[str, str]) -> None:
        self._digests = digests
        self._page = lru_cache(_FILES)(self._as_it_was)
        self._extents = lru_cache(_FILES)(_extents)

    def of(self, card: Card, language: str) -> AsWritten | None:
        """The text of a card, of one that is asked backwards as it stands; None where its file has it no more."""
        if words := self._as_read(card, language):
            face, id_ = card.faces[language], card.family.partition("/")[2]
            # What comes from a face is sound: to look at it once more would take as long as all of this.
            said = {"kind": face.kind, "prompt": words.prompt, "answer": words.answer, "id": id_, "tags": card.tags}
            return AsWritten(Draft.model_construct(_FIELDS, **said), parts_of(face))
        extent = self._extent(card, language)
        return None if extent is None else AsWritten(extent.draft, extent=extent)

    def words(self, card: Card, language: str) -> Words | None:
        """The same without what is said beside it."""
        if words := self._as_read(card, language):
            return words
        extent = self._extent(card, language)
        return None if extent is None else Words(extent.draft.prompt, extent.draft.answer)

    def _as_read(self, card: Card, language: str) -> Words | None:
        face, place = card.faces[language], card.places[language]
        parts = parts_of(face)
        return parts and self.as_read(card.id, face.prompt, parts.answer, parts.explanation, place.file, place.line)

    def as_read(self, id_: str, prompt: str, answer: str, explanation: str, file: str, line: int) -> Words | None:
        """The texts of a card whose face says this and has such parts, if its file says nothing else from its line on;
        None where the file has to be parsed.
        """
        page = self._page(file)
        return page and _as_read(id_, prompt, answer, explanation, page, line)

    def _extent(self, card: Card, language: str) -> Extent | None:
        return self._extents(card.places[language].file).get(key_of(card))

    def _as_it_was(self, file: str) -> _Page | None:
        """A file as it is now, if it is what it was; None of any other, or where it cannot be read.

        What was read of it otherwise than it stands there, such as signs that drive a terminal, no text says.
        """
        try:
            with open(file, "rb") as opened:  # noqa: PTH123  a path of its own for each takes as long again
                content = opened.read()
            if blake2b(content, digest_size=16).hexdigest() != self._digests.get(file):
                return None
            lines = content.replace(b"\r\n", b"\n") if b"\r" in content else content
            text = (lines + b"\n").decode()
        except (OSError, UnicodeDecodeError):
            return None
        return _Page(text, (0, *accumulate(map(len, StringIO(text, newline="\n")))))


def _as_read(id_: str, prompt: str, answer: str, explanation: str, page: _Page, line: int) -> Words | None:
    if id_.endswith(BACKWARDS):
        prompt, answer, id_ = answer, prompt, id_.removesuffix(BACKWARDS)
    heading, _, question = prompt.partition("\n\n")
    answer = f"{answer}\n\n{explanation}" if answer and explanation else answer or explanation
    if line >= len(page.starts):  # a card that a fault took away is in use as it was, in a file that is another by now
        return None
    text, (start, at) = page.text, page.starts[line - 1 : line + 1]
    if not text.startswith(heading, start) or not _is_marks(text[start + len(heading) : at - 1], heading, id_):
        return None
    for part in (question, _BREAK, answer) if question else (answer,):
        if part:
            while text.startswith("\n", at):
                at += 1
            end = at + len(part)
            if not text.startswith(part, at) or not text.startswith("\n", end):
                return None
            at = end + 1
    if not _END.match(text, at):
        return None
    return Words(prompt.removeprefix(_HEADING), answer)


def _is_marks(rest: str, heading: str, id_: str) -> bool:
    """True if the rest of a heading's line is nothing, or marks that begin with this card's id."""
    marks = rest.strip()
    named = f"{{#{id_.partition('/')[2]}"
    is_named = marks.endswith("}") and marks.startswith(named) and marks[len(named)] in " }"
    return (is_named or not marks) and not heading.endswith("#")


def _extents(file: str) -> Mapping[str, Extent]:
    """The cards of a file as it is now; none where it cannot be read."""
    try:
        return extents(Path(file).read_bytes(), file)
    except OSError:
        return {}
