"""Cards as a deck of hashcards: what `quizapp.exchange.hashcards.reading` reads again as the same cards.

Carried are basic cards, reverse cards (as `T:` and `D:`) and clozes. A cloze with several gaps is asked one gap at a
time there. Each card is read again before it is handed over: what would come back as another is told, and left out.
"""

import json
import re
from collections.abc import Iterable

from quizapp.cards.draft import Draft
from quizapp.exchange.hashcards.reading import MARKER, SEPARATOR, notes_of
from quizapp.exchange.markdown.literal import fences_of, literal_spans
from quizapp.exchange.markdown.same_meaning import same_card
from quizapp.exchange.markdown.source import gap_marks, gaps_of
from quizapp.exchange.notes import Loss, Note, Told
from quizapp.exchange.outgoing.written import Written
from quizapp.i18n import _

_LETTERS = {"basic": "QA", "reverse": "TD"}
_BRACKET = re.compile(r"!\[[^\[\]\\]*\]\(|\\?[\[\]]")
_NEXT = Draft(prompt="next", answer="card")
"""A card below the one that is tried: it must still be there."""


def text_of(notes: Iterable[Note], name: str = "") -> Written:
    """The deck's text, and what it does not hold. `name` is the deck's, where that is not the file's."""
    told: list[Told] = []
    sections = [(note, section) for note in notes if (section := _section(note, told))]
    head = [f"---\nname = {json.dumps(name, ensure_ascii=False)}\n---"] if name and sections else []
    text = "\n\n".join([*head, *(section for _note, section in sections)])
    return Written(f"{text}\n" if text else "", tuple(told), tuple(note for note, _section in sections))


def _section(note: Note, told: list[Told]) -> str:
    draft, where = note.draft, note.place
    if draft.kind not in (*_LETTERS, "cloze"):
        told.append(Told(where, _("hashcards knows no {kind} cards").format(kind=draft.kind), Loss.NOTE))
        return ""
    written = _cloze(draft.prompt) if draft.kind == "cloze" else _sides(draft, *_LETTERS[draft.kind])
    if not written or not _comes_back(draft, written):
        told.append(Told(where, _("hashcards would read this card as something else"), Loss.NOTE))
        return ""
    told.extend(Told(where, what) for what in _lost(draft))
    return written


def _lost(draft: Draft) -> list[str]:
    lost = [_("tags left out: {tags}").format(tags=" ".join(draft.tags))] if draft.tags else []
    if draft.kind == "cloze":
        lost += [_("its explanation is left out")] if draft.answer.strip() else []
        lost += [_("its gaps are asked one at a time")] if len(gaps_of(draft.prompt)) > 1 else []
    return lost


def _sides(draft: Draft, front: str, back: str) -> str:
    """Both sides; empty where a line of code would begin a card, or end one: hashcards knows no code."""
    sides = [_side(front, draft.prompt), _side(back, draft.answer)]
    return "\n".join(sides) if all(sides) else ""


def _side(letter: str, markdown: str) -> str:
    lines = markdown.strip("\n").rstrip().split("\n")
    is_code = fences_of(lines).inside
    if any(code and (MARKER.match(line) or SEPARATOR.match(line)) for line, code in zip(lines, is_code, strict=True)):
        return ""
    text = "\n".join(map(_line, lines))
    return f"{letter}:\n{text}" if len(lines) > 1 else f"{letter}: {lines[0].strip()}"


def _line(line: str) -> str:
    if SEPARATOR.match(line):
        return "***"
    return f"{line[0]}\\{line[1:]}" if MARKER.match(line) else line


def _cloze(prompt: str) -> str:
    """The prompt with brackets for gaps; other brackets escaped, but for those of pictures."""
    marks = gap_marks(prompt, literal_spans(prompt))
    if len(marks) != 2 * len(gaps_of(prompt)):
        return ""
    pieces, done = [], 0
    for number, mark in enumerate(marks):
        pieces += [_BRACKET.sub(_escaped, prompt[done:mark]), "]" if number % 2 else "["]
        done = mark + 2
    return _side("C", "".join([*pieces, _BRACKET.sub(_escaped, prompt[done:])]))


def _escaped(bracket: re.Match[str]) -> str:
    return bracket[0] if bracket[0].startswith("!") else f"\\{bracket[0]}"


def _comes_back(draft: Draft, written: str) -> bool:
    found = [note.draft for note in notes_of(f"{written}\n\nQ: {_NEXT.prompt}\nA: {_NEXT.answer}")]
    if not found or not same_card(found[-1], _NEXT):
        return False
    several = draft.kind == "cloze" and len(gaps_of(draft.prompt)) > 1
    asked = draft.model_copy(update={"answer": ""}) if draft.kind == "cloze" else draft
    return len(found) - 1 == len(gaps_of(draft.prompt)) if several else len(found) == 2 and same_card(found[0], asked)
