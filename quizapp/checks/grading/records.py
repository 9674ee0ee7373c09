"""What the log keeps of a computed answer: enough to grade it again, and to count mistakes, without the check."""

from collections.abc import Mapping
from typing import Any

from quizapp.checks.check import Check
from quizapp.checks.grading.allowance import Allowance
from quizapp.checks.grading.judging import Graded, Verdict, judged
from quizapp.checks.values import as_data, from_data
from quizapp.checks.variant import Variant


def record(check: Check, variant: Variant, graded: Graded) -> dict[str, Any]:
    """A graded answer as JSON; `mistakes` holds the live ones, in the check's order."""
    return {
        "check": check.digest,
        "seed": variant.seed,
        "drawn": {name: as_data(value) for name, value in variant.drawn.items()},
        "answer": as_data(variant.answer),
        "allowance": variant.allowance.as_data(),
        "mistakes": {id_: as_data(value) for id_, value in variant.lively.items()},
        "raw": graded.raw,
        "read": as_data(graded.value),
        "verdict": graded.verdict.value,
        "mistake": graded.mistake,
    }


def regrade(data: Mapping[str, Any]) -> tuple[Verdict, str | None]:
    """The verdict on a recorded answer, and the mistake that it is, from the record alone."""
    live = {id_: from_data(value) for id_, value in data["mistakes"].items()}
    answer, allowance = from_data(data["answer"]), Allowance.from_data(data["allowance"])
    return judged(from_data(data["read"]), answer, allowance.among(answer, live.values()), live)
