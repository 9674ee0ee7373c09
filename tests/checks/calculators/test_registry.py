"""What the calculators as a whole keep."""

import inspect
from importlib import import_module
from pathlib import Path

import pytest

import quizapp.checks.calculators as room
from quizapp.checks.calculators.registry import REGISTERED, calculator
from quizapp.checks.expressions import FUNCTIONS

FOLDER = Path(room.__file__).parent
EVERY = pytest.mark.parametrize("name", sorted(REGISTERED))


def test_every_calculator_of_the_folder_is_known_to_expressions() -> None:
    written = set()
    for file in FOLDER.glob("[a-z]*.py"):
        module = import_module(f"quizapp.checks.calculators.{file.stem}")
        marked = file.read_text("utf-8").split("@calculator\ndef ")[1:]
        written |= {getattr(module, text.split("(")[0]).__name__ for text in marked}
    assert written == set(REGISTERED) <= set(FUNCTIONS)


def test_no_calculator_takes_the_name_of_another() -> None:
    def conv_size() -> int:
        return 0

    with pytest.raises(AssertionError, match="two calculators are called conv_size"):
        calculator(conv_size)


@EVERY
def test_a_calculator_says_in_one_sentence_what_it_is_for(name: str) -> None:
    first = (inspect.getdoc(REGISTERED[name]) or "").split("\n\n")[0]
    assert len(first) > 15
    assert first.endswith("."), first


@EVERY
def test_arguments_may_be_given_by_name(name: str) -> None:
    kinds = {parameter.kind for parameter in inspect.signature(REGISTERED[name]).parameters.values()}
    assert inspect.Parameter.POSITIONAL_ONLY not in kinds
