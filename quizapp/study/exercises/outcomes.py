"""What an attempt at an exercise came to, in words; the same for every front end."""

from quizapp.checks.exercises import Kind, Outcome
from quizapp.checks.exercises.walls import Walls
from quizapp.i18n import _, ngettext


def headline(outcome: Outcome) -> str:
    """One line: whether it passes, and else which test does not."""
    if outcome.kind is Kind.PASSED:
        return "✓ " + ngettext("the test passes", "all {n} tests pass", outcome.of).format(n=outcome.of)
    if outcome.kind is Kind.CANCELLED:
        return _("stopped")
    if outcome.failed:
        text = _("test {number} of {of} fails; passing: {passed}")
        return "✗ " + text.format(number=outcome.failed.number, of=outcome.of, passed=outcome.passed)
    return "✗ " + (_("not run") if outcome.kind is Kind.REFUSED else _("no test was reached"))


def details(outcome: Outcome) -> list[tuple[str, str]]:
    """What explains it, as names and values: the call, what it gives and should, the fault, what was printed."""
    rows = []
    if outcome.failed:
        rows += [(_("call"), outcome.failed.call), (_("expected"), outcome.failed.expected)]
        rows += [(_("yours"), outcome.failed.got)] if outcome.failed.got is not None else []
    if outcome.fault:
        rows.append((_("line {n}").format(n=outcome.line) if outcome.line else _("because"), outcome.fault))
    printed = outcome.printed.rstrip("\n")
    return [*rows, (_("printed"), printed)] if printed else rows


def passes(outcome: Outcome) -> bool:
    """True if there is nothing left to mend."""
    return outcome.kind is Kind.PASSED


def missing_walls(found: Walls) -> str:
    """What this system cannot keep code from; nothing where it can all."""
    if not found.missing:
        return ""
    names = {
        "cpu": _("bound its time"),
        "memory": _("bound its memory"),
        "disk": _("keep it from writing"),
        "files": _("keep it from your files"),
        "network": _("keep it from the network"),
        "processes": _("keep it from starting programs"),
        "signals": _("keep it from ending programs"),
    }
    said = _(", ").join(names[name] for name in found.missing)
    return _("This system cannot: {what}.").format(what=said)
