"""Cloze deletions in a field, `{{c1::gap::hint}}`, read as Anki reads them.

From Anki's source, rslib/src/cloze.rs: an opening is `{{c`, a number (or several with commas between them: the gap is
then one of each of these cards) and `::`; the next `}}` closes the innermost open
one, in formulas too, so that people put a blank between two braces of TeX; ten may be open at once, a further opening
vanishes; within one, `::` parts the text from its hint. What is never closed is shown as it is written; Anki drops it.
"""

import re
from dataclasses import dataclass, field

from quizapp.cards.draft import Draft
from quizapp.exchange.html.conversion import Rewritten, converted, markdown_of
from quizapp.exchange.html.marks import GAP, HINT
from quizapp.i18n import _
from quizapp.markdown import HIDDEN_GAP

_TOKEN = re.compile(r"\{\{c([0-9,]+)::|\}\}")
_MOST_OPEN = 10
_LARGEST, _MOST_DIGITS = 65_535, 5
_GAP = re.compile(f"<{GAP}>(.*?)</{GAP}>", re.DOTALL)
_HINT = re.compile(f"<{HINT}>(.*?)</{HINT}>", re.DOTALL)
_OCCLUSION = "image-occlusion:"


@dataclass(slots=True)
class _Cloze:
    written: str
    numbers: frozenset[int] = frozenset()
    nodes: list["str | _Cloze"] = field(default_factory=list)
    hint: str = ""


def numbers_of(html: str) -> tuple[int, ...]:
    """The numbers of the deletions in a field, each once, in order; 0 is none."""
    numbers: set[int] = set()
    _collect(_nodes(html), numbers)
    return tuple(sorted(numbers - {0}))


def with_gaps(html: str, number: int) -> str:
    """The field with what `number` hides marked for `converted`, all else shown; empty where it hides nothing."""
    nodes = _nodes(html)
    found: set[int] = set()
    _collect(nodes, found)
    return _marked(nodes, number) if number in found else ""


def without_gaps(html: str) -> str:
    """The field with all deletions shown."""
    return _marked(_nodes(html), -1)


def is_image_occlusion(html: str) -> bool:
    """True if a deletion of the field hides a part of an image."""
    return any(
        isinstance(node, _Cloze) and node.nodes[:1] and str(node.nodes[0]).startswith(_OCCLUSION)
        for node in _nodes(html)
    )


def cloze_card(prompt: str, extra: str = "") -> tuple[Draft | None, Rewritten]:
    """A card whose `prompt` is HTML marked by `with_gaps`, explained by more HTML; its texts, and what was told.

    A gap that Markdown has no mark for, such as one around a table, makes a basic card of it. None if there is nothing
    to ask.
    """
    asked, explained = converted(prompt), markdown_of(extra)
    told, kind, answer = (*asked.told, *explained.told), "cloze", explained.markdown
    if asked.gaps == 0:
        hidden = " ".join(_GAP.findall(prompt))
        asked, shown = markdown_of(_HINT.sub("", _GAP.sub(HIDDEN_GAP, prompt))), markdown_of(hidden)
        kind, answer = "basic", "\n\n".join(filter(None, (shown.markdown, answer)))
        if not shown.markdown:
            return None, Rewritten("", told=told)
        told = (*told, _("a gap that Markdown cannot mark is asked for as a whole"))
        explained = Rewritten("", (*shown.media, *explained.media))
    media = tuple(dict.fromkeys((*asked.media, *explained.media)))
    draft = Draft(kind="cloze" if kind == "cloze" else "basic", prompt=asked.markdown, answer=answer)
    return draft, Rewritten("\n\n".join(filter(None, (asked.markdown, answer))), media, tuple(dict.fromkeys(told)))


def told_twice(number: int) -> str:
    """That the card of a number is left out: two gaps in one formula hide all of it, and would ask the same twice."""
    return _("card c{number} would ask the same as another of its note, and is left out").format(number=number)


def _nodes(html: str) -> list["str | _Cloze"]:
    root = _Cloze("")
    stack = [root]
    at = 0
    for match in _TOKEN.finditer(html):
        opening = match[1] is not None
        numbers = _numbers(match[1] or "")
        if opening and not numbers:
            continue
        _text(stack, html[at : match.start()])
        at = match.end()
        if opening and len(stack) <= _MOST_OPEN:
            stack.append(_Cloze(match[1], numbers))
        elif not opening and len(stack) > 1:
            closed = stack.pop()
            stack[-1].nodes.append(closed)
        elif not opening:
            root.nodes.append("}}")
    _text(stack, html[at:])
    while len(stack) > 1:
        open_ = stack.pop()
        hint = f"::{open_.hint}" if open_.hint else ""
        stack[-1].nodes += [f"{{{{c{open_.written}::", *open_.nodes, hint]
    return root.nodes


def _numbers(written: str) -> frozenset[int]:
    """The numbers of a gap; those that Anki cannot count up to are none."""
    parts = (int(part) for part in written.split(",") if 0 < len(part) <= _MOST_DIGITS)
    return frozenset(number for number in parts if number <= _LARGEST)


def _text(stack: list[_Cloze], text: str) -> None:
    if len(stack) > 1 and "::" in text:
        text, stack[-1].hint = text.split("::", 1)
    if text:
        stack[-1].nodes.append(text)


def _collect(nodes: list["str | _Cloze"], numbers: set[int]) -> None:
    for node in nodes:
        if isinstance(node, _Cloze):
            numbers |= node.numbers
            _collect(node.nodes, numbers)


def _marked(nodes: list["str | _Cloze"], number: int) -> str:
    return "".join(node if isinstance(node, str) else _cloze(node, number) for node in nodes)


def _cloze(cloze: _Cloze, number: int) -> str:
    inside = _marked(cloze.nodes, number)
    if number not in cloze.numbers:
        return inside
    hint = f"<{HINT}>{cloze.hint}</{HINT}>" if cloze.hint.strip() else ""
    return f"<{GAP}>{inside}</{GAP}>{hint}"
