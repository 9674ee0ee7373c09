"""A card as it stands here, held against what its source says: alike, or changed here, there, or in both places."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from urllib.parse import unquote

from quizapp.cards.draft import Draft
from quizapp.exchange.markdown.same_meaning import same_card

_PICTURE = re.compile(r"(?<=\(media/)[^)]*")
_ESCAPE = re.compile(r"\\(?=.)")
_SHOWN = re.compile(r"!\[((?:\\.|[^\\\]])*)\]\(media/([^)\s]*)")


class Change(StrEnum):
    """Which text is another than what was brought along before. `UNKNOWN`: nothing was kept of that."""

    THERE = "there"
    HERE = "here"
    BOTH = "both"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Difference:
    """A card that says something else than its source: where it stands here (line from 1), and where there."""

    card: str
    title: str
    change: Change
    file: Path
    line: int
    place: str


def change_of(before: str, here: Collection[str], there: str) -> Change:
    """What changed, by digests: of what was brought along before (empty: not known), of the card, of its source.

    The card has two: with its own tags, and with those of its topic too.
    """
    if not before:
        return Change.UNKNOWN
    if before == there:
        return Change.HERE
    return Change.THERE if before in here else Change.BOTH


def says_the_same(one: Draft, other: Draft) -> bool:
    """True if two drafts differ in spelling at most, and in the names of pictures. Tags are not looked at.

    What is written in the place of a picture does not count where `other`, its source, has but the file's name there.
    """
    if _names_pictures_by_files(other):
        one, other = map(_without_words_for_pictures, (one, other))
    first, second = map(_without_pictures, (one, other))
    return first == second or same_card(first, second)


def told_of(draft: Draft) -> tuple[object, ...]:
    """All that a draft says, pictures' names aside."""
    plain = _without_pictures(draft)
    return plain.kind, plain.prompt, plain.answer, sorted(set(draft.tags))


def _names_pictures_by_files(draft: Draft) -> bool:
    shown = _SHOWN.findall(f"{draft.prompt}\n{draft.answer}")
    return bool(shown) and all(_ESCAPE.sub("", words) in ("", unquote(name)) for words, name in shown)


def _without_words_for_pictures(draft: Draft) -> Draft:
    texts = {name: _SHOWN.sub("![](media/", getattr(draft, name)) for name in ("prompt", "answer")}
    return draft.model_copy(update=texts)


def _without_pictures(draft: Draft) -> Draft:
    texts = {name: _PICTURE.sub("", getattr(draft, name)) for name in ("prompt", "answer")}
    return draft.model_copy(update={**texts, "id": "", "tags": ()})
