"""The kind of a card, told from its shape, and its face."""

import re
from collections.abc import Callable, Sequence
from typing import Any

from quizapp.cards.blocks import Block, plain
from quizapp.cards.computed_kinds import check, exercise
from quizapp.cards.faces import (
    BasicFace,
    ChoiceFace,
    ClozeFace,
    Face,
    Option,
    OrderFace,
    PointsFace,
    ReverseFace,
    TypedFace,
)
from quizapp.cards.section import NoCard, Section, Tell

_TASK = re.compile(r"\[([ xX])\](?:[ \t]+|\Z)")
_ALTERNATIVE = re.compile(r"\s\|\s")

Reader = Callable[[Section, Tell], Face]


def face_of(section: Section, tell: Tell) -> Face:
    """The face that the section's shape says. Faults are told; NoCard is raised where they leave no card."""
    _tell_unknown(section, tell)
    return _reader(section, tell)(section, tell)


def _tell_unknown(section: Section, tell: Tell) -> None:
    known = ", ".join(f".{name}" for name in _BY_CLASS)
    for name in set(section.classes) - set(_BY_CLASS):
        tell(section.line, f"unknown kind `.{name}`", f"use one of {known}, or none")
    for name in section.attributes:
        tell(section.line, f"unknown attribute `{name}`", "a heading carries an #id and a .kind")


def _reader(section: Section, tell: Tell) -> Reader:
    named = [name for name in section.classes if name in _BY_CLASS]
    if len(named) > 1:
        tell(section.line, f"a card cannot be both .{named[0]} and .{named[1]}", "keep one of the two")
    fence = next((name for name in _BY_FENCE for block in section.body if block.is_fence(name)), None)
    if fence:
        return _BY_FENCE[fence]
    if named:
        return _BY_CLASS[named[0]]
    if _is_task_list(section.answer):
        return _choice
    return _cloze if section.gaps else _basic


def _basic(section: Section, tell: Tell) -> Face:
    return BasicFace(**section.common, **_answer(section, tell))


def _reverse(section: Section, tell: Tell) -> Face:
    return ReverseFace(**section.common, **_answer(section, tell))


def _cloze(section: Section, tell: Tell) -> Face:
    return ClozeFace(**section.common, gaps=section.gaps, explanation=section.markdown(section.answer))


def _choice(section: Section, tell: Tell) -> Face:
    block, *rest = section.answer
    options = tuple(_option(item, block, tell) for item in block.items)
    if len(options) < 2 or not any(option.right for option in options):
        tell(block.start + 1, "a choice needs two options or more, one of them right", "mark right ones with `- [x]`")
        raise NoCard
    return ChoiceFace(**section.common, options=options, explanation=section.markdown(rest))


def _option(item: str, block: Block, tell: Tell) -> Option:
    mark = _TASK.match(item)
    if mark is None:
        tell(block.start + 1, "some items of this list are options, some are not", "begin each with `[x]` or `[ ]`")
        raise NoCard
    return Option(text=item[mark.end() :].strip(), right=mark[1] != " ")


def _order(section: Section, tell: Tell) -> Face:
    items = _items(section, "ordered_list_open", "an order card needs a numbered list of two items or more", tell)
    return OrderFace(**section.common, items=items, explanation=section.markdown(section.answer[1:]))


def _points(section: Section, tell: Tell) -> Face:
    points = _items(section, "bullet_list_open", "a points card needs a bullet list of two points or more", tell)
    return PointsFace(**section.common, points=points, explanation=section.markdown(section.answer[1:]))


def _typed(section: Section, tell: Tell) -> Face:
    parts = _answer(section, tell)
    accepted = _alternatives(section.answer[0])
    if not accepted:
        tell(section.line, "nothing here can be typed", "put the answer's text in the first block below the heading")
        raise NoCard
    return TypedFace(**section.common, **parts, accepted=accepted)


def _answer(section: Section, tell: Tell) -> dict[str, Any]:
    if not section.answer:
        tell(section.line, "the card has no answer", "write it below the heading")
        raise NoCard
    first, *rest = section.answer
    return {"answer": section.markdown([first]), "explanation": section.markdown(rest)}


def _items(section: Section, type_: str, missing: str, tell: Tell) -> tuple[str, ...]:
    items = tuple(section.answer[0].items) if section.answer and section.answer[0].type == type_ else ()
    if len(items) < 2 or not all(items):
        tell(section.line, missing, "write it as the first block below the prompt")
        raise NoCard
    return items


def _alternatives(block: Block) -> tuple[str, ...]:
    if block.type == "fence":
        return (block.tokens[0].content.rstrip("\n"),)
    text = " ".join(plain(inline) for inline in block.inlines)
    return tuple(part.strip() for part in _ALTERNATIVE.split(text) if part.strip())


def _is_task_list(blocks: Sequence[Block]) -> bool:
    return bool(blocks) and blocks[0].type == "bullet_list_open" and any(map(_TASK.match, blocks[0].items))


_BY_CLASS: dict[str, Reader] = {"reverse": _reverse, "order": _order, "points": _points, "typed": _typed}
_BY_FENCE: dict[str, Reader] = {"check": check, "exercise": exercise}
