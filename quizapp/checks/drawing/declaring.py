"""The `draw` of a block read into specs; what makes no sense is told, all of it."""

from collections.abc import Callable, Collection, Mapping
from typing import Any

from quizapp.checks.drawing.specs import Choice, Operand, Picked, Range, Several, Size, Spec
from quizapp.checks.errors import ExpressionError
from quizapp.checks.expressions import Expression, compiled
from quizapp.checks.flaws import Flaw, Path
from quizapp.checks.limits import LENGTH
from quizapp.checks.values import exact, from_plain
from quizapp.i18n import F_

KEYS: Mapping[str, Collection[str]] = {
    "from": ("from", "to", "step"),
    "list": ("list", "of", "distinct"),
    "matrix": ("matrix", "of", "distinct"),
    "pick": ("pick",),
}
"""The keys of each form of a spec, by the one that tells it."""
_FORMS = F_("write a list to pick from, or keys: `from` and `to`, `list` and `of`, `matrix` and `of`, or `pick`")

Tell = Callable[[Flaw], None]


class Misfit(Exception):
    """Raised for a spec that makes no sense; it was told."""


class Declaration:
    """Reads the spec at a path; `known` are the names drawn before."""

    def __init__(self, path: Path, known: Collection[str], tell: Tell) -> None:
        self.path, self.known, self.tell = path, known, tell

    def spec(self, data: Any) -> Spec:
        """The spec. Raises Misfit."""
        if isinstance(data, list):
            if not data:
                raise self._misfit(F_("there is nothing to pick from"), F_("write one value or more"))
            return Choice([from_plain(value) for value in data])
        form = next((key for key in KEYS if isinstance(data, dict) and key in data), None)
        if form is None:
            raise self._misfit(F_("this says not how to draw a value"), _FORMS)
        self._keys(data, KEYS[form])
        return _FORM[form](self, data)

    def range(self, data: Mapping[str, Any]) -> Spec:
        """`{from: 1, to: 9, step: 2}`."""
        start, end = self._inside("from").operand(data["from"]), self._inside("to").operand(data.get("to"))
        step = self._inside("step").operand(data.get("step", 1))
        if isinstance(step.given, Expression) or step.given > 0:
            numbers = [operand.given for operand in (start, end) if not isinstance(operand.given, Expression)]
            if numbers == sorted(numbers):
                return Range(start, end, step)
            raise self._inside("to")._misfit(F_("`to` is less than `from`"), F_("swap the two"))
        raise self._inside("step")._misfit(F_("`step` is not more than 0"), F_("make it larger"))

    def several(self, data: Mapping[str, Any]) -> Spec:
        """`{list: [3, 5], of: …}`, `{matrix: [2, 3], of: …}`."""
        form = "list" if "list" in data else "matrix"
        sizes = self._inside(form).sizes(data[form], form)
        if "of" not in data:
            raise self._misfit(F_("`of` is missing"), F_("say how one value is drawn"))
        distinct = data.get("distinct", False)
        if not isinstance(distinct, bool):
            raise self._inside("distinct")._misfit(F_("`distinct` is true or false"), F_("write one of them"))
        return Several(sizes, self._inside("of").spec(data["of"]), distinct)

    def sizes(self, data: Any, form: str) -> list[Size]:
        """One size of a list, or the two of a matrix. Raises Misfit."""
        ends = data if isinstance(data, list) else [data]
        if not 1 <= len(ends) <= 2 or (form == "matrix" and len(ends) != 2):
            raise self._misfit(
                F_("`{form}` has other sizes", form=form), F_("write `list: 3`, `list: [3, 5]` or `matrix: [2, 3]`")
            )
        numbers = [self.operand(end) for end in ends]
        for number in numbers:
            if not isinstance(number.given, Expression) and not (
                isinstance(number.given, int) and 0 <= number.given <= LENGTH
            ):
                raise self._misfit(
                    F_("this is no size of a list"), F_("write a whole number, at most {most}", most=LENGTH)
                )
        return [Size(number, number) for number in numbers] if form == "matrix" else [Size(numbers[0], numbers[-1])]

    def picked(self, data: Mapping[str, Any]) -> Spec:
        """`{pick: expression}`."""
        return Picked(self._inside("pick").expression(data["pick"]))

    def operand(self, data: Any) -> Operand:
        """A number, or an expression over the names drawn before. Raises Misfit."""
        if isinstance(data, int | float) and not isinstance(data, bool):
            return Operand(exact(data))
        return Operand(self.expression(data))

    def expression(self, data: Any) -> Expression:
        """An expression over the names drawn before. Raises Misfit."""
        if not isinstance(data, str):
            raise self._misfit(F_("a number or an expression is needed here"), F_("see `draw` in the card format"))
        try:
            expression = compiled(data)
            expression.require(self.known)
        except ExpressionError as error:
            self.tell(Flaw.of(self.path, error))
            raise Misfit from None
        return expression

    def _inside(self, key: str) -> "Declaration":
        return Declaration((*self.path, key), self.known, self.tell)

    def _keys(self, data: Mapping[str, Any], allowed: Collection[str]) -> None:
        for key in data:
            if key not in allowed:
                raise self._inside(key)._misfit(
                    F_("`{key}`: no such key", key=key), F_("keys that go together: {names}", names=", ".join(allowed))
                )

    def _misfit(self, what: str, mend: str) -> Misfit:
        self.tell(Flaw(self.path, what, mend))
        return Misfit()


_FORM: Mapping[str, Callable[[Declaration, Mapping[str, Any]], Spec]] = {
    "from": Declaration.range,
    "list": Declaration.several,
    "matrix": Declaration.several,
    "pick": Declaration.picked,
}
