"""Computed questions as plain lines: what is asked, what was read, the verdict, the steps."""

from quizapp.cli.plain.page import laid_out
from quizapp.i18n import _
from quizapp.study.questions.computed import Computed
from quizapp.study.questions.verdicts import broken, headline, task, what_counts
from quizapp.visible import one_line, visible


def asked(computed: Computed, language: str, width: int) -> str:
    """The prompt with its numbers, the hint if it was taken, and what an answer has to be."""
    parts = [laid_out(computed.prompt(language), width)]
    if computed.broken:
        return "\n\n".join([*parts, f"✗ {broken(computed)}", _("`quizapp check` tells where.")])
    parts.append(hint(computed, language, width) if computed.hinted else "")
    parts.append("" if computed.attempt.graded else _task(computed, language))
    return "\n\n".join(filter(None, parts))


def hint(computed: Computed, language: str, width: int) -> str:
    """The hint, under its name."""
    return _("Hint:") + "\n" + laid_out(computed.hint(language), width)


def told(computed: Computed, language: str, width: int) -> str:
    """What was read, the verdict, the right answer, in practice what counts, and the steps."""
    graded = computed.attempt.graded
    assert graded is not None, "nothing is answered yet"
    says = laid_out(computed.says(language), width)
    lines = [_("Read as {value}.").format(value=visible(graded.echo))] if graded.echo else []
    lines.append(headline(graded) + (f": {says}" if says else ""))
    lines += [_("or: ") + laid_out(also, width) for also in computed.also_says(language)]
    lines.append(_("answer: ") + computed.answer(language))
    if computed.practising:
        lines.append(what_counts(computed))
    steps = laid_out(computed.solution(language), width)
    return "\n".join(lines) + (f"\n\n{steps}" if steps else "")


def _task(computed: Computed, language: str) -> str:
    unit = computed.unit(language)
    said = [_("In {unit}.").format(unit=one_line(unit))] if unit else []
    said.append(task(computed))
    if computed.offers_hint:
        said.append(_("A hint: :h; the answer is Hard at best then."))
    return " ".join(filter(None, said))
