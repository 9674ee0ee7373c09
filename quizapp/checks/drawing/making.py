"""A variant made of the values of its names: which mistakes can be made here, and which of them can be told."""

from collections.abc import Iterator, Mapping
from math import inf

from quizapp.cards.computed import CheckBlock
from quizapp.checks.drawing.plan import Broken, Names, Plan, Wrong
from quizapp.checks.errors import ExpressionError, Unfit
from quizapp.checks.flaws import Flaw, Path
from quizapp.checks.grading.allowance import Allowance, allowance_of, elements
from quizapp.checks.grading.judging import twins
from quizapp.checks.typed.reading import Wanted, wanted_of
from quizapp.checks.values import Value
from quizapp.checks.variant import Variant
from quizapp.i18n import F_

LONGEST = 64
"""Numbers of an answer that is a list."""

_KINDS = {
    Wanted.NUMBER: F_("a number"),
    Wanted.LIST: F_("a list"),
    Wanted.TRUTH: F_("a truth value"),
    Wanted.TEXT: F_("a text"),
}


def made(plan: Plan, block: CheckBlock, drawn: Names, names: Names, seed: int | None) -> Variant:
    """The variant of a check for these names, `answer` among them. Raises Broken."""
    answer = names["answer"]
    try:
        wanted = wanted_of(answer)
    except Unfit as fault:
        raise Broken(Flaw(("answer",), str(fault), F_("give one of these"))) from None
    if len(elements(answer)) > LONGEST:
        raise Broken(
            Flaw(
                ("answer",),
                F_("a list of more than {most} numbers", most=LONGEST),
                F_("ask for less: nobody types that many"),
            )
        )
    allowance = allowance_of(answer, block.tolerance)
    flaws: list[Flaw] = []
    mistakes = dict(_mistakes(plan.mistakes, names, wanted, flaws))
    off = {id_: allowance.apart(answer, value) for id_, value in mistakes.items()}
    live = {id_: value for id_, value in mistakes.items() if off[id_] > 1}
    return Variant(
        seed=seed,
        drawn=drawn,
        names=names,
        answer=answer,
        wanted=wanted,
        allowance=allowance.beside(min((off[id_] for id_ in live), default=inf)),
        unit=block.unit,
        choices=(),
        mistakes=mistakes,
        live=frozenset(live),
        twins=dict(_twins(live, allowance)),
        flaws=tuple(flaws),
    )


def _mistakes(
    wrongs: Mapping[str, Wrong], names: Names, wanted: Wanted, flaws: list[Flaw]
) -> Iterator[tuple[str, Value]]:
    for id_, wrong in wrongs.items():
        path: Path = ("mistakes", id_, "when")
        try:
            if wrong.when is not None and not wrong.when.evaluate(names):
                continue
            path = ("mistakes", id_, "answer")
            value = wrong.answer.evaluate(names)
            kind = wanted_of(value)
        except ExpressionError as error:
            flaws.append(Flaw.of(path, error))
            continue
        except Unfit as fault:
            flaws.append(Flaw(path, str(fault), F_("give {what}, as the answer is", what=_KINDS[wanted])))
            continue
        if kind is wanted:
            yield id_, value
        else:
            flaws.append(
                Flaw(
                    path,
                    F_("{what} where the answer is {other}", what=_KINDS[kind], other=_KINDS[wanted]),
                    F_("nobody can type it"),
                )
            )


def _twins(live: Mapping[str, Value], allowance: Allowance) -> Iterator[tuple[str, str]]:
    earlier: list[str] = []
    for id_, value in live.items():
        if twin := next((other for other in earlier if twins(live[other], value, allowance)), None):
            yield id_, twin
        else:
            earlier.append(id_)
