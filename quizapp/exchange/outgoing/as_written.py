"""The texts of cards as they stand in their files, for whoever writes them out.

A card in use was read from its file a moment ago. Where its text stands there to the letter, as it mostly does, nothing
is read as Markdown again: that would take thirteen times as long.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path

from quizapp.cards.draft import Draft
from quizapp.cards.faces import BasicFace, ClozeFace, Face, ReverseFace, TypedFace
from quizapp.cards.models import BACKWARDS, Card
from quizapp.cards.writing import Extent, extents
from quizapp.study.editing.spots import key_of
from quizapp.visible import DRIVES_TERMINAL

_FILES = 64
"""Kept at a time: cards come topic by topic."""
_HEADING, _BREAK = "## ", "---"
_NO_PLAIN_TEXT = re.compile(f"{DRIVES_TERMINAL.pattern}|\ufeff")


@dataclass(frozen=True)
class AsWritten:
    """A card's text in one language: its draft, and `face` where that says the same; else only `extent` knows it."""

    draft: Draft
    face: Face | None = None
    extent: Extent | None = None


class Texts:
    """The texts of cards. A file is read once as long as its cards come one after the other."""

    def __init__(self) -> None:
        self._lines = lru_cache(_FILES)(_lines)
        self._extents = lru_cache(_FILES)(_extents)

    def of(self, card: Card, language: str) -> AsWritten | None:
        """The text of a card, of one that is asked backwards as it stands; None where its file has it no more."""
        face, place = card.faces[language], card.places[language]
        draft = _as_read(card, face, self._lines(place.file), place.line)
        if draft is not None:
            return AsWritten(draft, face)
        extent = self._extents(place.file).get(key_of(card))
        return None if extent is None else AsWritten(extent.draft, extent=extent)


def _as_read(card: Card, face: Face, lines: Sequence[str], line: int) -> Draft | None:
    """The draft that a face was read from, if these lines of its file say nothing else."""
    if not isinstance(face, BasicFace | ReverseFace | ClozeFace | TypedFace):
        return None
    prompt, answer = face.prompt, "" if isinstance(face, ClozeFace) else face.answer
    if card.id.endswith(BACKWARDS):
        prompt, answer = answer, prompt
    heading, _, question = prompt.partition("\n\n")
    answer = f"{answer}\n\n{face.explanation}" if answer and face.explanation else answer or face.explanation
    id_ = card.family.partition("/")[2]
    if not _is_heading(lines[line - 1 : line], heading, id_):
        return None
    at: int | None = line
    for text in (question, _BREAK, answer) if question else (answer,):
        at = None if at is None else _behind(lines, at, text)
    if at is None or not _is_end(lines, at):
        return None
    prompt = prompt.removeprefix(_HEADING)
    return Draft(kind=face.kind, prompt=prompt, answer=answer, id=id_, tags=card.tags)


def _is_heading(lines: Sequence[str], heading: str, id_: str) -> bool:
    """True if a line is this heading and nothing else, but for marks that begin with this id."""
    if not lines or heading.endswith("#") or not lines[0].startswith(heading):
        return False
    marks = lines[0][len(heading) :].strip()
    return not marks or (marks.endswith("}") and marks.startswith((f"{{#{id_} ", f"{{#{id_}}}")))


def _is_end(lines: Sequence[str], at: int) -> bool:
    """True if nothing but empty lines stands between a line and the next card, or the file's end."""
    further = next(filter(None, islice(lines, at, None)), _HEADING)
    return further.startswith(_HEADING)


def _behind(lines: Sequence[str], at: int, text: str) -> int | None:
    """The line behind a text that begins on a line or below empty ones; None where something else stands there."""
    if not text:
        return at
    while at < len(lines) and not lines[at]:
        at += 1
    wanted = text.split("\n")
    end = at + len(wanted)
    return end if lines[at:end] == wanted else None


def _lines(file: str) -> Sequence[str]:
    """The lines of a file of plain text as it is now; none of any other, or where it cannot be read."""
    try:
        text = Path(file).read_bytes().decode().replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError):
        return []
    return [] if _NO_PLAIN_TEXT.search(text) else text.split("\n")


def _extents(file: str) -> Mapping[str, Extent]:
    """The cards of a file as it is now; none where it cannot be read."""
    try:
        return extents(Path(file).read_bytes(), file)
    except OSError:
        return {}
