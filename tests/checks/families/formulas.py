"""A family's formulas, from its card where it has one, else from its table."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from quizapp.cards.computed import CheckBlock
from quizapp.cards.faces import CheckFace
from quizapp.checks.expressions import compiled
from quizapp.checks.values import Value
from tests.content.bundled import library

TABLES = Path(__file__).parent / "tables"


@dataclass(frozen=True)
class Formulas:
    """A check block's `let`, `answer` and `mistakes`, the latter as (when, answer)."""

    let: Mapping[str, str]
    answer: str
    mistakes: Mapping[str, tuple[str, str]]

    def names(self, params: Mapping[str, Value]) -> Mapping[str, Value]:
        """The drawn values and those derived from them."""
        known = dict(params)
        for name, source in self.let.items():
            known[name] = compiled(source).evaluate(known)
        known["answer"] = compiled(self.answer).evaluate(known)
        return known


def formulas(family: str) -> Formulas:
    """Raises LookupError for a family without a card and without a table."""
    if family in cards():
        return _of(cards()[family].model_dump())
    table = TABLES / f"{family}.yaml"
    if not table.exists():
        raise LookupError(f"{family} has neither a card nor a table")
    return _of(yaml.safe_load(table.read_text("utf-8")))


@cache
def cards() -> Mapping[str, CheckBlock]:
    """The bundled computed cards, by the family that their ids name."""
    return {
        card.id.split("/")[-1].replace("-", "_"): face.check
        for card in library().cards
        for face in card.faces.values()
        if isinstance(face, CheckFace) and face.check.answer is not None
    }


def _of(block: Mapping[str, Any]) -> Formulas:
    return Formulas(
        let={name: str(source) for name, source in block.get("let", {}).items()},
        answer=str(block["answer"]),
        mistakes={
            name: (str("True" if mistake.get("when") is None else mistake["when"]), str(mistake["answer"]))
            for name, mistake in block["mistakes"].items()
        },
    )
