"""Answers to a computed question: the first is judged, those after it are practice; the log keeps them all."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from quizapp.checks.check import Check
from quizapp.checks.grading.judging import Graded, Verdict
from quizapp.checks.grading.records import record
from quizapp.checks.variant import Variant
from quizapp.scheduling.grades import Grade
from quizapp.study.questions.answers import Judged

_SUGGESTED = {Verdict.RIGHT: Grade.GOOD, Verdict.ROUNDED: Grade.HARD}


@dataclass
class Attempt:
    """One answer to one variant. `graded` is None before it is given."""

    variant: Variant
    language: str = ""
    hinted: bool = False
    graded: Graded | None = None


def not_known() -> Graded:
    """What no answer at all is worth: "I do not know"."""
    return Graded(Verdict.WRONG, "", None, "", None)


def judged(check: Check, attempts: Sequence[Attempt]) -> Judged:
    """What the first attempt, which must be graded, is worth, and what the log keeps: enough to grade it again."""
    first, *practice = attempts
    assert first.graded is not None, "nothing is answered yet"
    right = first.graded.verdict is Verdict.RIGHT
    given = {
        **record(check, first.variant, first.graded),
        "right": right,
        "hint": first.hinted,
        "language": first.language,
    }
    kept = [_kept(attempt.variant, attempt.graded) for attempt in practice if attempt.graded]
    return Judged(_suggested(first.graded, first.hinted), right, given | ({"practice": kept} if kept else {}))


def _suggested(graded: Graded, hinted: bool) -> Grade:
    """Good for a right answer, Hard for one that was rounded too early or had help, Again for any other."""
    suggested = _SUGGESTED.get(graded.verdict, Grade.AGAIN)
    return min(suggested, Grade.HARD) if hinted else suggested


def _kept(variant: Variant, graded: Graded) -> dict[str, Any]:
    kept = {"seed": variant.seed, "raw": graded.raw, "verdict": str(graded.verdict)}
    return kept | ({"mistake": graded.mistake} if graded.mistake else {})
