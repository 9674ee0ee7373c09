"""What a process left behind, compared with what the tests expect, and put into words."""

import signal
from collections.abc import Sequence
from typing import Any

from quizapp.checks.exercises.comparing import same
from quizapp.checks.exercises.exercise import Test
from quizapp.checks.exercises.inside.attempt import BETWEEN
from quizapp.checks.exercises.outcome import Kind, Outcome, Shown
from quizapp.checks.exercises.process import End, Ended, Limits
from quizapp.checks.exercises.results import Raised, Report, Result, Unfit, Value, read_report
from quizapp.i18n import _
from quizapp.visible import one_line, visible

MOST_SHOWN = 400
"""Characters of a value or a message; the rest is cut."""
MOST_PRINTED = 4000
_NEARLY = 0.5
"""The share of the CPU limit from which an end by SIGKILL is the limit's doing.

On a busy machine the kernel reported less than 0.9 of what it had stopped the process for.
"""


def told(ended: Ended, tests: Sequence[Test], limits: Limits) -> Outcome:
    """The outcome of an attempt."""
    report = read_report(ended.results)
    kind, passed, failed, fault, line = _verdict(ended, report, tests, limits)
    printed = _printed(ended.printed[: limits.printed], failed)
    shut = report.shut or frozenset()
    return Outcome(kind, passed, len(tests), failed, fault, line, cut(printed, MOST_PRINTED), ended.wall, shut)


def cut(text: str, most: int = MOST_SHOWN) -> str:
    """The text, or its beginning with a mark that the rest is cut."""
    return text if len(text) <= most else f"{text[:most]} …"


def written(value: Any) -> str:
    """Plain data as Python writes it, on one line, safe to show, cut."""
    return cut(one_line(repr(value)))


_Verdict = tuple[Kind, int, Shown | None, str, int | None]


def _verdict(ended: Ended, report: Report, tests: Sequence[Test], limits: Limits) -> _Verdict:
    if ended.why is End.CANCELLED:
        return Kind.CANCELLED, 0, None, "", None
    if report.shut is None and ended.why is End.ITSELF:
        return Kind.REFUSED, 0, None, _no_start(ended), None
    if not report.ready:
        return _unread(ended, report, limits)
    passes = [_passes(test, result) for test, result in zip(tests, report.results, strict=False)]
    if len(passes) == len(tests) and all(passes):
        return Kind.PASSED, len(tests), None, "", None
    at = passes.index(False) if False in passes else len(passes)
    if at == len(report.results):
        return _died(ended, limits, sum(passes), _shown(tests, at))
    return _failed(tests, at, report.results[at], sum(passes))


def _passes(test: Test, result: Result) -> bool:
    return isinstance(result, Value) and same(test.gives, result.value, test.tolerance)


def _unread(ended: Ended, report: Report, limits: Limits) -> _Verdict:
    """The code did not come to its end; no call was made."""
    first = report.results[0] if report.results else None
    if isinstance(first, Raised):
        kind = Kind.SYNTAX if first.stage == "syntax" else _kind(first)
        return kind, 0, None, _exception(first), first.line or None
    return _died(ended, limits, 0, None)


def _failed(tests: Sequence[Test], at: int, result: Result, passed: int) -> _Verdict:
    if isinstance(result, Value):
        return Kind.FAILED, passed, _shown(tests, at, written(result.value)), "", None
    if isinstance(result, Unfit):
        return Kind.FAILED, passed, _shown(tests, at), _unfit(result), None
    return _kind(result), passed, _shown(tests, at), _exception(result), result.line or None


def _died(ended: Ended, limits: Limits, passed: int, failed: Shown | None) -> _Verdict:
    used_up = ended.cpu >= limits.cpu * _NEARLY and ended.status in (-signal.SIGKILL, -signal.SIGXCPU)
    if ended.why is End.TIME or used_up:
        return Kind.TIMEOUT, passed, failed, _("stopped: it took more than {n} seconds").format(n=limits.cpu), None
    if ended.why is End.FLOOD:
        text = _("stopped: it printed more than {n} KiB").format(n=limits.printed // 1024)
        return Kind.KILLED, passed, failed, text, None
    return Kind.KILLED, passed, failed, _end(ended), None


def _end(ended: Ended) -> str:
    if ended.status == -signal.SIGSEGV:
        return _("the process crashed: too deep a recursion, perhaps")
    if ended.status < 0:
        return _("the process was killed by signal {n}").format(n=-ended.status)
    return _("the code ended its own process")


def _kind(raised: Raised) -> Kind:
    return Kind.MEMORY if raised.name == "MemoryError" else Kind.ERROR


def _exception(raised: Raised) -> str:
    name, message = one_line(raised.name), one_line(raised.message)
    return cut(f"{name}: {message}" if message else name)


def _unfit(unfit: Unfit) -> str:
    which = cut(one_line(unfit.which), 60)
    texts = {
        "type": _(
            "it gave back a value of type {type}: give numbers, texts, lists, tuples, dicts, truth values or None"
        ),
        "long": _("it gave back more than can be compared"),
        "deep": _("it gave back lists too deep in lists"),
        "digits": _("it gave back too large an integer"),
    }
    return texts.get(unfit.why, texts["long"]).format(type=which)


def _shown(tests: Sequence[Test], at: int, got: str | None = None) -> Shown:
    return Shown(at + 1, cut(one_line(tests[at].call)), written(tests[at].gives), got)


def _printed(output: bytes, failed: Shown | None) -> str:
    """What was printed while the code was read, and then by the call that failed; by all calls where none did."""
    before, *calls = output.split(BETWEEN)
    if failed is not None:
        calls = calls[failed.number - 1 : failed.number]
    return visible((before + b"".join(calls)).decode("utf-8", "replace"))


def _no_start(ended: Ended) -> str:
    said = ended.printed.decode("utf-8", "replace").strip().splitlines()
    return cut(_("Python did not start: {why}").format(why=one_line(said[-1]) if said else ended.status))
