"""The verdict on a computed answer as lines: what it was, what it should be, which mistake it is."""

from quizapp.i18n import _
from quizapp.render import Line, Notation, Span, lay_out
from quizapp.study.questions.computed import Computed
from quizapp.study.questions.verdicts import broken, headline, what_counts
from quizapp.visible import visible

_NO_WIDTH = 1000
"""Wide enough for a sentence: it is folded where it is shown."""


def verdict(computed: Computed, language: str, notation: Notation) -> list[Line]:
    """`✗ 9408: You left out the 64 biases.`, the right answer below; in practice also what counts.

    Of a card that cannot be asked: why not.
    """
    if computed.broken:
        return [(Span("✗ " + broken(computed), "wrong"),), (Span(_("`quizapp check` tells where."), "dim"),)]
    graded = computed.attempt.graded
    if graded is None:
        return []
    style = "right" if graded.verdict == "right" else "strong" if graded.verdict == "rounded" else "wrong"
    says = lay_out(computed.says(language), _NO_WIDTH, notation=notation)
    head = Span(headline(graded) + (": " if says else ""), style)
    lines: list[Line] = [(head, *says[0]), *says[1:]] if says else [(head,)]
    for also in computed.also_says(language):
        first, *rest = lay_out(also, _NO_WIDTH, notation=notation)
        lines += [(Span(_("or: ")), *first), *rest]
    if graded.echo and not says and graded.verdict != "right":
        lines.append((Span(_("yours:  ") + visible(graded.echo)),))
    lines.append((Span(_("answer: ")), Span(computed.answer(language), "strong")))
    if computed.practising:
        lines.append((Span(what_counts(computed), "dim"),))
    return lines
