"""Several cards written on one sheet: what `quizapp add` reads from its input, and what it puts before an editor.

    %% Lines that begin so, above the first card, are for whoever writes.
    deck: 06-pools
    topic: pooling

    ## What does max pooling keep?

    The largest value.

Above the first card stand where the cards go and their tags; below it everything belongs to a card, as in a card file.
A heading with nothing in it and below it is passed over: the sheet that an editor opens with ends in one.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from quizapp.cards.blocks import blocks_of
from quizapp.cards.draft import Draft
from quizapp.cards.faults import Fault, in_order
from quizapp.cards.parse import parse_placed
from quizapp.cards.parts import CardPart
from quizapp.cards.section import Section
from quizapp.cards.source import Source
from quizapp.cards.writing import draft_alone
from quizapp.i18n import F_
from quizapp.markdown import tokens_of

REMARK = "%%"

_FIELD = re.compile(r"(deck|topic|tags|language):[ \t]*(.*?)[ \t]*\Z")


@dataclass(frozen=True)
class Piece:
    """What stands from a heading to the next, from line `line` on; `draft` is None where no card can be made of it."""

    line: int
    text: str
    draft: Draft | None


@dataclass(frozen=True)
class Sheet:
    """What was written: `fields` (deck, topic, tags, language), the cards, what is wrong, and what belongs to none."""

    fields: Mapping[str, str]
    pieces: tuple[Piece, ...]
    faults: tuple[Fault, ...]
    beside: str = ""

    @property
    def blank(self) -> bool:
        """True if nobody has written a card."""
        return not self.beside and not self.pieces


def sheet_of(content: bytes, name: str) -> Sheet:
    """The cards on a sheet; `name` is what faults call it. Pure."""
    source = Source(content)
    lines = source.text.split("\n")
    blocks = blocks_of(tokens_of("\n".join(_without_front_matter(lines))), lines)
    starts = [block.start for block in blocks if block.is_heading("h2")]
    first = starts[0] if starts else len(lines)
    fields, beside = _head(lines[:first])
    body = "\n".join([*[""] * first, *lines[first:]]).encode("utf-8", "surrogatepass")
    ends = [*starts[1:], len(lines)][: len(starts)]
    texts = {start + 1: "\n".join(lines[start:end]).rstrip() + "\n" for start, end in zip(starts, ends, strict=True)}
    part, placed = parse_placed(body, name)
    drafts = _drafts(placed)
    pieces = tuple(Piece(line, text, drafts.get(line)) for line, text in texts.items() if not _is_empty(text))
    told = (fault for fault in part.faults if not _is_empty(texts.get(fault.line, name)))
    faults = in_order([*_unclear(source, name), *told, *_beside(name, beside, alone=not starts)])
    return Sheet(fields, pieces, faults, beside)


def _drafts(placed: Sequence[tuple[Section, CardPart]]) -> dict[int, Draft]:
    """The drafts by their headings' lines; an id that only follows from the prompt may give way to another."""
    drafts = {section.line: (draft_alone(section, card), card.named) for section, card in placed}
    return {line: draft if named else draft.model_copy(update={"id": ""}) for line, (draft, named) in drafts.items()}


def _is_empty(text: str) -> bool:
    return not text.strip("# \t\n")


def _unclear(source: Source, name: str) -> Iterator[Fault]:
    """What is not plain text: it is shown, and written, as pictures of what it is."""
    for line, column, what, mend in source.faults():
        yield Fault(file=name, line=line, column=column, what=what, mend=mend)


def _without_front_matter(lines: list[str]) -> list[str]:
    """A line of dashes at the top would hide what is below it."""
    return ["" if line.rstrip() == "---" else line for line in lines[:1]] + lines[1:]


def _head(lines: list[str]) -> tuple[dict[str, str], str]:
    fields: dict[str, str] = {}
    beside = []
    for line in lines:
        field = _FIELD.match(line)
        if field:
            fields[field[1]] = field[2].strip("[]\"'")
        elif line.strip() and not line.startswith(REMARK) and line.rstrip() != "---":
            beside.append(line)
    return fields, "\n".join(beside)


def _beside(name: str, beside: str, alone: bool) -> Iterator[Fault]:
    if beside and alone:
        yield Fault(file=name, line=1, what=F_("there is no card here"), mend=F_("begin its question with `## `"))
    elif beside:
        what = F_("what stands above the first card is no card")
        yield Fault(file=name, line=1, what=what, mend=F_("put it below a question, or leave it out"))
