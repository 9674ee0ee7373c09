"""What came of running an exercise's code, as lines: the first failing test side by side."""

from quizapp.checks.exercises import Outcome
from quizapp.i18n import _
from quizapp.render import Line, Span, width_of
from quizapp.render.code import code_block
from quizapp.study.exercises.outcomes import details, headline, passes
from quizapp.study.exercises.writing import Writing

_GAP = 2
_WIDE = 10_000
"""The widget folds what is too long for it."""


def outcome_lines(outcome: Outcome) -> list[Line]:
    """The verdict, then names and values below one another."""
    head: Line = (Span(headline(outcome), "right" if passes(outcome) else "wrong"),)
    rows = details(outcome)
    widest = max((width_of(name) for name, value in rows), default=0) + _GAP
    lines = [head]
    for name, value in rows:
        first, *others = value.split("\n")
        lines.append((Span(name + " " * (widest - width_of(name)), "dim"), Span(first)))
        lines += [(Span(" " * widest), Span(other)) for other in others]
    return lines


def written_lines(writing: Writing) -> list[Line]:
    """The verdict on an exercise that is answered, and the learner's code."""
    if writing.judged is None:
        return []
    head: Line = (Span("✗ " + _("given up"), "wrong"),)
    lines = [head] if writing.gave_up or writing.outcome is None else outcome_lines(writing.outcome)
    if writing.code.strip() in ("", writing.starter.strip()):
        return lines
    return [*lines, (), (Span(_("Your code:"), "dim"),), *code_block(writing.code, "python", _WIDE)]
