"""What is told of a computed answer, in one line each: the same words on every screen. Safe to show."""

from quizapp.checks.grading.judging import Graded, Verdict
from quizapp.checks.typed.reading import Read, Unread
from quizapp.i18n import _, said
from quizapp.study.questions.computed import Computed
from quizapp.visible import one_line, visible


def read_line(read: Read | Unread) -> str:
    """What a text is read as, or why it is not."""
    if isinstance(read, Unread):
        return _("not read: {why}").format(why=one_line(read.why))
    return _("read as {value}").format(value=visible(read.echo))


def headline(graded: Graded) -> str:
    """The verdict. A mistake that has a name is told by the value that was given."""
    match graded.verdict:
        case Verdict.RIGHT:
            return "✓ " + _("right")
        case Verdict.ROUNDED:
            return "≈ " + _("right method, rounded too early")
        case Verdict.MISTAKE:
            return "✗ " + visible(graded.echo)
        case _ if not graded.raw.strip():
            return "✗ " + _("not answered")
        case _:
            return "✗ " + _("not right")


def what_counts(computed: Computed) -> str:
    """What the answer given before practice was worth."""
    return _("Practice: your first answer counts, {verdict}.").format(verdict=headline(computed.first))


def task(computed: Computed) -> str:
    """What is asked for beside the prompt: the choices, or how exact a real answer must be; that practice is one."""
    said = []
    if computed.yes_or_no:
        said.append(_("Yes or no."))
    elif computed.choices:
        said.append(_("One of: {choices}.").format(choices=_(", ").join(computed.choices)))
    elif words := computed.allowance:
        said.append(_("Accepted: {allowance}.").format(allowance=words))
    if computed.practising:
        said.insert(0, _("Practice: your first answer counts."))
    return one_line(" ".join(said))


def refusal(computed: Computed) -> str:
    """Why an answer was not taken, and that it costs nothing."""
    return _("Not read: {why}. Nothing is lost; once more, please.").format(why=one_line(computed.unread or ""))


def broken(computed: Computed) -> str:
    """Why a card cannot be asked."""
    return _("This card cannot be asked: {why}").format(why=one_line(said(computed.broken or "")))
