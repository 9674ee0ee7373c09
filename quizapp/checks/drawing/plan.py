"""A check's block compiled: what is drawn, and what is computed from it in which order."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from quizapp.checks.drawing.specs import Spec
from quizapp.checks.drawing.stream import Stream
from quizapp.checks.errors import ExpressionError, Unfit
from quizapp.checks.expressions import Expression
from quizapp.checks.flaws import Flaw, Path
from quizapp.checks.networks import NetworkError, read_network
from quizapp.checks.texts.placeholders import fill
from quizapp.checks.values import Value
from quizapp.i18n import F_

Names: TypeAlias = Mapping[str, Value]


class Broken(Exception):
    """Raised where a draw cannot be completed: the flaw; `unmet` where it is a requirement that does not hold."""

    def __init__(self, flaw: Flaw, unmet: bool = False) -> None:
        self.flaw, self.unmet = flaw, unmet
        super().__init__(flaw.what)


@dataclass(frozen=True)
class Step:
    """A name and the function that gives its value, or a requirement that must hold."""

    path: Path
    run: Callable[[Names], Value]
    name: str | None = None

    def take(self, names: dict[str, Value]) -> None:
        """Adds the name, or sees whether the requirement holds. Raises Broken."""
        try:
            value = self.run(names)
        except ExpressionError as error:
            raise Broken(Flaw.of(self.path, error)) from None
        if self.name is not None:
            names[self.name] = value
        elif not value:
            raise Broken(
                Flaw(self.path, F_("no draw meets this requirement"), F_("change it, or what is drawn")), unmet=True
            )


@dataclass(frozen=True)
class Wrong:
    """A mistake as formulas; without `when` it can be made in every variant."""

    answer: Expression
    when: Expression | None = None


@dataclass(frozen=True)
class Plan:
    """All that a check computes: `specs` draw a name each, or `rows` are drawn whole."""

    specs: Mapping[str, Spec]
    rows: Sequence[Names]
    steps: Sequence[Step]
    answer: Step
    mistakes: Mapping[str, Wrong]

    @property
    def known(self) -> Sequence[str]:
        """All names that placeholders may name."""
        return [*self.drawn, *(step.name for step in (*self.steps, self.answer) if step.name is not None)]

    @property
    def drawn(self) -> Sequence[str]:
        """The names that are drawn, in order."""
        return [*(self.rows[0] if self.rows else self.specs)]

    def draw(self, stream: Stream) -> dict[str, Value]:
        """The drawn names. Raises Broken."""
        if self.rows:
            return dict(self.rows[stream.below(len(self.rows))])
        drawn: dict[str, Value] = {}
        for name, spec in self.specs.items():
            try:
                drawn[name] = spec.draw(stream, drawn)
            except Unfit as fault:
                raise Broken(Flaw(("draw", name), str(fault), F_("see `draw` in the card format"))) from None
            except ExpressionError as error:
                raise Broken(Flaw(("draw", name), error.what, error.mend)) from None
        return drawn

    def computed(self, drawn: Names, required: bool = True) -> dict[str, Value]:
        """The drawn names and all that follows from them, `answer` last. Raises Broken."""
        names = dict(drawn)
        for step in self.steps:
            if required or step.name is not None:
                step.take(names)
        self.answer.take(names)
        return names


def network_step(text: str) -> Step:
    """The step that fills and reads a network's text."""

    def read(names: Names) -> Value:
        filled = fill(text, names)
        try:
            return read_network(filled)
        except NetworkError as error:
            raise Broken(network_flaw(error, text)) from None

    return Step(("net",), read, "net")


def network_flaw(error: NetworkError, text: str) -> Flaw:
    """The flaw of a network's text, told on its line: columns move when placeholders are filled."""
    lines = text.split("\n")[: error.line]
    offset = sum(len(line) + 1 for line in lines[:-1]) + min(error.column - 1, len(lines[-1]))
    return Flaw(("net",), error.what, error.mend, offset)
