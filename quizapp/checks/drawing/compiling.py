"""A check's block read into a plan; everything that is wrong with it is told at once."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any

from quizapp.cards.computed import CheckBlock, Mistake
from quizapp.checks.drawing.declaring import Declaration, Misfit
from quizapp.checks.drawing.naming import NET, drawn_names, names_misused, wrong_ids
from quizapp.checks.drawing.plan import Names, Plan, Step, Wrong, network_flaw, network_step
from quizapp.checks.drawing.specs import Spec
from quizapp.checks.errors import ExpressionError
from quizapp.checks.expressions import Expression, compiled
from quizapp.checks.flaws import BadCheck, Flaw, Path
from quizapp.checks.networks import NetworkError, read_network
from quizapp.checks.texts.placeholders import placeholders
from quizapp.checks.values import from_plain
from quizapp.i18n import F_

MOST: Mapping[str, int] = {"draw": 40, "let": 60, "require": 30, "mistakes": 30, "examples": 100}
"""How many of each a check may have."""


def plan_of(block: CheckBlock) -> Plan:
    """The plan of a block as it stands in the first language. Raises BadCheck."""
    flaws = [
        Flaw((key,), F_("more than {most} of `{key}`", most=most, key=key), F_("make it two checks"))
        for key, most in MOST.items()
        if not isinstance(found := getattr(block, key), str) and len(found) > most
    ]
    if flaws:
        raise BadCheck(flaws)
    compiler = _Compiler(block)
    plan = compiler.plan()
    if plan is None or compiler.flaws:
        raise BadCheck(compiler.flaws)
    return plan


def misfilled(text: str, path: Path, known: Collection[str]) -> Iterator[Flaw]:
    """What is wrong with a text's placeholders, before any is filled."""
    try:
        found = placeholders(text)
    except ExpressionError as error:
        yield Flaw.of(path, error)
        return
    for placeholder in found:
        try:
            placeholder.require(known)
        except ExpressionError as error:
            yield Flaw.of(path, error, quote=placeholder.quote)


class _Compiler:
    def __init__(self, block: CheckBlock) -> None:
        self.block = block
        self.flaws: list[Flaw] = list(names_misused(block))
        self.known: set[str] = set()
        self.steps: list[Step] = []
        self._required = [(("require", index), source) for index, source in enumerate(_listed(block.require))]

    def plan(self) -> Plan | None:
        rows, specs = self._rows(), self._specs()
        self._requirements()
        self._derived()
        self._requirements(all_=True)
        answer = self._expression(("answer",), self.block.answer)
        self.known.add("answer")
        mistakes = self._mistakes()
        if self.block.hint:
            self.flaws += misfilled(self.block.hint, ("hint",), self.known)
        self.flaws += self._examples(drawn_names(self.block))
        if answer is None:
            return None
        return Plan(specs, rows, self.steps, Step(("answer",), answer.evaluate, "answer"), mistakes)

    def _rows(self) -> Sequence[Names]:
        if not isinstance(self.block.draw, list):
            return ()
        rows = [from_plain(row) for row in self.block.draw]
        for index, row in enumerate(rows):
            if row.keys() != rows[0].keys():
                mend = F_("write {names} in each row", names=", ".join(f"`{name}`" for name in rows[0]))
                self.flaws.append(Flaw(("draw", index), F_("this row has other names than the first"), mend))
        self.known.update(rows[0] if rows else ())
        return rows

    def _specs(self) -> Mapping[str, Spec]:
        specs: dict[str, Spec] = {}
        for name, data in {} if isinstance(self.block.draw, list) else self.block.draw.items():
            with suppress(Misfit):  # it was told
                specs[name] = Declaration(("draw", name), self.known, self.flaws.append).spec(data)
            self.known.add(name)
        return specs

    def _derived(self) -> None:
        """What follows from the draw: before the network what it may need, after it what needs it."""
        late: list[tuple[str, Any]] = []
        waiting = {NET} if self.block.net is not None else set()
        for name, source in self.block.let.items():
            if waiting & _names(source):
                waiting.add(name)
                late.append((name, source))
            else:
                self._let(name, source)
        if self.block.net is not None:
            self._net(self.block.net)
        for name, source in late:
            self._let(name, source)

    def _let(self, name: str, source: Any) -> None:
        if expression := self._expression(("let", name), source):
            self.steps.append(Step(("let", name), expression.evaluate, name))
        self.known.add(name)
        self._requirements()

    def _net(self, text: str) -> None:
        found = list(misfilled(text, (NET,), self.known))
        if not found and not placeholders(text):
            try:
                read_network(text)
            except NetworkError as error:
                found = [network_flaw(each, text) for each in (error, *error.further)]
        self.flaws += found
        self.steps.append(network_step(text))
        self.known.add(NET)
        self._requirements()

    def _requirements(self, all_: bool = False) -> None:
        """The requirements that can be seen to by now: what follows may rely on them."""
        for path, source in list(self._required):
            if all_ or _names(source) <= self.known:
                self._required.remove((path, source))
                if expression := self._expression(path, source):
                    self.steps.append(Step(path, expression.evaluate))

    def _mistakes(self) -> Mapping[str, Wrong]:
        self.flaws += wrong_ids(self.block)
        mistakes: dict[str, Wrong] = {}
        for id_, mistake in self.block.mistakes.items():
            path: Path = ("mistakes", id_)
            if not isinstance(mistake, Mistake):
                self.flaws.append(
                    Flaw(path, F_("the mistake has no `answer`"), F_("write `answer:` and `says:` below it"))
                )
                continue
            answer = self._expression((*path, "answer"), mistake.answer)
            when = None if mistake.when is None else self._expression((*path, "when"), mistake.when)
            self.flaws += misfilled(mistake.says, (*path, "says"), self.known)
            if answer:
                mistakes[id_] = Wrong(answer, when)
        return mistakes

    def _examples(self, drawn: Collection[str]) -> Iterator[Flaw]:
        for index, example in enumerate(self.block.examples):
            path: Path = ("examples", index)
            if lacking := [f"`{name}`" for name in [*drawn, "answer"] if name not in example]:
                yield Flaw(
                    path,
                    F_("the example lacks {names}", names=", ".join(lacking)),
                    F_("write what was drawn, and the answer"),
                )
            for name in example:
                if name not in (*drawn, "answer"):
                    yield Flaw(
                        (*path, name), F_("`{name}` is not drawn", name=name), F_("give the drawn names and `answer`")
                    )

    def _expression(self, path: Path, source: Any) -> Expression | None:
        if source is None:
            self.flaws.append(Flaw(path, F_("`{name}` is missing", name=path[-1]), F_("write an expression")))
            return None
        try:
            expression = compiled(str(source))
            expression.require(self.known)
        except ExpressionError as error:
            self.flaws.append(Flaw.of(path, error))
            return None
        return expression


def _listed(require: Sequence[str] | str) -> Sequence[str]:
    return [require] if isinstance(require, str) else require


def _names(source: Any) -> frozenset[str]:
    try:
        return compiled(str(source)).names
    except ExpressionError:
        return frozenset()
