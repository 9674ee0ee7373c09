"""The blocks of computed cards, as data: nothing here evaluates or runs anything."""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

Expression = str | int | float | bool


class _Block(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Mistake(_Block):
    """A wrong answer that people give, where `when` holds. In a second language only `says` stands, as text."""

    when: Expression | None = None
    answer: Expression | None = None
    says: str


class Tolerance(_Block):
    """How far a real answer may lie from the right one."""

    absolute: float | int | None = Field(default=None, ge=0)
    relative: float | int | None = Field(default=None, ge=0)


class CheckBlock(_Block):
    """A question computed afresh at every review; its keys are those of `docs/card-format.md`.

    In the second language of a topic it holds texts only: `mistakes` (id to text) and `hint`.
    """

    draw: dict[str, Any] | list[dict[str, Any]] = Field(default_factory=dict)
    let: dict[str, Expression] = Field(default_factory=dict)
    require: list[str] | str = Field(default_factory=list)
    net: str | None = None
    answer: Expression | None = None
    tolerance: Tolerance | None = None
    unit: str | None = None
    mistakes: dict[str, Mistake | str] = Field(default_factory=dict)
    hint: str | None = None
    examples: list[dict[str, Any]] = Field(default_factory=list)


class ExerciseTest(_Block):
    """A call of the learner's function, and what it gives."""

    call: str
    gives: Any = None
    tolerance: Tolerance | None = None


class ExerciseBlock(_Block):
    """A function for the learner to write. In the second language of a topic it may be empty."""

    function: str | None = None
    starter: str = ""
    tests: list[ExerciseTest] = Field(default_factory=list)
    hint: str | None = None
