"""One variant of a computed card, whole: for `quizapp show`."""

from textwrap import indent
from typing import Any

from quizapp.cards.models import Card
from quizapp.checks.texts.showing import shown
from quizapp.checks.values import as_data
from quizapp.cli.plain.page import below, laid_out
from quizapp.i18n import _
from quizapp.study.questions.computed import Computed
from quizapp.study.questions.verdicts import broken
from quizapp.visible import visible


def variant_as_data(card: Card, seed: int) -> dict[str, Any]:
    """The variant for a program. Numbers that no JSON number is are written as the log has them."""
    computed = Computed(card, seed)
    if computed.broken:
        return {"seed": seed, "broken": computed.broken}
    variant = computed.variant
    languages = list(card.faces)
    return {
        "seed": seed,
        "drawn": {name: as_data(value) for name, value in variant.drawn.items()},
        "prompt": {language: computed.prompt(language) for language in languages},
        "answer": as_data(variant.answer),
        "allowance": variant.in_words(),
        "unit": computed.unit(languages[0]) or None,
        "mistakes": {
            id_: {
                "value": as_data(value),
                "says": {language: computed.says_to(id_, language) for language in languages},
                "live": id_ in variant.live,
            }
            for id_, value in variant.mistakes.items()
        },
        "steps": {language: computed.solution(language) for language in languages},
    }


def variant_in_words(card: Card, seed: int, language: str, width: int) -> str:
    """The variant for a person: prompt, answer, hint, mistakes, steps."""
    computed = Computed(card, seed)
    prompt = laid_out(computed.prompt(language), width)
    if computed.broken:
        return f"{prompt}\n\n✗ {broken(computed)}"
    variant = computed.variant
    parts = [prompt, below(_("Answer"), _answer(computed, language))]
    if computed.has_hint:
        parts.append(below(_("Hint"), laid_out(computed.hint(language), width)))
    if variant.mistakes:
        told = [_mistake(computed, id_, language, width) for id_ in variant.mistakes]
        parts.append(below(_("Mistakes that have a name"), "\n".join(told)))
    if steps := laid_out(computed.solution(language), width):
        parts.append(below(_("Steps"), steps))
    return "\n\n".join(parts)


def _answer(computed: Computed, language: str) -> str:
    answer = computed.answer(language)
    return answer if computed.choices else f"{answer} ({computed.variant.in_words()})"


def _mistake(computed: Computed, id_: str, language: str, width: int) -> str:
    """`9344 (no-bias)` and, below it, what is said to it; one that equals the answer here says so."""
    variant = computed.variant
    name = id_ if id_ in variant.live else _("{mistake}, the same here").format(mistake=id_)
    head = visible(f"{shown(variant.mistakes[id_])} ({name})").replace("\n", " ")
    return "\n".join([head, indent(laid_out(computed.says_to(id_, language), width - 4), " " * 4)])
