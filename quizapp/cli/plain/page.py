"""A card as plain lines: prompt, answer, notes, for screen readers, pipes and `quizapp show`."""

from collections.abc import Iterable

from quizapp.cards.faces import CheckFace, ChoiceFace, ClozeFace, ExerciseFace, Face, OrderFace, PointsFace, TypedFace
from quizapp.cli.output import terminal_width
from quizapp.i18n import _
from quizapp.markdown import fenced
from quizapp.render import Gaps, Notation, lay_out, plain_text
from quizapp.wording import labelled

USUAL, WIDEST = 80, 100
"""Columns: where there is no terminal to ask, and those beyond which a line reads badly."""

Numbered = Iterable[tuple[int, str]]


def page_width() -> int:
    """The columns to write on: the terminal's, but no line longer than reads well."""
    return min(terminal_width() or USUAL, WIDEST)


def laid_out(markdown: str, width: int, gaps: Gaps = Gaps.SHOWN) -> str:
    """Markdown as plain text."""
    return plain_text(lay_out(markdown, width, gaps=gaps, notation=Notation.PLAIN))


def prompt(face: Face, width: int) -> str:
    """What is asked, gaps hidden."""
    return laid_out(face.prompt, width, Gaps.HIDDEN)


def numbered(items: Numbered, width: int) -> str:
    """Each item after its number, its further lines below its text."""
    return "\n".join(_hanging(f"{number:>2}  ", laid_out(text, width - 4)) for number, text in items)


def marked(items: Iterable[tuple[str, str]], width: int) -> str:
    """Each item after a mark of its own."""
    return "\n".join(_hanging(f"{mark} ", laid_out(text, width - len(mark) - 1)) for mark, text in items)


def whole(face: Face, width: int) -> str:
    """Everything a card has to say: prompt, answer, explanation."""
    parts = [prompt(face, width)]
    if answer := answer_of(face, width):
        parts.append(below(_("Answer"), answer))
    if face.explanation:
        parts.append(below(_("Explanation"), laid_out(face.explanation, width)))
    return "\n\n".join(parts)


def answer_of(face: Face, width: int) -> str:
    """The right answer; nothing for a card that is computed afresh at every review."""
    match face:
        case ChoiceFace():
            return marked((("[x]" if option.right else "[ ]", option.text) for option in face.options), width)
        case OrderFace():
            return numbered(enumerate(face.items, start=1), width)
        case PointsFace():
            return marked((("-", point) for point in face.points), width)
        case ClozeFace():
            return laid_out(face.prompt, width)
        case TypedFace():
            return " | ".join(face.accepted)
        case ExerciseFace():
            return laid_out(fenced(face.reference, "python"), width)
        case CheckFace():
            return ""
        case _:
            return laid_out(face.answer, width)


def below(name: str, text: str) -> str:
    """A text under its name, with the colon of the language in use."""
    return labelled(name, "")[0].rstrip() + "\n" + text


def _hanging(mark: str, text: str) -> str:
    first, *rest = text.split("\n")
    return "\n".join([mark + first, *(f"{' ' * len(mark)}{line}".rstrip() for line in rest)])
