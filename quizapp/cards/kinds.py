"""The kind of a card, told from its shape, and its face."""

from collections.abc import Callable
from typing import Any

from quizapp.cards.blocks import Block, Item
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
from quizapp.cards.plain import alternatives
from quizapp.cards.section import COMPUTED, NoCard, Section, Tell
from quizapp.cards.slips import (
    TASK,
    is_left_open,
    is_task_list,
    looks_hidden,
    tell_near_misses,
    tell_unwritten_marks,
    told_braces,
)
from quizapp.i18n import F_

Reader = Callable[[Section, Tell], Face]


def face_of(section: Section, tell: Tell) -> Face:
    """The face that the section's shape says. Faults are told; NoCard is raised where they leave no card."""
    if told_braces(section, _BY_CLASS, tell):
        raise NoCard
    return _reader(section, tell)(section, tell)


def _reader(section: Section, tell: Tell) -> Reader:
    shapes = {
        **{name: _BY_FENCE[name] for block in section.fences for name in COMPUTED if block.is_fence(name)},
        **{f".{name}": _BY_CLASS[name] for name in section.classes},
        **({"- [x]": _choice} if not section.fences and is_task_list(section.answer) else {}),
        **({"==gap==": _cloze} if section.gaps else {}),
    }
    if len(shapes) > 1:
        first, second = list(shapes)[:2]
        tell(
            section.line,
            F_("`{first}` and `{second}` make two cards of one", first=first, second=second),
            F_("keep one of the two"),
        )
        raise NoCard
    if len(section.fences) > 1:
        tell(
            section.fences[1].start + 1,
            F_("a second computed question in one card"),
            F_("give it a heading of its own"),
        )
        raise NoCard
    return next(iter(shapes.values()), _basic)


def _basic(section: Section, tell: Tell) -> Face:
    tell_near_misses(section, tell)
    return BasicFace(**section.common, **_answer(section, tell))


def _reverse(section: Section, tell: Tell) -> Face:
    return ReverseFace(**section.common, **_answer(section, tell))


def _cloze(section: Section, tell: Tell) -> Face:
    return ClozeFace(**section.common, gaps=section.gaps, explanation=section.markdown(section.answer))


def _choice(section: Section, tell: Tell) -> Face:
    block, *rest = section.answer
    options = tuple(_option(section, item, tell) for item in block.items)
    if len(options) < 2 or not any(option.right for option in options):
        tell(
            block.start + 1,
            F_("a choice needs two options or more, one of them right"),
            F_("mark right ones with `- [x]`"),
        )
        raise NoCard
    return ChoiceFace(**section.common, options=options, explanation=section.markdown(rest))


def _option(section: Section, item: Item, tell: Tell) -> Option:
    mark = TASK.match(item.markdown)
    text = section.item(item, mark.end()) if mark else ""
    if mark is None:
        tell(
            item.start + 1,
            F_("this item is no option, and others of its list are"),
            F_("begin it with `[x] ` or `[ ] `"),
        )
        raise NoCard
    if not text:
        tell(item.start + 1, F_("this option is empty"), F_("write its text behind the brackets"))
        raise NoCard
    return Option(text=text, right=mark[1] != " ")


def _order(section: Section, tell: Tell) -> Face:
    items = _items(section, "ordered_list_open", F_("an order card needs a numbered list of two items or more"), tell)
    return OrderFace(**section.common, items=items, explanation=section.markdown(section.answer[1:]))


def _points(section: Section, tell: Tell) -> Face:
    points = _items(section, "bullet_list_open", F_("a points card needs a bullet list of two points or more"), tell)
    return PointsFace(**section.common, points=points, explanation=section.markdown(section.answer[1:]))


def _typed(section: Section, tell: Tell) -> Face:
    parts = _answer(section, tell)
    accepted = _accepted(section.answer[0])
    if not accepted:
        mend = F_("put the answer's text in the first block below the heading")
        tell(section.answer[0].start + 1, F_("nothing here can be typed"), mend)
        raise NoCard
    tell_unwritten_marks(section.answer[0], tell)
    return TypedFace(**section.common, **parts, accepted=accepted)


def _answer(section: Section, tell: Tell) -> dict[str, Any]:
    if not section.answer or section.answer[0].is_blank:
        line = section.answer[0].start + 1 if section.answer else section.line
        tell(line, F_("the card has no answer"), _instead_of_an_answer(section.prompt))
        raise NoCard
    first, *rest = section.answer
    return {"answer": section.markdown([first]), "explanation": section.markdown(rest)}


def _instead_of_an_answer(prompt: str) -> str:
    if looks_hidden(prompt):
        return F_("write it below the heading; `==…==` hides nothing in code or maths: put it around them")
    if is_left_open(prompt):
        return F_("write it below the heading, or close the gap: a second `==` right behind what it hides")
    return F_("write it below the heading")


def _items(section: Section, type_: str, missing: str, tell: Tell) -> tuple[str, ...]:
    block = section.answer[0] if section.answer else section.heading
    items = tuple(map(section.item, block.items)) if block.type == type_ else ()
    if len(items) < 2 or not all(items):
        tell(block.start + 1, missing, F_("write it as the first block below the prompt, no item empty"))
        raise NoCard
    return items


def _accepted(block: Block) -> tuple[str, ...]:
    if block.type in ("fence", "code_block"):
        code = block.tokens[0].content.strip("\n")
        return (code,) if code.strip() else ()
    return alternatives(block.inlines)


_BY_CLASS: dict[str, Reader] = {"reverse": _reverse, "order": _order, "points": _points, "typed": _typed}
_BY_FENCE: dict[str, Reader] = {"check": check, "exercise": exercise}
