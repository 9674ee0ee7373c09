"""An attempt at an exercise: run, compared, and told."""

import os
import re
from collections.abc import Sequence
from threading import Event

from quizapp.checks.exercises.exercise import Exercise
from quizapp.checks.exercises.outcome import Kind, Outcome
from quizapp.checks.exercises.process import Limits, run_process, supported
from quizapp.checks.exercises.program import sent
from quizapp.checks.exercises.telling import told
from quizapp.i18n import _
from quizapp.visible import one_line

MOST_CODE = 20_000
"""Characters of an attempt."""
_LIMITS = Limits()
_USUAL = {
    *("abc", "array", "bisect", "cmath", "collections", "contextlib", "copy", "dataclasses", "datetime", "decimal"),
    *("enum", "fractions", "functools", "heapq", "itertools", "math", "numbers", "operator", "random", "re"),
    *("statistics", "string", "textwrap", "time", "types", "typing"),
}
"""Modules imported beforehand where the system cannot tell one folder from another."""


def run(code: str, exercise: Exercise, cancel: Event | None = None, limits: Limits = _LIMITS) -> Outcome:
    """Runs `code`, then the exercise's calls, in a process of its own; blocks, for some 25 ms if all is well.

    Set `cancel` from another thread to end it. Nothing is raised: whatever goes wrong is an outcome.
    """
    if not supported():
        return Outcome(Kind.REFUSED, fault=_("exercises cannot be run on this system"))
    if len(code) > MOST_CODE:
        return Outcome(Kind.ERROR, fault=_("more than {n} characters of code").format(n=MOST_CODE))
    calls = [test.call for test in exercise.tests]
    modules = _modules_of("\n".join([code, *calls]))

    def job(results: int) -> bytes:
        return sent((code, calls, modules, limits.cpu, limits.memory, os.getpid(), results))

    try:
        ended = run_process(job, limits, cancel or Event())
    except OSError as error:
        return Outcome(Kind.REFUSED, fault=one_line(str(error)))
    return told(ended, exercise.tests, limits)


def _modules_of(code: str) -> Sequence[str]:
    return sorted(_USUAL.intersection(re.findall(r"[a-z]+", code)))
