"""Faces of the cards that compute: their blocks are read and validated here, and evaluated elsewhere."""

from collections.abc import Sequence
from typing import TypeVar

from pydantic import BaseModel

from quizapp.cards.blocks import Block
from quizapp.cards.computed import CheckBlock, ExerciseBlock
from quizapp.cards.faces import CheckFace, ExerciseFace, Face
from quizapp.cards.section import NoCard, Section, Tell
from quizapp.cards.yaml_block import Block as YamlBlock
from quizapp.cards.yaml_block import UnreadableBlock

Model = TypeVar("Model", bound=BaseModel)


def check(section: Section, tell: Tell) -> Face:
    """A ```check fence: the prompt goes on before it, the worked solution follows it."""
    before, fence, after = _around(section, "check")
    block = _validated(fence, CheckBlock, tell)
    return CheckFace(
        **{**section.common, "prompt": section.prompt(before)}, check=block, explanation=section.markdown(after)
    )


def exercise(section: Section, tell: Tell) -> Face:
    """An ```exercise fence: the first Python fence after it is the reference solution."""
    before, fence, after = _around(section, "exercise")
    reference = next((block for block in after if block.is_fence("python")), None)
    return ExerciseFace(
        **{**section.common, "prompt": section.prompt(before)},
        exercise=_validated(fence, ExerciseBlock, tell),
        reference=reference.tokens[0].content if reference else "",
        explanation=section.markdown([block for block in after if block is not reference]),
    )


def _around(section: Section, name: str) -> tuple[Sequence[Block], Block, Sequence[Block]]:
    index = next(index for index, block in enumerate(section.body) if block.is_fence(name))
    before = [block for block in section.body[:index] if block.type != "hr"]
    return before, section.body[index], section.body[index + 1 :]


def _validated(fence: Block, model: type[Model], tell: Tell) -> Model:
    try:
        block = YamlBlock(fence.tokens[0].content, fence.start + 2)  # the line after the fence's own, from 1
    except UnreadableBlock as error:
        tell(error.problem.line, error.problem.what, error.problem.mend, error.problem.column)
        raise NoCard from error
    value = block.validated(model)
    for problem in block.problems:
        tell(problem.line, problem.what, problem.mend, problem.column)
    if value is None:
        raise NoCard
    return value
