"""Faces of the cards that compute: their blocks are read and validated here, and evaluated elsewhere."""

from typing import TypeVar

from pydantic import BaseModel

from quizapp.cards.blocks import Block
from quizapp.cards.computed import CheckBlock, ExerciseBlock
from quizapp.cards.faces import CheckFace, ExerciseFace, Face
from quizapp.cards.section import NoCard, Section, Tell
from quizapp.cards.yaml_block import UnreadableBlock, YamlBlock

Model = TypeVar("Model", bound=BaseModel)


def check(section: Section, tell: Tell) -> Face:
    """A ```check fence: the prompt goes on before it, the worked solution follows it."""
    block = _validated(section.fences[0], CheckBlock, tell)
    return CheckFace(**section.common, check=block, explanation=section.markdown(section.answer))


def exercise(section: Section, tell: Tell) -> Face:
    """An ```exercise fence: the first Python fence after it is the reference solution."""
    reference = next((block for block in section.answer if block.is_fence("python")), None)
    return ExerciseFace(
        **section.common,
        exercise=_validated(section.fences[0], ExerciseBlock, tell),
        reference=reference.tokens[0].content if reference else "",
        explanation=section.markdown([block for block in section.answer if block is not reference]),
    )


def _validated(fence: Block, model: type[Model], tell: Tell) -> Model:
    """The fence's content as a `model`. Raises NoCard, and tells, where it is none."""
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
    return value
