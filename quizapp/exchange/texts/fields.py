"""Fields of a text file's row, brought together as a card: what is missing, left over or no sound card is told."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from quizapp.cards.draft import Draft
from quizapp.cards.faces import Kind
from quizapp.cards.parse import parse_file
from quizapp.cards.writing import section_of
from quizapp.exchange.notes import Found, Loss, Note, Told
from quizapp.i18n import _
from quizapp.visible import one_line, visible

KINDS: tuple[Kind, ...] = get_args(Kind)

_NO_TAG = re.compile(r'["{}\\\s]+')
_FIRST_WORDS = 40


@dataclass(frozen=True, slots=True)
class Fields:
    """What one row says of a card, its texts in Markdown.

    `more` are further texts, shown below the answer. `place`, `key` and `deck` are a Note's.
    """

    place: str
    kind: Kind
    prompt: str
    answer: str = ""
    more: tuple[str, ...] = ()
    id: str = ""
    tags: tuple[str, ...] = ()
    key: str = ""
    deck: tuple[str, ...] = ()


def found_of(fields: Fields) -> Found:
    """The card that the fields make, or a Told that says why they make none."""
    tags, told = told_tags(fields.tags, fields.place)
    prompt, *below = map(trimmed, (fields.prompt, fields.answer, *fields.more))
    answer = "\n\n".join(filter(None, below))
    missing = _missing(fields.kind, prompt, below[0], answer)
    if missing:
        return Found(told=(Told(fields.place, missing, Loss.NOTE),))
    draft = Draft(kind=fields.kind, prompt=prompt, answer=answer, id=fields.id, tags=tags)
    fault = fault_of(draft)
    if fault:
        what = _("“{card}” is no sound card: {fault}").format(card=first_words(prompt), fault=fault)
        return Found(told=(Told(fields.place, what, Loss.NOTE),))
    return Found((Note(fields.place, draft, fields.key, fields.deck),), told)


def _missing(kind: Kind, prompt: str, answer: str, below: str) -> str:
    if not prompt.strip():
        return _("the prompt is empty: {text}").format(text=first_words(below) or "–")
    if not answer.strip() and kind != "cloze":
        return _("“{card}” has no answer").format(card=first_words(prompt))
    return ""


def trimmed(text: str) -> str:
    """Markdown safe to show, without the empty lines around it and the blanks at its end."""
    return visible(text).strip("\n").rstrip()


def told_tags(names: Iterable[str], place: str) -> tuple[tuple[str, ...], tuple[Told, ...]]:
    """Tags as a card can have them, each once, and a Told for those that had to be written otherwise."""
    tags, told = list[str](), list[Told]()
    for name in names:
        tag = _NO_TAG.sub("_", visible(name))
        tags += [tag] if tag else []
        if tag != name:
            what = _("the tag {old} is written {new}").format(old=one_line(name), new=tag)
            told.append(Told(place, what, Loss.NOTHING))
    return tuple(dict.fromkeys(tags)), tuple(told)


def fault_of(draft: Draft) -> str:
    """What keeps a draft from being a card of its kind once it is written; empty if nothing does."""
    part = parse_file(section_of(draft).encode(), "card.md", "")
    faults = [fault.what for fault in part.faults if not fault.note]
    if faults or len(part.cards) != 1:
        return faults[0] if faults else _("it is no single card")
    kind = part.cards[0].face.kind
    return "" if kind == draft.kind else _("its text makes it a card of the kind {kind}").format(kind=kind)


def first_words(markdown: str) -> str:
    """The beginning of a text, by which a person finds it."""
    line = one_line(markdown[: 4 * _FIRST_WORDS])
    return line if len(line) <= _FIRST_WORDS else f"{line[:_FIRST_WORDS].rstrip()}…"


def together(found: Iterable[Found]) -> Found:
    """All notes and all that is told, in order."""
    parts = list(found)
    return Found(
        tuple(note for part in parts for note in part.notes), tuple(told for part in parts for told in part.told)
    )
