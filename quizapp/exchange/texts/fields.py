"""Fields of a text file's row, brought together as a card: what is missing, left over or makes no card is told."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from quizapp.cards.draft import Draft
from quizapp.cards.faces import Kind
from quizapp.exchange.notes import Found, Loss, Note, Told
from quizapp.exchange.sound import sound
from quizapp.exchange.texts.signs import told_unshown
from quizapp.exchange.texts.tags import tag_of, told_tag
from quizapp.exchange.texts.words import first_words
from quizapp.i18n import _, said
from quizapp.visible import visible

KINDS: tuple[Kind, ...] = get_args(Kind)


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
    fault = fault_of(draft.model_copy(update={"tags": ()}))  # those are written otherwise where they must be
    if fault:
        what = _("“{card}” makes no card: {fault}").format(card=first_words(prompt), fault=fault)
        return Found(told=(Told(fields.place, what, Loss.NOTE),))
    signs = told_unshown("\n".join((fields.prompt, fields.answer, *fields.more)))
    told = (*told, *(Told(fields.place, what) for what in signs))
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
        tag = tag_of(name)
        tags += [tag] if tag else []
        if tag != name:
            told.append(Told(place, told_tag(name), Loss.NOTHING))
    return tuple(dict.fromkeys(tags)), tuple(told)


def fault_of(draft: Draft) -> str:
    """What keeps a draft from being a card of its kind once it is written; empty if nothing does."""
    written = sound(draft)
    if written.faults or written.cards != 1 or written.again is None:
        return said(written.faults[0]) if written.faults else _("it is no single card")
    kind = written.again.kind
    return "" if kind == draft.kind else _("its text makes it a card of the kind {kind}").format(kind=kind)


def together(found: Iterable[Found]) -> Found:
    """All notes and all that is told, in order."""
    parts = list(found)
    return Found(
        tuple(note for part in parts for note in part.notes), tuple(told for part in parts for told in part.told)
    )
