"""What stands in an answer to begin with, where a kind of card wants a block that nobody knows by heart."""

from collections.abc import Sequence

from quizapp.cards.faces import Kind
from quizapp.i18n import _
from quizapp.wording import N_


def template(kind: Kind, mistakes: Sequence[str] = (), further: bool = False) -> str:
    """The template of a kind; empty for most.

    In a `further` language only texts stand, for the mistakes that the first one names.
    """
    if further:
        return _further(kind, mistakes)
    return _(_TEMPLATES.get(kind, "")) if kind in _TEMPLATES else ""


def is_template(text: str, mistakes: Sequence[str] = ()) -> bool:
    """True if nobody has written anything into it."""
    known = [template(kind, mistakes, further) for kind in _TEMPLATES for further in (False, True)]
    return text.strip() in {"", *(text.strip() for text in known)}


def _further(kind: Kind, mistakes: Sequence[str]) -> str:
    if kind == "check":
        said = "".join(f"\n#  {mistake}: …" for mistake in mistakes)
        return f"```check\n# mistakes:{said}\n```\n\n"
    return "```exercise\n```\n\n" if kind == "exercise" else ""


_TEMPLATES: dict[Kind, str] = {
    "check": N_(
        "```check\n"
        "draw:  # what varies: {{h}} in the prompt\n"
        "  h: [28, 32, 64]\n"
        "  k: {from: 2, to: 5}\n"
        "answer: h - k + 1  # computed from it\n"
        "mistakes:  # wrong answers, and what to say\n"
        "  no-one:\n"
        "    answer: h - k\n"
        "    says: Both ends count, so 1 is added.\n"
        "```\n"
        "\n"
        "{{h}} - {{k}} + 1 = **{{answer}}**"
    ),
    "exercise": N_(
        "```exercise\n"
        "function: double\n"
        "tests:  # calls, and what they give\n"
        '  - {call: "double(2)", gives: 4}\n'
        "```\n"
        "\n"
        "```python\n"
        "def double(x):  # your solution, shown afterwards\n"
        "    return 2 * x\n"
        "```"
    ),
}
