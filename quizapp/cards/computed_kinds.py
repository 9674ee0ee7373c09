"""Faces of the cards that compute: their blocks are read and validated here, and evaluated elsewhere."""

import re
from typing import TypeVar

from pydantic import BaseModel

from quizapp.cards.blocks import Block
from quizapp.cards.computed import CheckBlock, ExerciseBlock
from quizapp.cards.faces import CheckFace, ExerciseFace, Face, Positions
from quizapp.cards.section import NoCard, Section, Tell
from quizapp.cards.yaml_block import UnreadableBlock, YamlBlock
from quizapp.cards.yaml_words import Path

Model = TypeVar("Model", bound=BaseModel)

_PLACEHOLDER = re.compile(r"\{\{ *([^{}]*?) *\}\}")
"""Lists have no numbers to put in: a title names what varies."""


def check(section: Section, tell: Tell) -> Face:
    """A ```check fence: the prompt goes on before it, the worked solution follows it."""
    block, positions = _validated(section.fences[0], CheckBlock, tell)
    common = {**section.common, "title": _PLACEHOLDER.sub(r"\1", section.common["title"])}
    return CheckFace(**common, check=block, positions=positions, explanation=section.markdown(section.answer))


def exercise(section: Section, tell: Tell) -> Face:
    """An ```exercise fence: the first Python fence after it is the reference solution."""
    reference = next((block for block in section.answer if block.is_fence("python")), None)
    block, positions = _validated(section.fences[0], ExerciseBlock, tell)
    return ExerciseFace(
        **section.common,
        exercise=block,
        positions=positions,
        reference=reference.tokens[0].content if reference else "",
        explanation=section.markdown([block for block in section.answer if block is not reference]),
    )


def _validated(fence: Block, model: type[Model], tell: Tell) -> tuple[Model, Positions]:
    """The fence's content as a `model`, and where its values stand. Raises NoCard, and tells, where it is none."""
    indentation = len(fence.source[fence.start]) - len(fence.source[fence.start].lstrip())
    try:
        block = YamlBlock(fence.tokens[0].content, fence.start + 2)  # the line after the fence's own, from 1
        value, problems = block.validated(model), block.problems
    except UnreadableBlock as error:
        value, problems = None, [error.problem]
    for problem in problems:
        tell(problem.line, problem.what, problem.mend, problem.column + indentation)
    if value is None or problems:
        raise NoCard
    places = block.positions(_is_told)
    return value, {path: (line, column and column + indentation) for path, (line, column) in places.items()}


def _is_told(path: Path) -> bool:
    """Whether a fault can be told of what stands there, once the block itself is sound: few, for they are kept."""
    if not path:
        return True
    outermost, *inner = path
    if outermost in ("mistakes", "tests"):
        return len(path) == 3 or (len(path) == 2 and outermost == "mistakes")
    return len(path) <= 2 or (outermost == "draw" and all(isinstance(key, str) for key in inner))
