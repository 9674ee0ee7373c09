"""A draft as the section of a card file: a heading with the card's marks, and below it what belongs to it."""

from quizapp.cards.blocks import Block, blocks_of
from quizapp.cards.draft import Draft
from quizapp.cards.identity import id_of_prompt
from quizapp.cards.plain import first_line, plain
from quizapp.cards.section import COMPUTED
from quizapp.cards.writing.body import body_of
from quizapp.cards.writing.escaping import as_heading, without_braces, without_gaps
from quizapp.markdown import HIDDEN_GAP, tokens_of
from quizapp.visible import visible

BREAK = "---"
MARKED = ("reverse", "order", "points", "typed")
"""The kinds that stand behind a dot in the braces."""


def section_of(draft: Draft, of: str | None = None) -> str:
    """The draft's Markdown, ending in a newline: read as a section of a file, it is the draft again.

    What would be read as something else is escaped: a heading that would open another card, a list that would make a
    choice of it, gaps that hide nothing. `of` is the topic of the card's id, where that is not the file's. The braces
    always hold an id.
    """
    heading, more = _parted(_text(draft.prompt), HIDDEN_GAP if draft.kind == "cloze" else None)
    if draft.kind != "cloze":
        heading = without_gaps(heading)
    question = body_of(more, draft.kind, broken=True, question=True).text
    answer = body_of(_text(draft.answer), draft.kind, broken=bool(question), question=False)
    parts = bool(answer.text) or draft.kind == "cloze"
    broken = draft.kind not in COMPUTED and parts and (bool(question) or answer.needs_break)
    braces = _braces(draft, draft.id or _id(heading, question), of)
    head = " ".join(part for part in ("##", without_braces(heading), braces) if part)
    return "\n\n".join(part for part in (head, question, BREAK if broken else "", answer.text) if part) + "\n"


def _text(markdown: str) -> str:
    """Nothing in it drives a terminal; no empty lines around it."""
    return visible(markdown.replace("\r\n", "\n").replace("\r", "\n")).strip("\n").rstrip()


def _parted(prompt: str, gap: str | None) -> tuple[str, str]:
    """The heading's text, and what of the prompt goes below it; `gap` stands for what a cloze hides."""
    lines = ["", *prompt.split("\n")]  # on the first line `---` would begin front matter
    blocks = blocks_of(tokens_of("\n".join(lines)), lines)
    if not blocks:
        return "", ""
    first, below = blocks[0], "\n".join(lines[blocks[0].end :])
    if first.type not in ("paragraph_open", "heading_open"):
        inline = next(first.inlines, None) if gap else None
        return as_heading(plain(inline, gap) if inline else first_line(first.markdown)), prompt
    line, _, others = first.tokens[1].content.partition("\n")
    if others and not _parts(first, _without_break(line), others):
        line, others = " ".join(map(_without_break, first.tokens[1].content.split("\n"))), ""
    return _without_break(line) if others else line.rstrip(), "\n".join([*([others] if others else []), below])


def _without_break(line: str) -> str:
    """A line without what makes the next one begin anew: blanks at its end, or a backslash that escapes nothing."""
    slashes = len(line) - len(line.rstrip("\\"))
    return (line[:-1] if slashes % 2 else line).rstrip()


def _parts(paragraph: Block, line: str, others: str) -> bool:
    """True if a paragraph says the same when its first line and the others stand apart."""
    blocks = blocks_of(tokens_of(others), others.split("\n"))
    if [block.type for block in blocks] != ["paragraph_open"]:
        return False
    alone = tokens_of(f"## {line} ##")[1]
    return f"{plain(alone)} {plain(blocks[0].tokens[1])}" == plain(paragraph.tokens[1])


def _braces(draft: Draft, id_: str, of: str | None) -> str:
    marks = [f"#{id_}"]
    marks += [f".{draft.kind}"] if draft.kind in MARKED else []
    marks += [f'of="{of}"'] if of else []
    marks += [f'tags="{" ".join(draft.tags)}"'] if draft.tags else []
    return "{" + " ".join(marks) + "}"


def _id(heading: str, question: str) -> str:
    """The id that the prompt gives, as it would be read from a file."""
    text = plain(tokens_of(f"## {without_braces(heading)} {{#x}}")[1])
    blocks = blocks_of(tokens_of(f"\n{question}"), ["", *question.split("\n")]) if question else []
    return id_of_prompt(" ".join([text, *(block.markdown for block in blocks)]))
