"""Cards as a note of the Obsidian plugin Spaced Repetition, which `quizapp.exchange.obsidian` reads as the same cards.

Carried are basic and reverse cards and clozes, with their schedules. Clozes of one text are one paragraph; gaps that
are asked together get one number (`==1;;gap==`). A blank line ends a card there (by the plugin's defaults): an answer
is its first block alone, and what else was left out is told. Each card is read again before it is handed over: what
would come back as another is told, and left out.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from quizapp.cards.blocks import blocks_of
from quizapp.cards.draft import Draft
from quizapp.exchange.markdown.literal import literal_spans
from quizapp.exchange.markdown.same_meaning import same_card
from quizapp.exchange.markdown.source import gap_marks
from quizapp.exchange.notes import Loss, Note, Past, Told
from quizapp.exchange.obsidian.reading import notes_of
from quizapp.exchange.obsidian.writing_schedules import comment_of
from quizapp.exchange.outgoing.siblings import Family, alone, families
from quizapp.exchange.outgoing.written import Written
from quizapp.i18n import _
from quizapp.markdown import outline_of

_TAG = "#flashcards"
_UNFIT = re.compile(r"[^\w-]+")
"""What the name of a deck does not hold: Obsidian's help knows letters, digits, `_` and `-`, with `/` between them."""
_SEPARATORS = {"basic": ("::", "?"), "reverse": (":::", "??")}
_NEXT = Draft(prompt="next", answer="card")
"""A card below the one that is tried: it must still be there."""


def text_of(notes: Sequence[Note], deck: tuple[str, ...] = ()) -> Written:
    """The note's text, and what it does not hold. `deck` are the names that the note's tag gives to its deck."""
    told: list[Told] = []
    sections = [section for family in families(notes, lambda note: "") for section in _sections(family, told)]
    if not sections:
        return Written("", tuple(told), ())
    names = [name for name in (_UNFIT.sub("-", name).strip("-") for name in deck) if name]
    if tuple(names) != deck:
        what = _("as a tag its name is {tag}")
        told.append(Told("/".join(deck), what.format(tag="/".join(names) or _TAG), Loss.NOTHING))
    text = "\n\n".join(["/".join([_TAG, *names]), *(text for text, _cards in sections)])
    return Written(f"{text}\n", tuple(told), tuple(note for _text, cards in sections for note in cards))


def _sections(family: Family, told: list[Told]) -> Iterator[tuple[str, Sequence[Note]]]:
    """What is written of a family, and of whom: of each by itself where they would not come back as they are."""
    text = _written(family)
    if not text and len(family.notes) > 1:
        yield from (section for note in family.notes for section in _sections(alone(note), told))
        return
    told.extend(one for note in family.notes for one in _lost(note, bool(text)))
    if text:
        yield text, family.notes


def _lost(note: Note, is_written: bool) -> Iterator[Told]:
    draft = note.draft
    if draft.kind not in (*_SEPARATORS, "cloze"):
        what = _("the plugin for Obsidian knows no {kind} cards").format(kind=draft.kind)
        yield Told(note.place, what, Loss.NOTE)
    elif not is_written:
        yield Told(note.place, _("the plugin for Obsidian would read this card as something else"), Loss.NOTE)
    else:
        if _kept(draft).answer != draft.answer.strip("\n").rstrip():
            yield Told(note.place, _("its explanation is left out"))
        if draft.tags:
            yield Told(note.place, _("tags left out: {tags}").format(tags=" ".join(draft.tags)))


def _written(family: Family) -> str:
    """The family with its schedules; empty where it cannot be written, or would be read as something else."""
    comment = comment_of([past for note in family.notes for past in _pasts(note)])
    texts = (f"{text}\n{comment}" if comment else text for text in _tried(family))
    return next((text for text in texts if _comes_back(family.notes, text)), "")


def _pasts(note: Note) -> list[Past]:
    return [note.past, note.backwards] if note.draft.kind == "reverse" else [note.past]


def _kept(draft: Draft) -> Draft:
    """What of a card the plugin has a place for."""
    return draft.model_copy(update={"answer": "" if draft.kind == "cloze" else _first_block(draft.answer)})


def _tried(family: Family) -> Iterator[str]:
    """How the cards may be written, the shortest first; not at all where they are of a kind that is not known."""
    draft = _kept(family.notes[0].draft)
    prompt, answer = draft.prompt.strip("\n").rstrip(), draft.answer
    if draft.kind == "cloze":
        yield _numbered(family)
    elif draft.kind in _SEPARATORS:
        on_one_line, between = _SEPARATORS[draft.kind]
        if "\n" not in prompt + answer:
            yield f"{prompt}{on_one_line}{answer}"
        yield f"{prompt}\n{between}\n{answer}"


def _first_block(markdown: str) -> str:
    lines = ["", *markdown.split("\n")]  # on the first line `---` would begin front matter
    blocks = blocks_of(outline_of("\n".join(lines)), lines)
    return blocks[0].markdown if blocks else ""


def _numbered(family: Family) -> str:
    """The prompt with a number for the gaps of each card, if one has several; empty where gaps cannot be told."""
    prompt = family.prompt.strip("\n").rstrip()
    marks = gap_marks(prompt, literal_spans(prompt))
    if len(marks) != 2 * len(family.gaps):
        return ""
    is_numbered = len({gap.owner for gap in family.gaps}) < len(family.gaps)
    pieces, done = [], 0
    for opening, closing, gap in zip(marks[::2], marks[1::2], family.gaps, strict=True):
        parts = [str(gap.owner + 1)] if is_numbered else []
        parts += [prompt[opening + 2 : closing], *([gap.hint] if gap.hint else [])]
        pieces += [prompt[done:opening], f"=={';;'.join(parts)}=="]
        done = closing + 2
    return "".join([*pieces, prompt[done:]])


def _comes_back(notes: Sequence[Note], written: str) -> bool:
    """True if the cards are read again, with their schedules, and the next one below them as well."""
    expected = [*(replace(note, draft=_kept(note.draft)) for note in notes), Note("", _NEXT)]
    found = notes_of(f"{_TAG}\n\n{written}\n\n{_NEXT.prompt}::{_NEXT.answer}") if written else ()
    return len(found) == len(expected) and all(map(_same, expected, found))


def _same(note: Note, read: Note) -> bool:
    """True if text and dates are the same: intervals and easiness are kept in bounds where they are read."""
    pairs = [(note.past, read.past), (note.backwards, read.backwards)]
    return same_card(note.draft, read.draft) and all(_due(one) == _due(other) for one, other in pairs)


def _due(past: Past) -> date | None:
    return past.memory.due if past.memory else None
