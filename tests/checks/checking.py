"""Checks read from YAML as it stands in a card, and what is wrong with them."""

from textwrap import dedent

from quizapp.cards.computed import CheckBlock
from quizapp.cards.yaml_block import YamlBlock
from quizapp.checks.check import Check, compiled_check
from quizapp.checks.examining import Examined, Texts, examine
from quizapp.checks.flaws import BadCheck, Flaw
from quizapp.checks.grading.judging import Graded
from quizapp.checks.variant import Variant

CONVOLUTION = """
    draw:
      c_in: [3, 16, 32, 64]
      c_out: [16, 32, 64, 128]
      k: [1, 3, 5, 7]
      bias: [true, false]
    answer: c_out * (c_in * k**2 + bias)
    unit: parameters
    mistakes:
      no-bias: {answer: c_out * c_in * k**2, says: "You left out the {{c_out}} biases."}
      one-filter: {answer: c_in * k**2 + c_out, says: "Each of the {{c_out}} filters has weights."}
"""


def block(text: str) -> CheckBlock:
    """The block of a ```check fence."""
    return CheckBlock.model_validate(YamlBlock(dedent(text), 1).value)


def check(text: str) -> Check:
    """The check of a fence."""
    return compiled_check(block(text))


def flawed(text: str) -> list[Flaw]:
    """All flaws of a fence that is no check."""
    try:
        compiled_check(block(text))
    except BadCheck as bad:
        return list(bad.flaws)
    raise AssertionError("the check is sound")


def drawn(text: str, **values: object) -> Variant:
    """The variant of a check for these values."""
    return check(text).variant(values)


def graded(variant: Variant, text: str) -> tuple[str, str | None]:
    """The verdict on what was typed, and the mistake; it must be read."""
    found = variant.grade(text)
    assert isinstance(found, Graded), found
    return found.verdict.value, found.mistake


def examined(text: str, solution: str = "**{{answer}}**", seeds: int = 40, **texts: str) -> Examined:
    """The check examined, with a prompt and a solution in the first language."""
    found = check(text)
    says = {id_: getattr(mistake, "says", "") for id_, mistake in found.block.mistakes.items()}
    prompt, hint = texts.get("prompt", "How many?"), texts.get("hint")
    return examine(found, [Texts(None, prompt, solution, hint, says)], seeds)


def told(found: Examined, notes: bool = False) -> list[str]:
    """What is wrong: path and words."""
    return [f"{'.'.join(map(str, flaw.path))}: {flaw.what}" for flaw in found.flaws if flaw.note == notes]
