"""The examples that a check's author worked out, held against what the check computes."""

from collections.abc import Iterator
from fractions import Fraction

from quizapp.checks.check import Check
from quizapp.checks.flaws import Flaw, Undrawable
from quizapp.checks.grading.allowance import Allowance, allowance_of
from quizapp.checks.texts.showing import shown
from quizapp.checks.values import Value, from_plain
from quizapp.i18n import F_

CLOSE = Fraction(1, 100_000)
"""How far a real answer may be off its example, relatively: sources print five or six digits."""


def missed(check: Check) -> Iterator[Flaw]:
    """The examples whose answer is another."""
    for index, example in enumerate(check.block.examples):
        expected = from_plain(example["answer"])
        try:
            variant = check.variant({name: value for name, value in example.items() if name != "answer"})
        except Undrawable as error:
            yield Flaw(
                ("examples", index), F_("the example cannot be computed: {what}", what=error.flaw.what), error.flaw.mend
            )
            continue
        if not agrees(variant.answer, expected):
            what = F_(
                "the example's answer is {expected}, computed is {computed}",
                expected=shown(expected, grouped=False),
                computed=shown(variant.answer, grouped=False),
            )
            yield Flaw(("examples", index), what, F_("mend one of the two"))


def agrees(computed: Value, expected: Value) -> bool:
    """Whether a computed answer is the expected one: integers to the unit, real numbers to five digits."""
    exact = allowance_of(computed).exact and allowance_of(expected).exact
    return (Allowance() if exact else Allowance(relative=CLOSE)).apart(expected, computed) <= 1
