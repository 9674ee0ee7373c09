"""Clozes that hide different parts of one text: one note in programs that ask each gap as a card of its own."""

import re
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from quizapp.exchange.markdown.literal import Span, literal_spans
from quizapp.exchange.markdown.source import gap_marks, gaps_of
from quizapp.exchange.notes import Note
from quizapp.markdown import GAP_MARK

_HINT = re.compile(r" \*\(([^*()\\_`\[\]<>&$=\n]+)\)\*(?: (?=[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]))?")
"""A hint as the importers write it, behind the gap that it is for, on no other card; a blank parts it from Chinese."""


class Gap(NamedTuple):
    """Whose a gap is, by the note's place in its family, and the hint that only that one shows."""

    owner: int = 0
    hint: str = ""


@dataclass(frozen=True)
class Family:
    """Notes that are one elsewhere, in the order of their gaps; a note by itself is a family of one.

    `prompt` has the gaps of all of them, and `gaps` says what is known of each; a note by itself has its hints in it.
    """

    notes: tuple[Note, ...]
    prompt: str
    gaps: tuple[Gap, ...] = ()


class _Opened(NamedTuple):
    """A prompt without its gaps' marks and hints, where in it the gaps are, and their hints."""

    text: str
    spans: tuple[Span, ...] = ()
    hints: tuple[str, ...] = ()


def families(notes: Sequence[Note], kin: Callable[[Note], Hashable]) -> Iterator[Family]:
    """The notes, each family at the place of its first: clozes of one text for which `kin` gives the same.

    None of them may differ in deck, tags or explanation, nor hide what another hides, in part or whole.
    """
    opened = {number: _opened(note.draft.prompt) for number, note in enumerate(notes) if note.draft.kind == "cloze"}
    groups: dict[Hashable, list[int]] = {}
    for number, parts in opened.items():
        note = notes[number]
        alike = (kin(note), parts.text, note.draft.answer, frozenset(note.draft.tags), note.deck)
        groups.setdefault(alike if parts.spans else number, []).append(number)
    several = (group for group in groups.values() if len(group) > 1)
    found = {tuple(group): _family([(notes[number], opened[number]) for number in group]) for group in several}
    placed = {group[0]: family for group, family in found.items() if family}
    others = {number for group, family in found.items() if family for number in group[1:]}
    yield from (placed.get(number) or alone(note) for number, note in enumerate(notes) if number not in others)


def alone(note: Note) -> Family:
    """A note by itself."""
    return Family((note,), note.draft.prompt, (Gap(),) * len(gaps_of(note.draft.prompt)))


def _family(siblings: Sequence[tuple[Note, _Opened]]) -> Family | None:
    """Siblings as one; None where their gaps cannot stand in one text."""
    ordered = sorted(siblings, key=lambda sibling: sibling[1].spans)
    gaps = sorted(
        (span, Gap(owner, hint))
        for owner, (_note, opened) in enumerate(ordered)
        for span, hint in zip(opened.spans, opened.hints, strict=True)
    )
    text, pieces, done = ordered[0][1].text, [], 0
    for (start, end), _gap in gaps:
        if start < done:
            return None
        pieces += [text[done:start], GAP_MARK, text[start:end], GAP_MARK]
        done = end
    prompt = "".join([*pieces, text[done:]])
    if len(gaps_of(prompt)) != len(gaps):
        return None
    return Family(tuple(note for note, _opened in ordered), prompt, tuple(gap for _span, gap in gaps))


def _opened(prompt: str) -> _Opened:
    """The prompt taken apart; no gaps where they cannot be told from the text."""
    marks = gap_marks(prompt, literal_spans(prompt))
    if not marks or len(marks) != 2 * len(gaps_of(prompt)):
        return _Opened(prompt)
    text, spans, hints, done = "", [], [], 0
    for opening, closing in zip(marks[::2], marks[1::2], strict=True):
        text += prompt[done:opening]
        inside = prompt[opening + len(GAP_MARK) : closing]
        spans.append((len(text), len(text) + len(inside)))
        text, done = text + inside, closing + len(GAP_MARK)
        hint = _HINT.match(prompt, done)
        hints.append(hint[1] if hint else "")
        done = hint.end() if hint else done
    return _Opened(text + prompt[done:], tuple(spans), tuple(hints))
