"""What an answer was worth, told in words: the right answer beside the one given."""

from collections.abc import Callable, Iterable, Sequence

from quizapp.cards.faces import ChoiceFace, Face, OrderFace, PointsFace, TypedFace
from quizapp.cli.plain.answers import number_of
from quizapp.cli.plain.computed import told
from quizapp.cli.plain.page import answer_of, laid_out, numbered
from quizapp.i18n import _
from quizapp.render import difference, plain_text
from quizapp.study.questions.answers import nearest
from quizapp.study.questions.asking import Ask


def verdict(ask: Ask, face: Face, width: int, language: str = "") -> str:
    """The verdict, the right answer and its explanation, once an answer was given."""
    if ask.computed:
        return told(ask.computed, language, width)
    if ask.written:
        from quizapp.cli.plain import exercise  # with the sandbox

        solution = exercise.verdict(ask.written, width)
        return "\n\n".join(filter(None, [solution, laid_out(face.explanation, width)]))
    of_kind = _TOLD.get(type(face))
    parts = [of_kind(ask, face, width) if of_kind else answer_of(face, width), laid_out(face.explanation, width)]
    return "\n\n".join(part for part in parts if part)


def _choice(ask: Ask, face: Face, width: int) -> str:
    assert isinstance(face, ChoiceFace)
    right = [position for position, option in enumerate(face.options) if option.right]
    given = _numbers(ask, sorted(ask.marked, key=ask.shown.index))
    wanted = _numbered(ask, right, [option.text for option in face.options], width)
    return f"{_headline(ask, given)}\n{wanted}"


def _order(ask: Ask, face: Face, width: int) -> str:
    assert isinstance(face, OrderFace)
    items = numbered(((number_of(ask, position), text) for position, text in enumerate(face.items)), width)
    return f"{_headline(ask, _numbers(ask, ask.marked))}\n{items}"


def _points(ask: Ask, face: Face, width: int) -> str:
    assert isinstance(face, PointsFace)
    count, missing = len(ask.marked), sorted(set(range(len(face.points))) - set(ask.marked))
    if not missing:
        return _("You had all {n} points.").format(n=count)
    text = _("You had {n} of {all} points. Missing: {numbers}")
    return text.format(n=count, all=len(face.points), numbers=_numbers(ask, missing))


def _typed(ask: Ask, face: Face, width: int) -> str:
    assert isinstance(face, TypedFace)
    right = ask.judged is not None and ask.judged.right
    if right or not ask.typed:
        return _headline(ask, "") + " " + " | ".join(face.accepted)
    given, wanted = difference(ask.typed, nearest(face, ask.typed))
    written = _("✗ You wrote: {text}").format(text=plain_text([given]))
    return written + "\n" + _("Right is: {text}").format(text=plain_text([wanted]))


def _headline(ask: Ask, given: str) -> str:
    if ask.judged is not None and ask.judged.right:
        return _("✓ Right:")
    return _("✗ You said {given}. Right is:").format(given=given) if given else _("✗ Right is:")


def _numbers(ask: Ask, positions: Iterable[int]) -> str:
    return " ".join(str(number_of(ask, position)) for position in positions)


def _numbered(ask: Ask, positions: Sequence[int], texts: Sequence[str], width: int) -> str:
    shown = sorted((number_of(ask, position), texts[position]) for position in positions)
    return numbered(shown, width)


_TOLD: dict[type, Callable[[Ask, Face, int], str]] = {
    ChoiceFace: _choice,
    OrderFace: _order,
    PointsFace: _points,
    TypedFace: _typed,
}
