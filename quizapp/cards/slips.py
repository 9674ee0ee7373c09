"""What a file's author most likely did not mean: told, so that no card is lost or changed in silence."""

import re
from collections.abc import Collection, Sequence

from quizapp.cards.blocks import Block
from quizapp.cards.identity import is_id, mend_of
from quizapp.cards.plain import gaps
from quizapp.cards.section import NoCard, Section, Tell
from quizapp.i18n import F_
from quizapp.markdown import attributes_at_end, tokens_of

TASK = re.compile(r"\[([ xX])\](?:[ \t\n]+|\Z)")
"""The beginning of an option."""

_ALMOST_TASK = re.compile(r"\[[ \t]*[xX✓✔✗✘*]?[ \t]*\](?![(\[:])")
_BRACES = re.compile(r"(?<!\\)\{[ \t]*[#.](?:[^{}]*\}|[^\W\d][^{}]*)\Z")
"""What somebody may have meant for a card's marks at the end of a heading, closed or not."""

_GLUED = re.compile(r"(?<!\S)\{[ \t]*#[^\s{}]+[^{}]*\}\S+\Z")
"""An id at the end of a heading with something glued to it: a slip of the pen in an editor."""

_OPENING_GAP = re.compile(r"(?<!=)==(?![=\s])")
_WHOLE_GAP = re.compile(_OPENING_GAP.pattern + r"(?:(?!==).)+(?<![=\s])==(?!=)", re.DOTALL)

_STAND_IN = "\ufdd0"
"""No character, and so in no text: stands for a brace, to see whether it is text."""

_EMPHASIS = ("em_open", "strong_open", "s_open")
_UNDERLINE = re.compile(r" {0,3}-+[ \t]*\Z")


def looks_hidden(prompt: str) -> bool:
    """True if a prompt holds what looks like a whole gap: in code or maths it hides nothing."""
    return bool(_WHOLE_GAP.search(prompt))


def is_left_open(prompt: str) -> bool:
    """True if a gap is opened and not closed."""
    return bool(_OPENING_GAP.search(_WHOLE_GAP.sub("", prompt)))


def is_task_list(blocks: Sequence[Block]) -> bool:
    """True if the first of the blocks is a list of options."""
    return bool(blocks) and blocks[0].type == "bullet_list_open" and _any_item(blocks[0], TASK)


def told_braces(section: Section, kinds: Collection[str], tell: Tell) -> bool:
    """Tells what in a heading's braces makes no sense. False if there was nothing to tell."""
    problems = []
    for name in section.classes:
        if name not in kinds:
            known = ", ".join(f".{kind}" for kind in kinds)
            problems.append(
                (f".{name}", F_("unknown kind `.{name}`", name=name), F_("use one of {names}, or none", names=known))
            )
    for name in sorted(set(section.attributes) - {"of", "tags"}):
        mend = F_('a heading carries an #id, a .kind, tags="…" and of="topic"')
        problems.append((name, F_("unknown attribute `{name}`", name=name), mend))
    if section.of is not None and not is_id(section.of):
        problems.append(("of", F_("`{name}` is no topic id", name=section.of), mend_of(section.of)))
    left = section.content.content
    at = braces_at(left)
    if at is not None:
        braces = left[at : left.find("}", at) + 1 or None]
        mend = F_("write `{#id .kind}` once, behind a space, or `\\{` for a brace that is text")
        problems.append((braces, F_("`{braces}` is not read as the card's id or kind", braces=braces), mend))
    for text, what, mend in problems:
        tell(section.line, what, mend, section.column(text))
    return bool(problems)


def braces_at(heading: str) -> int | None:
    """Where in a heading's text braces begin that may be meant for the card's marks; those in code or maths are not."""
    if glued := _GLUED.search(heading):
        at = glued.start()
    elif _BRACES.search(heading) or attributes_at_end(heading):
        at = heading.rindex("{")
    else:
        return None
    return at if _is_text(heading, at) else None


def _is_text(heading: str, at: int) -> bool:
    marked = tokens_of(f"## {heading[:at]}{_STAND_IN}{heading[at + 1 :]} ##")[1].children or []
    return any(child.type == "text" and _STAND_IN in child.content for child in marked)


def tell_near_misses(section: Section, tell: Tell) -> None:
    """Tells what makes a basic card look like one of another kind. Raises NoCard if it is meant to be a choice."""
    for index, block in enumerate(section.answer):
        if _any_item(block, TASK) or (index == 0 and _any_item(block, _ALMOST_TASK)):
            what = F_("this looks like the options of a choice, but is not read so")
            mend = F_("begin each with `- [x] ` or `- [ ] `, right below the heading or below `---`")
            tell(block.start + 1, what, mend)
            raise NoCard
    first = section.answer[:1]
    if not section.is_broken and any(True for block in first for inline in block.inlines for _ in gaps(inline)):
        what, mend = F_("gaps below the heading hide nothing"), F_("end the prompt with `---` if they are meant to")
        tell(first[0].start + 1, what, mend, note=True)


def tell_unwritten_marks(block: Block, tell: Tell) -> None:
    """Tells of `2*3*4` in an answer to be typed: read as emphasis, its marks are gone from what is compared."""
    marks = [child.markup for inline in block.inlines for child in inline.children or () if child.type in _EMPHASIS]
    if marks:
        what = F_("`{mark}` emphasizes here, and is not part of what is typed", mark=marks[0])
        tell(
            block.start + 1,
            what,
            F_("write `\\{sign}` for the sign, or the answer as code", sign=marks[0][0]),
            note=True,
        )


def tell_layout(blocks: Sequence[Block], tell: Tell) -> None:
    """Tells what may take cards away, or is read otherwise by other programs."""
    cards = False
    for before, block in zip([None, *blocks], blocks, strict=False):
        cards = cards or block.is_heading("h2")
        if block.type == "hr":
            _tell_break(before, block, tell)
        elif block.type == "fence" and not _is_closed(block):
            tell(block.start + 1, F_("this code block is not closed, and holds the rest of the file"), F_("close it"))
        elif cards and block.is_heading("h1"):
            tell(
                block.start + 1,
                F_("a title below the cards belongs to the card above it"),
                F_("move it to the top"),
                note=True,
            )


def swallows(blocks: Sequence[Block]) -> bool:
    """True if a code block is not closed: all that follows in the file is code."""
    return bool(blocks) and blocks[-1].type == "fence" and not _is_closed(blocks[-1])


def _tell_break(before: Block | None, block: Block, tell: Tell) -> None:
    if before is None and block.start == 0 and block.source[0].startswith("---"):
        tell(1, F_("front matter begins here and does not end"), F_("put a line of `---` below it"))
    below_text = before and before.type == "paragraph_open" and before.end == block.start
    if below_text and _UNDERLINE.match(block.source[block.start]):
        what = F_("other Markdown readers take this line and the one above for a heading")
        tell(block.start + 1, what, F_("leave an empty line above `---`"))


def _is_closed(fence: Block) -> bool:
    """What is set in by four columns or a tab closes none (CommonMark 0.31.2, 4.5)."""
    mark, last = fence.tokens[0].markup, fence.source[fence.end - 1]
    return fence.end - fence.start > 1 and bool(re.fullmatch(rf" {{0,3}}{mark}{mark[0]}*[ \t]*", last))


def _any_item(block: Block, pattern: re.Pattern[str]) -> bool:
    return any(pattern.match(item.markdown) for item in block.items)
