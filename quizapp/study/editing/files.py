"""Cards written into the learner's files: added, and replaced."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, count

from quizapp.cards.draft import Draft
from quizapp.cards.models import Card
from quizapp.cards.parse import parse_file
from quizapp.cards.parsed import parsed
from quizapp.cards.parts import CardPart
from quizapp.cards.writing import section_of
from quizapp.cards.writing.changes import replaced
from quizapp.errors import UsageError
from quizapp.i18n import F_
from quizapp.language import EVERY
from quizapp.study.editing.own_copy import copied
from quizapp.study.editing.pages import Pages, Written
from quizapp.study.editing.same_there import refuse_another_text
from quizapp.study.editing.shelf import Shelf, Target
from quizapp.study.editing.spots import extent_of, key_of, lent_by
from quizapp.study.opening import Desk

__all__ = ["Added", "Target", "add", "add_to", "replace"]

FIRST_LANGUAGES = ("en", EVERY, "zh")


@dataclass(frozen=True)
class Added:
    """A card that was added: its id, and the files that were written."""

    card: str
    written: Written


def add(desk: Desk, target: Target, drafts: Mapping[str, Draft], now: datetime) -> Added:
    """Appends a card to the files of its topic, in each language of `drafts`; on disk and read when it returns.

    Raises UsageError where the target is none or its id is taken, StoreError where a file cannot be written.
    """
    pages = Pages()
    shelf = Shelf(desk, pages)
    key = add_to(shelf, target, drafts)
    written = pages.write()
    desk.read_cards(now)
    return Added(key, written)


def add_to(shelf: Shelf, target: Target, drafts: Mapping[str, Draft]) -> str:
    """The same, without writing: the files are put among the shelf's pages. Gives the card's id."""
    id_, topic = "", ""
    sections = {language: section_of(draft) for language, draft in drafts.items()}
    wanted = {language: _sound_card(section) for language, section in sections.items()}
    for language in (language for language in FIRST_LANGUAGES if language in drafts):
        path = shelf.file(target, language, alone=len(drafts) == 1)
        part = parsed(shelf.pages[path], str(path))
        topic = part.topic
        if not id_:
            id_ = _free(shelf, topic, wanted[language].id, {card.key for card in part.cards})
            if drafts[language].id and id_ != wanted[language].id:
                raise UsageError(
                    F_("there is a card `{topic}/{card}` already", topic=topic, card=drafts[language].id),
                    F_("give another id, or none"),
                )
        if id_ != wanted[language].id:
            sections[language] = section_of(drafts[language].model_copy(update={"id": id_}))
        shelf.append(path, sections[language])
        refuse_another_text(shelf.pages, path, id_, wanted[language].face)
    return f"{topic}/{id_}"


def replace(desk: Desk, card: Card, drafts: Mapping[str, Draft], now: datetime) -> Written:
    """Puts other texts in the place of a card's; its id, and with it its history, stays. A language may be new.

    Of a bundled card the learner's own copy is made first. Raises UsageError and StoreError.
    """
    shelf = Shelf(desk, Pages())
    pages, places = shelf.pages, copied(shelf, card)
    for language, draft in drafts.items():
        section = section_of(draft.model_copy(update={"id": card.family.partition("/")[2]}), lent_by(card))
        _sound_card(section)
        if path := places.get(language):
            pages[path] = replaced(pages[path], extent_of(pages, path, key_of(card)), section)
        else:
            shelf.append(shelf.file(Target(card.deck, card.topic), language, alone=False), section)
    written = pages.write()
    desk.read_cards(now)
    return written


def _free(shelf: Shelf, topic: str, wanted: str, taken: Collection[str]) -> str:
    """The id, with a number behind it where it is taken."""
    numbered = chain([wanted], (f"{wanted}-{number}" for number in count(2)))
    return next(id_ for id_ in numbered if id_ not in taken and not shelf.desk.collection.card(f"{topic}/{id_}"))


def _sound_card(section: str) -> CardPart:
    """The card that a section is. Raises UsageError where it is none."""
    part = parse_file(section.encode(), "card.md", "")
    for fault in part.faults:
        if not fault.note:
            raise UsageError(fault.what, fault.mend)
    return part.cards[0]
