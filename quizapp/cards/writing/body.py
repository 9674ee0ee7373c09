"""What stands below a heading: blocks that open no other card, end with it, and leave the card the kind it is."""

import re
from dataclasses import dataclass

from quizapp.cards.blocks import Block, blocks_of
from quizapp.cards.faces import Kind
from quizapp.cards.section import COMPUTED
from quizapp.cards.slips import swallows
from quizapp.cards.writing.escaping import has_gaps, without_gaps
from quizapp.markdown import tokens_of

_EMPTY_LINES = re.compile(r"\A(?:[ \t]*\n)+")
_LOW_HEADING = re.compile(r"( {0,3})#{1,2}(?=[ \t]|\Z)")
_OPTION = re.compile(r"(\A\s*(?:[-+*]|\d{1,9}[.)])[ \t]+)\[(?=[ \t]*[xX✓✔✗✘*]?[ \t]*\])")
_COMPUTES = re.compile(rf"(\A\s*(?:`{{3,}}|~{{3,}})[ \t]*)(?:{'|'.join(COMPUTED)})(?=\s|\Z)")
_MOST_ROUNDS = 4


@dataclass(frozen=True)
class Body:
    """Markdown that may stand below a heading. `needs_break` says that `---` must come before it."""

    text: str
    needs_break: bool


def body_of(markdown: str, kind: Kind, broken: bool, question: bool) -> Body:
    """The blocks of a question that goes on below its heading, or of an answer.

    Headings become level 3 at least, a code block that is not closed is. A thematic break ends the question, so that in
    an answer needs another one above it (unless the prompt is `broken` off already), and one in a question goes.
    """
    text = markdown
    for _ in range(_MOST_ROUNDS):  # what is taken out may let what stood around it be read as something else
        before, (text, blocks) = text, _tamed(text, kind, question)
        if text == before:
            break
    rules = any(block.type == "hr" for block in blocks)
    marked = kind == "basic" and not question and bool(blocks) and has_gaps(blocks[0].markdown)
    return Body(text, not broken and (rules or marked))


def _tamed(markdown: str, kind: Kind, question: bool) -> tuple[str, list[Block]]:
    """The text with what would be read as something else changed, and the blocks that it had."""
    if not markdown.strip():
        return "", []
    lines = ["", *markdown.split("\n")]  # on the first line `---` would begin front matter
    blocks = blocks_of(tokens_of("\n".join(lines)), lines)
    if swallows(blocks):
        lines.append(blocks[-1].tokens[0].markup)
    for block in blocks:
        _tame(block, lines, kind, question)
    for block in reversed([block for block in blocks if block.type == "hr"]):
        below_text = bool(lines[block.start - 1].strip())
        rule = [] if question else [lines[block.start].strip()]
        lines[block.start : block.end] = [*([""] if below_text or question else []), *rule]
    text = _EMPTY_LINES.sub("", "\n".join(lines)).rstrip()
    return without_gaps(text) if question and kind != "cloze" else text, blocks


def _tame(block: Block, lines: list[str], kind: Kind, question: bool) -> None:
    """Changes the lines of a block that would be read as something else."""
    line = lines[block.start]
    if block.is_heading("h1") or block.is_heading("h2"):
        lines[block.start] = _LOW_HEADING.sub(r"\1###", line)
    elif block.type == "fence" and kind not in COMPUTED:
        lines[block.start] = _COMPUTES.sub(r"\1yaml", line)
    elif kind not in ("choice", *COMPUTED) and not question:
        for item in block.items:
            lines[item.start] = _OPTION.sub(r"\1\\[", lines[item.start])
